import type { CaseView } from '../../shared/model/letter.ts';
import { annotationsOf } from './annotations.ts';
import { correctedParse } from './corrected-parse.ts';
import type { ReadDatabase } from './database.ts';
import { getLetter } from './letters.ts';
import { secondOpinionsOf } from './second-opinions.ts';

/** Everything the workstation shows of a case. @throws FailureError `no-such-letter`, `library-damaged` */
export function caseView(db: ReadDatabase, letterId: number): CaseView {
  const letter = getLetter(db, letterId);
  const { parse, corrections, corrected } = correctedParse(db, letterId);
  return {
    letter,
    parse,
    corrections: [...corrections],
    corrected: [...corrected],
    annotations: annotationsOf(db, letterId),
    secondOpinions: secondOpinionsOf(db, letterId, parse),
  };
}
