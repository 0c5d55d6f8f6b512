import type { Span } from '../../model/span.ts';
import { trimRange } from '../white-space.ts';
import type { Fact } from './fact.ts';

/** Names that hold an "and" or a comma of their own and must not be split there. */
const compounds =
  /Physical\s+Medicine\s+and\s+Rehabilitation|Obstetrics\s+and\s+Gynecology|Allergy,?\s+(?:Asthma,?\s+)?and\s+(?:Clinical\s+)?Immunology|Hospice\s+and\s+Palliative|(?<!,\s{1,3})Psychiatry\s+and\s+Neurology|Pulmonary\s+(?:Disease|Medicine)\s+and\s+Critical\s+Care|(?:Public\s+Health\s+and\s+)?General\s+Preventive|Preventive\s+Medicine\s+and\s+Public\s+Health|Occupational\s+and\s+Environmental|Environmental\s+and\s+Occupational|Oral\s+and\s+Maxillofacial|Foot\s+and\s+Ankle|Hand\s+and\s+(?:Upper\s+Extremity|Wrist)|Head\s+and\s+Neck|Ear,\s+Nose,?\s+and\s+Throat|Hematology\s+and\s+Oncology|Undersea\s+and\s+Hyperbaric|Diagnostic\s+and\s+Interventional|Thoracic\s+and\s+(?:Cardiac|Cardiovascular)|Plastic\s+and\s+Reconstructive|Child\s+and\s+Adolescent|Acupuncture\s+and\s+(?:Oriental|Herbal)|Washington,\s+D\.?C\b/gi;
const separator = /[,;\n]|\band\b|\bwith\b(?=\s{1,3}(?:an?\s{1,3})?sub-?\s?specialt)/gi;
const lead =
  /^(?:(?:and|also|is|has|have|holds?|with|an?|board[\s-]+certi(?:fi|\uFB01)ed|certi(?:fi|\uFB01)ed|sub-?\s?special(?:ty|ties)(?:\s+certi(?:fi|\uFB01)cates?)?|by|in|the|states?\s+of)\s+)+/i;
const noName = /^(?:and|is|are|has|also|he|she|he\/she|currently|etc)?$/i;

/**
 * The names in a printed list such as `Physical Medicine and Rehabilitation, has a subspecialty in Pain Medicine`
 * or `California, Florida and New York`, each with its place. An ampersand never separates.
 */
export function nameList(readingText: string, span: Span): Fact<string>[] {
  const text = readingText.slice(span.start, span.end);
  const whole = [...text.matchAll(compounds)].map((match) => [match.index, match.index + match[0].length] as const);
  const names: Fact<string>[] = [];
  let from = 0;
  const add = (to: number): void => {
    const trimmed = trimRange(text, from, to);
    const skipped = lead.exec(text.slice(trimmed.start, trimmed.end))?.[0].length ?? 0;
    let end = trimmed.end;
    while (end > trimmed.start && /[.:\s]/.test(text.charAt(end - 1)) && !/\.[A-Z]\.$/.test(text.slice(end - 4, end)))
      end--;
    const start = trimmed.start + skipped;
    const value = text.slice(start, end);
    if (end > start && !noName.test(value)) names.push({ value, start: span.start + start, end: span.start + end });
  };
  for (const match of text.matchAll(separator)) {
    if (whole.some(([start, end]) => match.index >= start && match.index < end)) continue;
    add(match.index);
    from = match.index + match[0].length;
  }
  add(text.length);
  return names;
}
