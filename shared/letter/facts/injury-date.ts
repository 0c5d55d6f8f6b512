import type { Span } from '../../model/span.ts';
import { isoDate, printedDates } from './dates.ts';
import type { Fact } from './fact.ts';

/** How many code units before a date may say that it is the injury's. */
const reach = 120;

/** What stands directly before a date that is the injury's: only wording that says so, never a guess. */
const leads = [
  /\b(?:date\s+of\s+(?:the\s+)?(?:[\w/-]+\s+)?injury|injury\s+date|DOI|D\.O\.I\.?)(?:\s+\(DOI\))?(?:\s+in\s+this\s+(?:case|claim|matter))?\s{0,3}(?:(?:of|was|is|on|as)(?:\s+or\s+about)?(?:\s+(?:noted|listed|reported|documented|given|stated)\s+(?:as|to\s+be))?|(?:noted|listed|reported|documented|given|stated)\s+(?:as|to\s+be)|[:=,-])?\s*(?:\(DOI\)\s*)?$/i,
  /\binjur(?:y|ies)\s+(?:of|dated|dating\s+from|sustained\s+on|(?:(?:that|which)\s+)?(?:occurred|happened|occurring)\s+on|to\s+(?:[\w/-]{1,20},?\s{1,3}){1,8}(?:of|from|dated|on))(?:\s+or\s+about)?\s*$/i,
  /\b(?:sustained|su(?:ff|\uFB00)ered|incurred|experienced|reported)\s+(?:an?\s+|multiple\s+)?(?:[\w/-]{1,20}\s{1,3}){0,3}injur(?:y|ies)\s+(?:to\s+(?:[\w/-]{1,20},?\s{1,3}){1,8})?(?:at\s+work\s+)?on(?:\s+or\s+about)?\s*$/i,
  /\binjured\s+(?:(?:himself|herself|(?:his|her|their|the|in\s+an?)\s+(?:[\w/-]{1,20}\s{1,3}){0,5}[\w/-]{1,20})\s+)?(?:at\s+work\s+)?on(?:\s+or\s+about)?\s*$/i,
  /(?<![\p{L}-])injured\s{1,3}(?:at\s{1,3}work\s{1,3})?$/iu,
];
/** `an industrial injury on` a date, in a sentence that speaks of no other injury. */
const workInjury =
  /(?<![\p{L}-])(?:(?:industrial|occupational|work(?:place)?(?:[\s\u2010-\u2013-]{1,3}related)?|job[\s\u2010-\u2013-]{1,3}related)\s{1,3}(?:[\w/-]{1,20}\s{1,3}){0,2}|\ban\s{1,3})injur(?:y|ies)\s{1,3}(?:to\s{1,3}(?:[\w/-]{1,20},?\s{1,3}){1,8})?(?:(?:that|which)\s{1,3})?(?:(?:occurred|happened)\s{1,3})?on(?:\s{1,3}or\s{1,3}about)?\s{0,3}$/iu;
const anotherInjury =
  /\b(?:also|another|second|third|new|prior|previous|earlier|subsequent|later|non[\s-]?industrial|re-?injur\w{0,5}|no|not|without|denie[sd]|denying|report(?:s|ed)?)\b[^.;\n]{0,100}$/i;
/** What stands directly after one: `with a 12/11/06 date of injury`. */
const follow =
  /^\s+(?:DOI\b|injury\s+date\b|date\s+of\s+injury\b|(?:(?:industrial|occupational|work(?:place)?)(?:[\s-]+related)?\s+)?injury\b(?!\s+report))/i;

/** `On 5/6/10 the patient was injured`, with the date at the start of its sentence. */
const onThatDay = /(?:^|[.;\n]\s{0,3})On\s{1,3}$/;
const wasInjured =
  /^,?\s{1,3}(?:(?:the\s{1,3})?(?:patient|applicant|claimant|employee|(?:injured\s{1,3})?worker)|he|she)\s{1,3}(?:was\s{1,3}injured|(?:sustained|su(?:ff|\uFB00)ered)\s{1,3}(?:an?\s{1,3})?(?:[\w/-]{1,20}\s{1,3}){0,2}injur(?:y|ies))\b/i;

/** The first date in `span` of which the letter says that it is the date of injury; two-digit years as in {@link isoDate}. */
export function injuryDate(readingText: string, span: Span, letterDate?: string): Fact<string> | undefined {
  for (const date of printedDates(readingText, span.start, span.end)) {
    const before = readingText.slice(Math.max(span.start, date.start - reach), date.start);
    const after = readingText.slice(date.end, Math.min(span.end, date.end + reach));
    const toldAfter = follow.test(after) || (onThatDay.test(before) && wasInjured.test(after));
    const told =
      toldAfter || leads.some((lead) => lead.test(before)) || (workInjury.test(before) && !anotherInjury.test(before));
    if (!told) continue;
    const value = isoDate(date, letterDate);
    if (value !== undefined) return { value, start: date.start, end: date.end };
  }
  return undefined;
}
