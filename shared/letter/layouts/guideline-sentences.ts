/**
 * Guideline statements in sentences, as the letters of 2013 and 2014 print them: "The Claims Administrator based its
 * decision on …, which is not part of the MTUS. The Expert Reviewer found no section of the MTUS applicable and relied
 * on …".
 */
import type { Span } from '../../model/span.ts';
import { decisionAtEnd } from '../decision.ts';
import { trimRange } from '../white-space.ts';
import { afterSentence } from './headed-parts.ts';

export type Side = 'claims' | 'reviewer';

const says =
  '(?:also\\s{1,3}|has\\s{1,3}|have\\s{1,3}|had\\s{1,3})?(?:based|bases|relied|relies|found|finds|did|does|used|uses|utilized|cited|cites|stated|states|considered|noted|notes|referenced|references|applied|consulted|indicated|provided|gave)';
const sentence = new RegExp(
  `\\b(?:The\\s{1,3})?(?:(Claims?\\s{1,3}Administrators?|Utilization\\s{1,3}Review(?:\\s{1,3}(?:physician|reviewer|determination|decision))?|UR\\s{1,3}(?:physician|reviewer|determination|decision))|(?:(?:Expert|Physician|Professional|Medical|IMR|MAXIMUS)\\s{1,3}){1,2}Reviewer)\\s{1,3}${says}\\b`,
  'giu',
);

/** Where a party's statement on its guideline starts. */
export interface SideSentence extends Span {
  readonly side: Side;
}

/** A heading whose line was full runs on into the sentence after it. */
const afterDecision = (readingText: string, start: number, offset: number): boolean =>
  decisionAtEnd(readingText.slice(Math.max(start, offset - 100), offset).trimEnd()) !== undefined;

/** The sentences in `[start, end)` that open with what a party based its decision on, in order. */
export function sideSentences(readingText: string, start: number, end: number): SideSentence[] {
  const found: SideSentence[] = [];
  for (const match of readingText.slice(start, end).matchAll(sentence)) {
    const at = start + match.index;
    if (
      !/^\p{Lu}/u.test(match[0]) ||
      !(at === start || afterSentence(readingText, at) || afterDecision(readingText, start, at))
    )
      continue;
    found.push({ side: match[1] === undefined ? 'reviewer' : 'claims', start: at, end: at + match[0].length });
  }
  return found;
}

/**
 * The stretches of `[start, end)` in which each party states its guideline: from its first sentence to the other's. A
 * text that names no party is the reviewer's.
 */
export function sidesOf(readingText: string, start: number, end: number): Partial<Record<Side, Span>> {
  const sentences = sideSentences(readingText, start, end);
  const first = sentences[0];
  const whole = trimRange(readingText, start, end);
  if (!first) return whole.end > whole.start ? { reviewer: whole } : {};
  const second = sentences.find(({ side }) => side !== first.side);
  return {
    [first.side]: trimRange(readingText, first.start, second?.start ?? end),
    ...(second && { [second.side]: trimRange(readingText, second.start, end) }),
  };
}
