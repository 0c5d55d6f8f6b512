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
const boardCertified = /\bboard[\s-]{1,3}certi(?:fi|\uFB01)ed\b/gi;
const licensed = /\blicensed\s{1,3}(?:to\s{1,3}practice\s{1,3})?(?:medicine\s{1,3})?in\b/gi;
/** The "in" after "Board Certified", which 002 prints without its space. */
const inWord = /\s{0,3}(?:in(?=[\s\p{Lu}])|IN(?=\s))/uy;
/** A credentials sentence ends at its full stop, even where the space after it is missing. */
const sentenceEnd = /(?<!\b\p{Lu})\.(?=\s|$|\p{Lu}\p{Ll})|\n/u;
/** What follows a list of states in the same sentence. */
const nextClause = /\b(?:has|have|is|was|he|she|who|whose)\b/i;
const longestSentence = 600;
const block = {
  licensedIn: new RegExp(labelled(credentialPatterns.licensedIn), 'i'),
  certifications: new RegExp(labelled(credentialPatterns.certifications), 'i'),
};

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
    const license = text.slice(start, end).search(licensedOnce);
    return within(start, license < 0 ? end : start + license);
  });
  const licenses = [...text.matchAll(licensed)].map((match) => {
    const start = match.index + match[0].length;
    const sentence = text.slice(start, endOfSentence(text, start));
    const next = sentence.search(nextClause);
    return within(start, start + (next < 0 ? sentence.length : next));
  });
  if (credentials) {
    certified.push(...listAfter(readingText, credentials, block.certifications, block.licensedIn));
    licenses.push(...listAfter(readingText, credentials, block.licensedIn, block.certifications));
  }
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

function endOfSentence(text: string, start: number): number {
  const rest = text.slice(start, start + longestSentence);
  const end = rest.search(sentenceEnd);
  return start + (end < 0 ? rest.length : end);
}

/** Where the list after `label` stands, up to the label `next`; nowhere when the label is missing. */
function listAfter(readingText: string, within: Span, label: RegExp, next: RegExp): Span[] {
  const text = readingText.slice(within.start, within.end);
  const match = label.exec(text);
  if (!match) return [];
  const start = match.index + match[0].length;
  const length = text.slice(start).search(next);
  const end = length < 0 ? text.length : start + length;
  return [{ start: within.start + start, end: within.start + end }];
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
