import type { Decision } from '../../model/letter-parse.ts';
import type { Span } from '../../model/span.ts';
import { trimRange } from '../white-space.ts';

/** A printed finding such as `not medically necessary and appropriate`, without its verb, and what it decides. */
export interface Necessity extends Span {
  readonly decision: Exclude<Decision, 'unknown'>;
}

const finding =
  /(?:\b(not|neither|cannot|[a-z]{2,6}n['\u2019]t)\s{0,3}(?:(?:been|be|appear|currently|considered|deemed|felt|found|shown|established|supported|to|as)\s{1,3}){0,4})?(?:(partially|partly)\s{1,3})?medically\s{0,3}(un)?necessary\b(?:\s{1,3}(?:and|or|&|nor)\s{1,3}(?:medically\s{1,3})?appropriate\b)?(?:,?\s{1,3}(in\s{1,3}part)\b)?/gi;

/**
 * The findings of medical necessity in `[start, end)`, in order. "Not medically necessary" upholds the denial, also
 * where the space after "not" is missing; "medically necessary" overturns it, "in part" partially.
 */
export function necessities(readingText: string, start: number, end: number): Necessity[] {
  return [...readingText.slice(start, end).matchAll(finding)].map((match) => {
    const [all, not, partly, un, inPart] = match;
    const partial = partly !== undefined || inPart !== undefined;
    const denied = (not !== undefined) !== (un !== undefined);
    return {
      decision: partial ? 'partially-overturned' : denied ? 'upheld' : 'overturned',
      start: start + match.index,
      end: start + match.index + all.length,
    };
  });
}

const verb =
  /\s(?:(?:is|are|was|were)(?:\s?\/\s?(?:is|are|was|were))?|(?:has|have)\s{1,3}been|be)(?:\s{1,3}(?:considered|deemed|found|to|be|as|both)){0,4}$/i;

/** `[start, end)` as the subject of a finding that starts at `end`: trimmed, without the verb and comma at its end. */
export function findingSubject(readingText: string, start: number, end: number): Span {
  const whole = trimRange(readingText, start, end);
  const from = Math.max(whole.start, whole.end - 60);
  const found = verb.exec(readingText.slice(from, whole.end));
  const subject = trimRange(readingText, whole.start, found ? from + found.index : whole.end);
  if (readingText.charAt(subject.end - 1) !== ',') return subject;
  return trimRange(readingText, subject.start, Math.max(subject.start, subject.end - 1));
}
