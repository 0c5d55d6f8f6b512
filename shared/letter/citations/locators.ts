/** Chapter and section as the sources print them, after the source's name and before the pages. */
import { normaliseSpace } from '../white-space.ts';

export interface Locator {
  readonly guideline?: string;
  readonly chapter?: string;
  readonly section?: string;
}

/**
 * Chapters of the ODG, with the additions their titles carry. Seeds: Low Back, Neck, Neck & Upper Back, Pain; the
 * others from published letters.
 */
const odgChapter =
  /^(?:(?:the\s)?chapter:?\s)?((?:Low Back|Neck(?: (?:&|and) Upper Back)?|Pain|Shoulder|Knee(?: ?(?:&|and|\/) ?Leg)?|Ankle(?: (?:&|and) Foot)?|Elbow|Forearm,? Wrist,? (?:(?:&|and) )?Hand|Hip(?: (?:&|and) Pelvis)?|Head|Mental Illness(?: (?:&|and) Stress)?|Carpal Tunnel Syndrome|Diabetes|Hernia|Eye|Pulmonary|Burns|Infectious Diseases|Fitness for Duty)(?:\s?[-\u2013]{1,2}\s?Lumbar (?:&|and) Thoracic)?(?:,? \((?:Acute|Chronic|Acute (?:&|and) Chronic)\))?)(?:\s(?:chapter|section)\b|(?=\sprocedure summary\b|\s\((?:last )?updated?\b|\s?[\u2013\u2014]|\s-\s|[,;:.()]|$))/i;
const namedChapter = /^([^,;:]{1,60}?)\schapter\b/i;

/** Editions and dates between the name of the ODG and its chapter. */
const odgEdition =
  /^(?:(?:\d{1,2}(?:st|nd|rd|th) edition|(?:19|20)\d\d(?: updates?)?|\(?(?:web|online|internet)(?: (?:edition|version))?|Integrated Treatment\/Disability Duration Guidelines|TWC)(?:\)?[,;:]\s?|\)\s?|\s|$)){1,9}/i;
const odgUpdate = /^\(?(?:last )?updated?:? (?:\d[\d/.-]{0,12}|[^\d,;)][^,;)]{0,19})(?:\)?[,;:]\s?|\)\s?|\s|$)/i;

/** `, Low Back Chapter, section on Facet Joint Blocks` and its neighbours. */
export function odgLocator(printed: string): Locator {
  const editions = [odgEdition, odgUpdate, odgEdition];
  const text = tidy(editions.reduce((rest, edition) => rest.replace(edition, ''), tidy(printed))).replace(
    /^\((?=[^()]{1,60}?\schapter\b)/i,
    '',
  );
  const chapter = odgChapter.exec(text) ?? namedChapter.exec(text);
  if (!chapter) return section(text);
  return { chapter: chapter[1] ?? '', ...section(tidy(text.slice(chapter[0].length)).replace(odgUpdate, '')) };
}

const acoemEdition =
  /^(?:(?:Occupational Medicine )?(?:Practice )?Guidelines?)?[,\s]{0,2}(?:\(?\d(?:st|nd|rd|th) Ed(?:ition|\.)?\)?)?[,\s]{0,2}(?:\(?(?:19|20)\d\d\))?/i;
/** As letters shorten it: `Ch. 12`, `Chp 3`. */
export const chapterWord = '(?:chapter|chap|chp?)\\b\\.?:?';
const acoemChapter = new RegExp(`^\\(?${chapterWord}\\s?(\\d{1,2})\\b[\\s:,.(\u2013-]{0,3}`, 'i');
const numberAfterTitle = new RegExp(`^(?:\\s|,?\\s?${chapterWord}\\s?)?(\\d{1,2})\\b`, 'i');
/** Titles of body parts end in "Complaints" and may hold commas: "Forearm, Wrist, and Hand Complaints". */
const complaintsTitle = /^(?:[\p{Lu}&][\p{L}/&-]{0,30},? (?:and |or )?){1,6}?Complaints\b/u;
const plainTitle = /^(?!\))[^,;.(]{1,90}(?:\((?:revised|rev\.|updated) [^()]{1,20}\))?/i;

/** ` Chapter 12 Low Back Complaints, Facet Joint Injections` and its neighbours. */
export function acoemLocator(printed: string): Locator {
  const text = tidy(printed);
  const edition = acoemEdition.exec(text)?.[0].trim() ?? '';
  const rest = tidy(text.slice(edition.length));
  const named = edition.includes('(') ? edition : edition.replace(')', '');
  const guideline = edition ? { guideline: `ACOEM ${named.replace(/[,\s]{1,4}$/, '')}` } : {};
  const number = acoemChapter.exec(rest);
  if (!number) {
    const titled = namedChapter.exec(rest) ?? complaintsTitle.exec(rest);
    if (!titled) return { ...guideline, ...section(rest) };
    const after = rest.slice(titled[0].length);
    const title = titled[1] ?? titled[0];
    const following = numberAfterTitle.exec(after);
    return {
      ...guideline,
      chapter: following ? `${following[1]} ${title}` : title,
      ...section(after.slice(following?.[0].length ?? 0)),
    };
  }
  const after = rest.slice(number[0].length);
  const title = (complaintsTitle.exec(after) ?? plainTitle.exec(after))?.[0] ?? '';
  const behind = after.slice(title.length).replace(/^\)/, '');
  const again = numberAfterTitle.exec(behind);
  return {
    ...guideline,
    chapter: `${number[1]} ${title}`.trim(),
    ...section(again?.[1] === number[1] ? behind.slice(again?.[0].length) : behind),
  };
}

const namedGuideline = /^[\p{L}&/-]{1,30}(?: [\p{L}&/-]{1,30}){0,5}? Guidelines?\b/u;

/** What announces a regulation number, and is left when the number is taken away. */
const regulationLead =
  /(?:\b(?:title )?8,? )?\b(?:C\.?C\.?R\.?|California Code of Regulations)(?:,? \(?title 8\)?)?,?[\s\u00A7]{0,4}(?:sections?)?[\s\u00A7]{0,3}$|\u00A7{1,2}\s?$/i;

/** When the named guideline took effect: `(Effective July 18, 2009)`, `(May 2009)`. */
const guidelineDate =
  /^\((?:(?:effective|revised|rev\.|updated|adopted) )?(?:[\p{L}\d.,/]{1,12} ){0,3}(?:19|20)\d\d\)/iu;
const mtusEdition = /^\(?((?:19|20)\d\d)\)?(?=[\s,;:]|$)/;

/** Guidelines of the MTUS by their bare topic, with a section behind a comma: `Chronic Pain, Muscle relaxants`. */
const bareGuideline = /^(?:Chronic Pain|Post-?\s?surgical|Acupuncture)(?: (?:Medical )?Treatment)?(?=[,;:]|$)/i;

/** What follows `MTUS` or the name of one of its guidelines. */
export function mtusLocator(printed: string, guideline: string | undefined): Locator {
  const text = tidy(tidy(tidy(printed).replace(regulationLead, '')).replace(guidelineDate, ''));
  const edition = guideline === undefined ? mtusEdition.exec(text) : null;
  if (edition) return { guideline: `MTUS ${edition[1]}`, ...section(text.slice(edition[0].length)) };
  if (guideline !== undefined) return { guideline: normaliseSpace(guideline), ...section(text) };
  const named = (namedGuideline.exec(text) ?? bareGuideline.exec(text))?.[0];
  return named ? { guideline: named, ...section(text.slice(named.length)) } : section(text);
}

/** Without the designators around it: `section on X`, `X Topic`. */
function section(printed: string): Locator {
  const text = tidy(printed)
    .replace(/^(?:(?:the )?(?:sections?|section ?\(s\)|topics?|chapter)(?: on|:|,)|regarding|under)\s/i, '')
    .replace(/^(?:[Tt]he )?[Ss]ection (?=\p{Lu}\p{L})/u, '')
    .replace(/\s(?:topic|section)$/i, '');
  return text ? { section: text } : {};
}

/** Single spaces, no punctuation at the ends. */
export function tidy(text: string): string {
  const plain = normaliseSpace(text);
  let start = 0;
  let end = plain.length;
  while (start < end && ',;:.)\u2013\u2014- '.includes(plain.charAt(start))) start++;
  while (end > start && ',;:.(\u2013\u2014- '.includes(plain.charAt(end - 1))) end--;
  return plain.slice(start, end);
}
