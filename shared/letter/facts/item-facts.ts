import type { ItemFacts } from '../../model/clinical-facts.ts';
import type { Span } from '../../model/span.ts';
import { bodyPartsIn } from './body-parts.ts';
import { dosePattern } from './doses.ts';
import { FoldedText } from './folded-text.ts';
import { procedureCode } from './procedure-codes.ts';
import { treatmentCategory } from './treatment-category.ts';

const dose = new RegExp(dosePattern, 'gi');

/**
 * What the title of item `ordinal` says of it: the treatment category, body parts with their sides, procedure codes
 * and strengths of drugs, each with its place in the reading text. What the title does not say is absent.
 */
export function itemFacts(readingText: string, ordinal: number, title: Span): ItemFacts {
  const folded = new FoldedText(readingText, title);
  const codes = [...folded.text.matchAll(procedureCode)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const category = treatmentCategory(folded.text, codes);
  return {
    ordinal,
    ...(category && { category: { ...folded.at(category.start, category.end), value: category.value } }),
    bodyParts: bodyPartsIn(folded),
    procedureCodes: codes.map(({ start, end }) => folded.at(start, end)),
    doses: [...folded.text.matchAll(dose)].map(({ index, 0: words }) => folded.at(index, index + words.length)),
  };
}
