/** Where an annotation, a correction or an opinion stands in a letter that was read anew. */
import { anchorTarget } from '../anchoring/anchor-target.ts';
import { describeTarget } from '../anchoring/describe-target.ts';
import { printedText } from '../anchoring/printed-text.ts';
import { type SourceMap, toReading, toSource } from '../letter/source-map.ts';
import type { Target } from '../model/annotation.ts';

/** A letter as it was read once: its source text, and how its reading text stands in it. */
export interface Reading {
  readonly sourceText: string;
  readonly sourceMap: SourceMap;
  readonly readingText: string;
}

/**
 * The target in the new reading; undefined when its words have no sure place there. Through the source text, which
 * tells even repeated phrases apart, as long as that is the same; by its quote otherwise, and where that does not
 * decide, because all from there to an end of the letter reads as before.
 * @param before how the letter was read when the target stood at its span; undefined when that is not known
 */
export function moveTarget(target: Target, before: Reading | undefined, after: Reading): Target | undefined {
  const through = before?.sourceText === after.sourceText ? throughSource(target, before, after) : undefined;
  if (through) return through;
  const anchor = anchorTarget(after.readingText, target);
  if (anchor.kind === 'anchored') return describeTarget(after.readingText, anchor);
  return before && throughUnchangedEnd(target, before.readingText, after.readingText);
}

/** By the words alone, without the space between them, which reflow may set otherwise. */
function throughUnchangedEnd({ start, quote }: Target, before: string, after: string): Target | undefined {
  const old = printedText(before);
  const now = printedText(after);
  const words = printed(quote.exact);
  const at = old.offsets.findIndex((offset) => offset >= start);
  if (words === '' || at < 0 || !old.text.startsWith(words, at)) return undefined;
  const later = now.text.length - old.text.length;
  const isSame = (from: number, to: number, shift: number): boolean =>
    old.text.slice(from, to) === now.text.slice(Math.max(0, from + shift), Math.max(0, to + shift));
  const shift = isSame(0, at + words.length, 0) ? 0 : isSame(at, old.text.length, later) ? later : undefined;
  if (shift === undefined) return undefined;
  const [first, last] = [now.offsets[at + shift], now.offsets[at + shift + words.length - 1]];
  return first === undefined || last === undefined ? undefined : describeTarget(after, { start: first, end: last + 1 });
}

function throughSource(target: Target, before: Reading, after: Reading): Target | undefined {
  const start = toReading(after.sourceMap, toSource(before.sourceMap, target.start));
  const end = toReading(after.sourceMap, toSource(before.sourceMap, target.end - 1)) + 1;
  const stands =
    printed(before.readingText.slice(target.start, target.end)) === printed(target.quote.exact) &&
    printed(after.readingText.slice(start, end)) === printed(target.quote.exact);
  return stands ? describeTarget(after.readingText, { start, end }) : undefined;
}

const printed = (text: string): string => text.replace(/\s+/g, '');
