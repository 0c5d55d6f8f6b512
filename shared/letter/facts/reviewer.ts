import type { ParsedCase } from '../../model/letter-parse.ts';
import type { Span } from '../../model/span.ts';
import { credentialPatterns, labelled } from '../printed-labels.ts';
import type { Fact } from './fact.ts';
import { nameList } from './name-list.ts';

type ReviewerTitle = NonNullable<ParsedCase['reviewer']['title']>;

/** What the letter says of its reviewer, each value with its place. */
export interface ReviewerFacts {
  readonly title?: Fact<ReviewerTitle>;
  readonly certifications: readonly Fact<string>[];
  readonly licensedIn: readonly Fact<string>[];
}

const title = /\b(?:(expert)|physician)\s+reviewer\b/i;
const boardCertified = /\bboard[\s-]{1,3}certi(?:fi|\uFB01)ed\b|(?<=\bis\s{1,3})certi(?:fi|\uFB01)ed(?=\s{1,3}in\b)/gi;
/** What stands before the name of the reviewer's profession. */
const isA =
  /\b(?:(?:expert|physician|professional|medical)\s{1,3}reviewer|reviewer|he\/she|she\/he|he|she)\s{1,3}is\s{1,3}(?:an?\s{1,3})?(?:(?:California\s{1,3})?licensed\s{1,3})?(?=\p{Lu})/giu;
/** Professions with a licence of their own, and specialists by their name. */
const profession =
  /^(?:Doctor\s{1,3}of\s{1,3}\p{Lu}|(?:\p{Lu}[\p{L}-]{1,30}\s{1,3}){0,3}(?:Psychologist|Chiropractor|Acupuncturist|Podiatrist|Dentist|Optometrist|Pharmacist|Surgeon|Physiatrist|Psychiatrist|Neurologist|Internist|Anesthesiologist|Rheumatologist|Neuropsychologist|(?:Physical|Occupational)\s{1,3}Therapist)\b)/u;
const licensed = /\blicensed\s{1,3}(?:to\s{1,3}practice\s{1,3})?(?:medicine\s{1,3})?in\b/gi;
/** The "in" after "Board Certified", which 002 prints without its space. */
const inWord = /\s{0,3}(?:in(?=[\s\p{Lu}])|IN(?=\s))/uy;
/** A credentials sentence ends at its full stop, even where the space after it is missing. */
const sentenceEnd = /(?<!\b\p{Lu})\.(?=\s|$|\p{Lu}\p{Ll})|\n/u;
/** What follows a list of states in the same sentence. */
const nextClause = /\b(?:has|have|is|was|he|she|who|whose)\b/i;
const longestSentence = 600;
const block = new RegExp(
  `(?<licensedIn>${labelled(credentialPatterns.licensedIn)})|(?<certifications>${labelled(credentialPatterns.certifications)})|${credentialPatterns.intro}`,
  'gi',
);
/** Further training is no certification. */
const fellowship = /,?\s(?:(?:and|with|who|has|completed)\s){1,3}(?:an?\s)?(?:[\w-]{1,20}\s)?fellowship\b/i;

/**
 * Reads the reviewer's title and credentials: `prose` holds the sentences on how the determination was made,
 * `credentials` the block with its labels, where the letter has one. The title is the one used first.
 */
export function reviewerFacts(readingText: string, prose: Span, credentials?: Span): ReviewerFacts {
  const text = readingText.slice(prose.start, prose.end);
  const within = (start: number, end: number): Span => ({ start: prose.start + start, end: prose.start + end });
  const certified = [...text.matchAll(boardCertified)].map((match) => {
    inWord.lastIndex = match.index + match[0].length;
    const start = inWord.test(text) ? inWord.lastIndex : match.index + match[0].length;
    const end = endOfSentence(text, start);
    const sentence = text.slice(start, end);
    const others = [licensedOnce, fellowship].map((other) => sentence.search(other)).filter((index) => index >= 0);
    return within(start, start + Math.min(sentence.length, ...others));
  });
  for (const match of text.matchAll(isA)) {
    const start = match.index + match[0].length;
    const sentence = text.slice(start, endOfSentence(text, start));
    if (!profession.test(sentence)) continue;
    const stop = [licensedOnce, fellowship, boardCertifiedOnce].map((other) => sentence.search(other));
    certified.push(within(start, start + Math.min(sentence.length, ...stop.filter((index) => index >= 0))));
  }
  certified.sort((a, b) => a.start - b.start);
  const licenses = [...text.matchAll(licensed)].map((match) => {
    const start = match.index + match[0].length;
    const sentence = text.slice(start, endOfSentence(text, start));
    const next = sentence.search(nextClause);
    return within(start, start + (next < 0 ? sentence.length : next));
  });
  const printed = credentials ? blockLists(readingText, credentials) : { certifications: [], licensedIn: [] };
  certified.push(...printed.certifications);
  licenses.push(...printed.licensedIn);
  const named = title.exec(text);
  return {
    ...(named && {
      title: {
        value: named[1] ? 'expert reviewer' : 'physician reviewer',
        start: prose.start + named.index,
        end: prose.start + named.index + named[0].length,
      },
    }),
    certifications: namesIn(readingText, certified),
    licensedIn: namesIn(readingText, licenses),
  };
}

const licensedOnce = new RegExp(licensed.source, 'i');
const boardCertifiedOnce = new RegExp(boardCertified.source, 'i');

function endOfSentence(text: string, start: number): number {
  const rest = text.slice(start, start + longestSentence);
  const end = rest.search(sentenceEnd);
  return start + (end < 0 ? rest.length : end);
}

/** Where the lists of a block stand, each after its label; two reviewers may each have a block. */
function blockLists(readingText: string, within: Span): Record<'certifications' | 'licensedIn', Span[]> {
  const lists = { certifications: [] as Span[], licensedIn: [] as Span[] };
  const labels = [...readingText.slice(within.start, within.end).matchAll(block)];
  for (const [index, label] of labels.entries()) {
    const start = within.start + label.index + label[0].length;
    const end = within.start + (labels[index + 1]?.index ?? within.end - within.start);
    if (label.groups?.['licensedIn'] !== undefined) lists.licensedIn.push({ start, end });
    else if (label.groups?.['certifications'] !== undefined) lists.certifications.push({ start, end });
  }
  return lists;
}

/** The names in lists that may overlap ("Board Certified in X and Board Certified in Y"), each once. */
function namesIn(readingText: string, lists: readonly Span[]): Fact<string>[] {
  const names = new Map<string, Fact<string>>();
  let read = 0;
  for (const list of lists) {
    for (const name of nameList(readingText, { start: Math.max(read, list.start), end: list.end })) {
      if (!names.has(name.value)) names.set(name.value, name);
    }
    read = Math.max(read, list.end);
  }
  return [...names.values()];
}
