import type { LetterParse } from '../../../shared/model/letter-parse.ts';
import type { Gold } from '../../corpus/gold.ts';
import type { GoldFacts } from '../../corpus/gold-facts.ts';
import { alignItems } from './align-items.ts';
import { type Comparison, compareValues, type Miss, type Tally, type Values } from './compare-values.ts';

/** The clinical facts, as the bench names them. */
type FactField = 'diagnoses' | 'medications' | 'category' | 'body part' | 'procedure code' | 'dose';

const folded = (text: string): string => text.normalize('NFKC');
const sidedPart = ({ part, side }: { part: string; side?: string | undefined }): string => `${side ?? ''} ${part}`;

/**
 * Compares the clinical facts of a parse with what the letter is known to state: a medication by name and dose, a
 * body part with its side. Facts of an item count for the item of the gold that it is most like.
 */
export function compareFacts(
  gold: Pick<Gold, 'case'>,
  { diagnoses, medications, items }: GoldFacts,
  { case: parsed, facts }: LetterParse,
): Comparison {
  const tallies: Tally[] = [];
  const misses: Miss[] = [];
  const compare = (field: FactField, expected: Values, found: Values): void => {
    const { tally, miss } = compareValues(field, expected, found);
    tallies.push(tally);
    if (miss) misses.push(miss);
  };
  const medication = ({ name, dose }: { name: string; dose?: string | undefined }): string =>
    `${folded(name)} | ${dose ?? ''}`;
  compare(
    'diagnoses',
    diagnoses.map(folded),
    facts.diagnoses.map(({ text }) => folded(text)),
  );
  compare('medications', medications.map(medication), facts.medications.map(medication));
  for (const [goldItem, item] of alignItems(gold.case.items, parsed.items)) {
    const expected = goldItem && items[goldItem.ordinal - 1];
    const found = facts.items.find(({ ordinal }) => ordinal === item?.ordinal);
    compare('category', [expected?.category], [found?.category?.value]);
    compare('body part', expected?.bodyParts.map(sidedPart) ?? [], found?.bodyParts.map(sidedPart) ?? []);
    compare('procedure code', expected?.procedureCodes ?? [], found?.procedureCodes.map(({ text }) => text) ?? []);
    compare('dose', expected?.doses ?? [], found?.doses.map(({ text }) => text) ?? []);
  }
  return { tallies, misses };
}
