import type { ClinicalFacts } from '../../model/clinical-facts.ts';
import type { Span } from '../../model/span.ts';
import { diagnoses } from './diagnoses.ts';
import { FoldedText } from './folded-text.ts';
import { itemFacts } from './item-facts.ts';
import { medications } from './medications.ts';

/** Where the clinical facts of a letter are to be found. */
export interface ClinicalSources {
  readonly summary: Span;
  /** The titles of the items that have one, with the items' ordinals. */
  readonly titles: readonly { readonly ordinal: number; readonly span: Span }[];
}

/** The diagnoses and medications that the summary lists, and what each title says of its item. */
export function clinicalFacts(readingText: string, { summary, titles }: ClinicalSources): ClinicalFacts {
  const folded = new FoldedText(readingText, summary);
  return {
    diagnoses: diagnoses(folded),
    medications: medications(folded),
    items: titles.map(({ ordinal, span }) => itemFacts(readingText, ordinal, span)),
  };
}
