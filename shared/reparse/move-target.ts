/** Where an annotation, a correction or an opinion stands in a letter that was read anew. */
import { anchorTarget } from '../anchoring/anchor-target.ts';
import { describeTarget } from '../anchoring/describe-target.ts';
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
 * tells even repeated phrases apart, as long as that is the same; by its quote otherwise.
 * @param before how the letter was read when the target stood at its span; undefined when that is not known
 */
export function moveTarget(target: Target, before: Reading | undefined, after: Reading): Target | undefined {
  const through = before?.sourceText === after.sourceText ? throughSource(target, before, after) : undefined;
  if (through) return through;
  const anchor = anchorTarget(after.readingText, target);
  return anchor.kind === 'anchored' ? describeTarget(after.readingText, anchor) : undefined;
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
