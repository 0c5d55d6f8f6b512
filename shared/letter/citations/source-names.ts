import type { Citation } from '../../model/letter-parse.ts';
import type { Span } from '../../model/span.ts';

/** A source named in a guideline statement; a part of the MTUS that has a name of its own is a `guideline`. */
export interface SourceName extends Span {
  readonly kind: Exclude<Citation['source'], 'OTHER'> | 'guideline';
}

const ffi = '(?:ffi|\uFB03|\uFB00i|f\uFB01)';
const twc =
  "(?:,?\\s?[-\u2013\u2014]{0,2}\\s?Treatment\\s+(?:Index|(?:in|for)\\s+Workers['\u2019]?\\s+Comp(?:ensation)?\\b))?(?:\\s?\\(TWC\\))?";
/** Parts of the MTUS that letters from 2015 on name by topic and year: `Chronic Pain 2009`, `Low Back Complaints 2004`. */
const datedGuideline =
  '\\b(?:General\\s+Approaches|Prevention|(?:Neck\\s+and\\s+Upper\\s+Back|Shoulder|Elbow|Forearm,?\\s+Wrist,?\\s+(?:and\\s+)?Hand|Low\\s+Back|Knee|Ankle\\s+and\\s+Foot|Eye)(?:\\s+Complaints|\\s+Disorders)?|Stress[-\\s]+Related\\s+Conditions|(?:Chronic\\s+Pain|Acupuncture|Post-?\\s?surgical|Opioids?)(?:\\s+(?:Medical\\s+)?Treatment)?)(?:\\s+Guidelines?)?,?\\s+\\(?(?:19|20)\\d\\d\\b\\)?';
const patterns = [
  '(\\bMTUS\\b|\\bMedical\\s+Treatment\\s+Utilization\\s+Schedule\\b(?:\\s?\\(MTUS\\))?)',
  '(\\bAmerican\\s+College\\s+of\\s+Occupational\\s+(?:and|&)\\s+Environmental\\s+Medicine\\b(?:\\s?\\(ACOEM\\))?|\\bACOEM\\b)',
  // 001 prints "()DG)" for "(ODG)".
  `(\\b(?:O${ffi}cial\\s+Disability\\s+Guidelines?\\b|ODG(?:[-/\\s]TWC)?\\b)${twc}(?:\\s?\\([O)0]?DG(?:[-/\\s]TWC)?\\)${twc})?)`,
  '(\\b(?:Chronic\\s+Pain|Acupuncture|Post-?\\s?surgical(?:\\s+Physical\\s+Medicine)?|Opioids?|Low\\s+Back|Neck\\s+and\\s+Upper\\s+Back|Shoulder|Elbow|Knee|Stress)\\s+(?:Medical\\s+)?Treatment\\s+Guidelines?\\b)',
];
/** What the groups of the patterns stand for. */
const kinds = ['MTUS', 'ACOEM', 'ODG', 'guideline', 'guideline'] as const;
const names = new RegExp(patterns.join('|'), 'gi');
const namesWithDated = new RegExp([...patterns, `(${datedGuideline})`].join('|'), 'gi');
const year = /\b(?:19|20)\d\d\b/;

const webAddress = /(?:https?:\/\/|www\.)\S{1,500}|\b[\w-]{1,60}\.(?:com|org|gov|net|edu)\b\S{0,500}/gi;
const anyAddress = /:\/\/|www\.|\.(?:com|org|gov|net|edu)\b/i;

/**
 * The sources named in `text`, in order; a web address (`www.odg-twc.com`) names none. Topics with a year name a part
 * of the MTUS only in a statement that is `onMtus`.
 */
export function sourceNames(text: string, onMtus: boolean): SourceName[] {
  const found: SourceName[] = [];
  const addresses = anyAddress.test(text) ? [...text.matchAll(webAddress)] : [];
  let next = 0;
  const pattern = onMtus && year.test(text) ? namesWithDated : names;
  for (const match of text.matchAll(pattern)) {
    const [all, ...groups] = match;
    const start = match.index;
    while (next < addresses.length && endOf(addresses[next]) <= start) next++;
    if ((addresses[next]?.index ?? text.length) <= start) continue;
    const kind = kinds[groups.findIndex((group) => group !== undefined)] ?? 'guideline';
    found.push({ kind, start, end: start + all.length });
  }
  return found;
}

const endOf = (match: RegExpExecArray | undefined): number => (match ? match.index + match[0].length : 0);
