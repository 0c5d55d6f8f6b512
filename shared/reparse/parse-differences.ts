import { decisionWords } from '../corrections/describe-change.ts';
import { factNames, factText } from '../corrections/fact-names.ts';
import { completeness } from '../letter/completeness.ts';
import { normaliseSpace } from '../letter/white-space.ts';
import type { Fact } from '../model/correction.ts';
import type { Item, LetterParse } from '../model/letter-parse.ts';

/** What is otherwise in a parse than in an earlier one of the same letter, a sentence for each difference. */
export function parseDifferences(before: LetterParse, after: LetterParse): string[] {
  const found: string[] = [];
  const differ = (what: string, old: string, now: string): void => {
    if (old !== now) found.push(`${what}: ${old || 'not stated'}, now ${now || 'not stated'}.`);
  };
  differ('Layout', before.layout, after.layout);
  for (const [fact, name] of Object.entries(factNames) as [Fact['fact'], string][]) {
    differ(name, factText(before, fact), factText(after, fact));
  }
  if (!sameWords(before.case.summary, after.case.summary)) {
    found.push('The clinical case summary has another extent.');
  }
  const [old, now] = [before.case.items, after.case.items];
  if (old.length !== now.length) found.push(`Items: ${old.length}, now ${now.length}.`);
  for (const [index, item] of now.entries()) {
    const earlier = old[index];
    if (earlier) found.push(...itemDifferences(earlier, item));
  }
  differ('In one of its sections', share(before), share(after));
  if (found.length === 0 && inNameOrder(before) !== inNameOrder(after)) {
    found.push('Only what is remarked on the letter, or how its text is set, is otherwise.');
  }
  return found;
}

/** As JSON with the properties in the order of their names: a stored parse may have them in another. */
function inNameOrder(parse: LetterParse): string {
  return JSON.stringify(parse, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function itemDifferences(before: Item, after: Item): string[] {
  const found: string[] = [];
  const item = `Item ${after.ordinal}`;
  if (before.title !== after.title) found.push(`${item}: “${before.title}”, now “${after.title}”.`);
  if (before.decision !== after.decision) {
    found.push(`${item}: ${decisionWords[before.decision]}, now ${decisionWords[after.decision]}.`);
  }
  const texts = { claimsAdministrator: 'claims administrator’s guideline', reviewer: 'reviewer’s guideline' } as const;
  for (const [part, name] of Object.entries(texts) as [keyof typeof texts, string][]) {
    if (!sameWords(before[part], after[part])) found.push(`${item}: its ${name} has another extent.`);
    else if (cited(before[part]) !== cited(after[part])) found.push(`${item}: its ${name} cites otherwise.`);
  }
  if (!sameWords(before.rationale, after.rationale)) found.push(`${item}: its rationale has another extent.`);
  return found;
}

const sameWords = (a: { readonly text: string }, b: { readonly text: string }): boolean =>
  normaliseSpace(a.text) === normaliseSpace(b.text);

const cited = ({ citations }: Item['reviewer']): string =>
  JSON.stringify(citations.map(({ start: _s, end: _e, text: _t, ...citation }) => citation));

/** In percent with one digit, never rounded up to all of it. */
function share(parse: LetterParse): string {
  const all = completeness(parse);
  return `${all === 1 ? 100 : Math.min(99.9, Math.floor(all * 1000) / 10)} %`;
}
