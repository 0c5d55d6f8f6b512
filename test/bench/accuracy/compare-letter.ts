import type { Citation, Item, LetterParse, ParseOutput } from '../../../shared/model/letter-parse.ts';
import type { Gold } from '../../corpus/gold.ts';
import { alignItems } from './align-items.ts';
import { type Comparison, compareValues, type Miss, type Tally, type Values } from './compare-values.ts';
import { printed } from './printed.ts';

const wholeCitation = ({ source, guideline, chapter, section, pages, regulation }: Citation): string =>
  JSON.stringify({ source, guideline, chapter, section, pages, regulation }).replace(/\s+/g, ' ');

const statementFields: readonly (readonly [string, (citation: Citation) => string | undefined])[] = [
  ['citation', wholeCitation],
  ['citation source', ({ source }) => source],
  ['citation guideline', ({ guideline }) => guideline],
  ['citation chapter', ({ chapter }) => chapter],
  ['citation section', ({ section }) => section],
  ['citation pages', ({ pages }) => pages.join('|')],
  ['citation regulation', ({ regulation }) => regulation],
  ['citation text', ({ text }) => text],
];

const rightItem = (gold: Item | undefined, parse: Item | undefined): boolean =>
  gold !== undefined &&
  parse !== undefined &&
  printed(gold.title) === printed(parse.title) &&
  gold.decision === parse.decision &&
  printed(gold.rationale.text) === printed(parse.rationale.text);

/** Compares a parse with its gold, field by field; texts without their white space, offsets not at all. */
export function compareLetter(gold: Gold | ParseOutput, parse: LetterParse): Comparison {
  const tallies: Tally[] = [];
  const misses: Miss[] = [];
  const compare = (field: string, expected: Values, found: Values): void => {
    const { tally, miss } = compareValues(field, expected, found);
    tallies.push(tally);
    if (miss) misses.push(miss);
  };
  const { case: g } = gold;
  const { case: p } = parse;
  compare('layout', [gold.layout], [parse.layout]);
  compare('case number', [g.number], [p.number]);
  for (const name of ['injury', 'assigned', 'urDenial', 'decision', 'received'] as const) {
    compare(`date: ${name}`, [g.dates[name]], [p.dates[name]]);
  }
  compare('reviewer title', [g.reviewer.title], [p.reviewer.title]);
  compare('certifications', g.reviewer.certifications, p.reviewer.certifications);
  compare('licensed in', g.reviewer.licensedIn, p.reviewer.licensedIn);
  compare('patient age', [g.patient.age?.toString()], [p.patient.age?.toString()]);
  compare('patient sex', [g.patient.sex], [p.patient.sex]);
  compare('summary', [g.summary.text], [p.summary.text]);
  compare(
    'unassigned',
    gold.unassigned.map(({ text }) => text),
    parse.unassigned.map(({ text }) => text),
  );
  compare(
    'furniture',
    gold.furniture.map(({ text }) => text),
    parse.furniture.map(({ text }) => text),
  );
  compare('paragraphs', gold.readingText.split('\n\n'), parse.readingText.split('\n\n'));

  for (const [expected, found] of alignItems(g.items, p.items)) {
    tallies.push({
      field: 'item',
      expected: Number(expected !== undefined),
      found: Number(found !== undefined),
      matched: Number(rightItem(expected, found)),
    });
    compare('title', [expected?.title], [found?.title]);
    compare('decision', [expected?.decision], [found?.decision]);
    compare('decision words', [expected?.decisionText], [found?.decisionText]);
    compare('rationale', [expected?.rationale.text], [found?.rationale.text]);
    for (const side of ['claimsAdministrator', 'reviewer'] as const) {
      const name = side === 'reviewer' ? 'reviewer statement' : 'claims statement';
      compare(name, [expected?.[side].text], [found?.[side].text]);
      for (const [field, value] of statementFields) {
        compare(field, expected?.[side].citations.map(value) ?? [], found?.[side].citations.map(value) ?? []);
      }
    }
  }
  return { tallies, misses };
}
