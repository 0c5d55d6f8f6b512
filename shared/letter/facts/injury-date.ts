import type { Span } from '../../model/span.ts';
import { isoDate, printedDates } from './dates.ts';
import type { Fact } from './fact.ts';

/** How many code units before a date may say that it is the injury's. */
const reach = 120;

/** What stands directly before a date that is the injury's: only wording that says so, never a guess. */
const leads = [
  /\b(?:date\s+of\s+(?:the\s+)?(?:[\w/-]+\s+)?injury|injury\s+date|DOI|D\.O\.I\.?)(?:\s+\(DOI\))?(?:\s+in\s+this\s+(?:case|claim|matter))?\s?(?:(?:of|was|is|on|as)(?:\s+or\s+about)?(?:\s+(?:noted|listed|reported|documented|given|stated)\s+(?:as|to\s+be))?|[:=,-])?\s*$/i,
  /\binjur(?:y|ies)\s+(?:of|dated|dating\s+from|sustained\s+on|(?:(?:that|which)\s+)?(?:occurred|happened|occurring)\s+on|to\s+(?:[\w/-]{1,20},?\s{1,3}){1,8}(?:of|from|dated|on))(?:\s+or\s+about)?\s*$/i,
  /\b(?:sustained|su(?:ff|\uFB00)ered|incurred|experienced|reported)\s+(?:an?\s+|multiple\s+)?(?:[\w/-]{1,20}\s{1,3}){0,3}injur(?:y|ies)\s+(?:to\s+(?:[\w/-]{1,20},?\s{1,3}){1,8})?(?:at\s+work\s+)?on(?:\s+or\s+about)?\s*$/i,
  /\binjured\s+(?:(?:his|her|their|the)\s+(?:[\w/-]{1,20}\s{1,3}){1,6})?(?:at\s+work\s+)?on(?:\s+or\s+about)?\s*$/i,
];
/** What stands directly after one: `with a 12/11/06 date of injury`. */
const follow =
  /^\s+(?:DOI\b|injury\s+date\b|date\s+of\s+injury\b|(?:(?:industrial|occupational|work(?:place)?)(?:[\s-]+related)?\s+)?injury\b(?!\s+report))/i;

/** The first date in `span` of which the letter says that it is the date of injury; two-digit years as in {@link isoDate}. */
export function injuryDate(readingText: string, span: Span, letterDate?: string): Fact<string> | undefined {
  for (const date of printedDates(readingText, span.start, span.end)) {
    const before = readingText.slice(Math.max(span.start, date.start - reach), date.start);
    const after = readingText.slice(date.end, Math.min(span.end, date.end + reach));
    if (leads.some((lead) => lead.test(before)) || follow.test(after))
      return { value: isoDate(date, letterDate), start: date.start, end: date.end };
  }
  return undefined;
}
