import type { ClinicalFacts } from '../../shared/model/clinical-facts.ts';
import type { PlannedItem } from './case-plan.ts';
import { gap, type MarkedText, newline, tight } from './marked-text.ts';
import type { TitleFacts } from './prose/title-facts.ts';

/**
 * The clinical facts that a letter is known to state, as values without places, beside the gold in the parse-output
 * shape. Items are in the order of their ordinals.
 */
export interface GoldFacts {
  readonly diagnoses: readonly string[];
  readonly medications: readonly Pick<ClinicalFacts['medications'][number], 'name' | 'dose'>[];
  readonly items: readonly TitleFacts[];
}

/** The facts that `letter` is marked with; what it says twice counts once. */
export function goldFactsOf(letter: MarkedText, items: readonly PlannedItem[]): GoldFacts {
  const printed = ({ start, end }: { start: number; end: number }): string =>
    letter.text.slice(start, end).replaceAll(new RegExp(`[${gap}${tight}${newline}\u00A0]`, 'g'), ' ');
  const at = (path: string) => letter.marks.filter((mark) => mark.path === path);
  const doses = at('facts.medication.dose');
  const medications = new Map<string, GoldFacts['medications'][number]>();
  for (const whole of at('facts.medication')) {
    const inside = (mark: { start: number; end: number }): boolean =>
      mark.start >= whole.start && mark.end <= whole.end;
    const name = at('facts.medication.name').filter(inside).map(printed)[0] ?? '';
    const dose = doses.filter(inside).map(printed)[0];
    const key = name.toLowerCase().replace(/\s+/g, ' ');
    if (!medications.has(key)) medications.set(key, { name, ...(dose !== undefined && { dose }) });
  }
  return {
    diagnoses: [...new Map(at('facts.diagnosis').map((mark) => [sameWords(printed(mark)), printed(mark)])).values()],
    medications: [...medications.values()],
    items: items.filter((_, n) => at(`items.${n}.title`).length > 0).map(({ treatment }) => treatment.facts),
  };
}

const sameWords = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');
