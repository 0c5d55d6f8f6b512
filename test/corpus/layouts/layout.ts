import type { CasePlan } from '../case-plan.ts';
import type { Markup } from '../marked-text.ts';
import type { Random } from '../random.ts';

/** A letter as written, before it is set in lines. */
export interface WrittenLetter {
  readonly text: Markup;
  /** The line at the foot of page `n`, from 1, where the layout has one. */
  readonly footer?: (page: number) => string;
}

/** Writes a case in one layout, with marks on all that it states. */
export type WriteLetter = (plan: CasePlan, random: Random) => WrittenLetter;
