import type { Citation } from '../../model/letter-parse.ts';
import type { Span } from '../../model/span.ts';

/** A source named in a guideline statement; a part of the MTUS that has a name of its own is a `guideline`. */
export interface SourceName extends Span {
  readonly kind: Exclude<Citation['source'], 'OTHER'> | 'guideline';
}

const ffi = '(?:ffi|\uFB03|\uFB00i|f\uFB01)';
const names = new RegExp(
  [
    '(?<MTUS>\\bMTUS\\b|\\bMedical\\s+Treatment\\s+Utilization\\s+Schedule\\b(?:\\s?\\(MTUS\\))?)',
    '(?<ACOEM>\\bAmerican\\s+College\\s+of\\s+Occupational\\s+(?:and|&)\\s+Environmental\\s+Medicine\\b(?:\\s?\\(ACOEM\\))?|\\bACOEM\\b)',
    // 001 prints "()DG)" for "(ODG)".
    `(?<ODG>\\bO${ffi}cial\\s+Disability\\s+Guidelines?\\b(?:\\s?\\([O)0]?DG\\))?|\\bODG\\b)`,
    '(?<guideline>\\b(?:Chronic\\s+Pain|Acupuncture|Post-?\\s?surgical(?:\\s+Physical\\s+Medicine)?|Opioids?|Low\\s+Back|Neck\\s+and\\s+Upper\\s+Back|Shoulder|Elbow|Knee|Stress)\\s+(?:Medical\\s+)?Treatment\\s+Guidelines?\\b)',
  ].join('|'),
  'gi',
);

/** The sources named in `text`, in order. */
export function sourceNames(text: string): SourceName[] {
  return [...text.matchAll(names)].map((match) => {
    const kind = (['MTUS', 'ACOEM', 'ODG', 'guideline'] as const).find((name) => match.groups?.[name] !== undefined);
    return { kind: kind ?? 'MTUS', start: match.index, end: match.index + match[0].length };
  });
}
