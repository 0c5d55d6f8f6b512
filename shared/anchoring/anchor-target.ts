/**
 * Finds the place of an annotation in a reading text that may have changed since. A quote is matched exactly but
 * for white space, which a new reflow may set otherwise. Several places with the same words are told apart by
 * what stands around them; where that does not decide, the annotation is an orphan rather than a silent guess.
 */
import type { Target } from '../model/annotation.ts';
import { type PrintedText, printedText } from './printed-text.ts';

export type Anchor =
  | { readonly kind: 'anchored'; readonly start: number; readonly end: number; readonly moved: boolean }
  | { readonly kind: 'orphan' };

const orphan: Anchor = { kind: 'orphan' };

/** A place with the quoted words, in offsets of the text without white space. */
interface Candidate {
  readonly at: number;
  /** How many characters of context around it are as they were. */
  readonly context: number;
}

/** By how many characters of context the best place must beat the next when its context is not all as it was. */
const decidingLead = 8;

/** Characters compared before the search for a long, endlessly repeated quote is given up. */
const searchBudget = 50_000_000;

/**
 * The place of `target` in `readingText`: where it was, if its words still stand there in their old context or the
 * context does not tell otherwise; else where its words stand now. `moved` says that the offsets are other ones.
 */
export function anchorTarget(readingText: string, target: Target): Anchor {
  const { exact, prefix, suffix } = target.quote;
  const inPlace = target.end <= readingText.length && readingText.slice(target.start, target.end) === exact;
  const stays: Anchor = { kind: 'anchored', start: target.start, end: target.end, moved: false };
  if (inPlace && standsBetween(readingText, target, prefix, suffix)) return stays;

  const quote = withoutSpace(exact);
  if (quote === '') return inPlace ? stays : orphan;
  const printed = printedText(readingText);
  const before = withoutSpace(prefix);
  const after = withoutSpace(suffix);
  const found = candidates(printed.text, quote, before, after);
  const best = decide(found, before.length + after.length);
  if (best) return place(readingText, printed, best.at, quote.length, target);
  // Several places have as good a context: the old position decides if it is one of them.
  const most = found.reduce((max, candidate) => Math.max(max, candidate.context), -1);
  const tied = found.filter((candidate) => candidate.context === most);
  return inPlace && tied.some(({ at }) => covers(printed, at, quote.length, target)) ? stays : orphan;
}

const covers = ({ offsets }: PrintedText, at: number, length: number, { start, end }: Target): boolean =>
  (offsets[at] ?? -1) >= start && (offsets[at + length - 1] ?? end) < end;

function standsBetween(readingText: string, target: Target, prefix: string, suffix: string): boolean {
  const from = target.start - prefix.length;
  return from >= 0 && readingText.startsWith(prefix, from) && readingText.startsWith(suffix, target.end);
}

function candidates(text: string, quote: string, before: string, after: string): Candidate[] {
  const found: Candidate[] = [];
  const most = Math.max(1000, searchBudget / quote.length);
  for (let at = text.indexOf(quote); at >= 0 && found.length <= most; at = text.indexOf(quote, at + 1)) {
    let context = 0;
    for (let i = 1; i <= before.length && text[at - i] === before[before.length - i]; i++) context++;
    for (let i = 0; i < after.length && text[at + quote.length + i] === after[i]; i++) context++;
    found.push({ at, context });
  }
  return found;
}

/** The one place that the quote must mean; undefined if none is. */
function decide(found: readonly Candidate[], fullContext: number): Candidate | undefined {
  let best: Candidate | undefined;
  let next = -1;
  for (const candidate of found) {
    if (!best || candidate.context > best.context) {
      next = best?.context ?? -1;
      best = candidate;
    } else next = Math.max(next, candidate.context);
  }
  if (!best) return undefined;
  const decides =
    found.length === 1 ||
    (best.context === fullContext && next < fullContext) ||
    (best.context - next >= decidingLead && best.context * 2 >= fullContext);
  return decides ? best : undefined;
}

function place(readingText: string, printed: PrintedText, at: number, length: number, target: Target): Anchor {
  const { exact } = target.quote;
  let start = printed.offsets[at] ?? 0;
  let end = (printed.offsets[at + length - 1] ?? 0) + 1;
  // A quote that was marked with the space at its ends keeps it where it is still there.
  const lead = exact.length - exact.trimStart().length;
  const trail = exact.length - exact.trimEnd().length;
  if (start >= lead && readingText.slice(start - lead, end + trail) === exact) {
    start -= lead;
    end += trail;
  }
  return { kind: 'anchored', start, end, moved: start !== target.start || end !== target.end };
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');
