import type { DamagedLetter, Verification } from '../../shared/model/library-status.ts';
import type { ReadDatabase } from './database.ts';
import type { VerificationRecord } from './verification-record.ts';
import { faultOf, verifyOriginals, verifyTexts } from './verify.ts';

/** The most originals or texts of a batch, which ends early when it takes long. */
const batchSize = 100;

/** How long after a round the next one begins, in ms. */
const roundInterval = 7 * 24 * 60 * 60 * 1000;

/** Goes round all originals and then all texts, a batch at a time. */
export interface VerificationRound {
  readonly record: VerificationRecord;
  /** What this round, as far as it was gone here, has checked. */
  readonly counts: Omit<Verification, 'damaged'>;
  /** Whether there is anything for `next` to do. */
  isDue(now: Date): boolean;
  /** Begins anew with the first original. */
  restart(): void;
  /** Checks the next batch. @returns whether the round goes on */
  next(now: Date): boolean;
  /** What was found damaged is to be looked at again: mended or deleted, it is damaged no more. */
  lookAgain(): void;
}

/** Goes on where `record` says. */
export function createVerificationRound(db: ReadDatabase, record: VerificationRecord): VerificationRound {
  let counts = { originals: 0, letters: 0 };
  let again: string[] = record.damaged.map(({ sha256 }) => sha256);

  const withDamaged = (found: readonly DamagedLetter[]): VerificationRecord =>
    found.length === 0
      ? record
      : {
          ...record,
          damaged: [...new Map([...record.damaged, ...found].map((letter) => [letter.sha256, letter])).values()],
        };

  function nextAgain(): void {
    const sums = new Set(again.splice(0, batchSize));
    const damaged = record.damaged.flatMap((letter) => {
      const message = sums.has(letter.sha256) ? faultOf(db, letter.sha256) : letter.message;
      return message === undefined ? [] : [{ ...letter, message }];
    });
    record = { ...record, damaged };
  }

  function nextOriginals(after: string | undefined): void {
    const { checked, damaged, next } = verifyOriginals(db, after, batchSize);
    counts = { ...counts, originals: counts.originals + checked };
    record = { ...withDamaged(damaged), place: next === undefined ? { letter: 0 } : { original: next } };
  }

  function nextTexts(after: number, now: Date): boolean {
    const { checked, damaged, next } = verifyTexts(db, after, batchSize);
    counts = { ...counts, letters: counts.letters + checked };
    const { place: _, ...others } = withDamaged(damaged);
    record = next === undefined ? { ...others, ended: now.toISOString() } : { ...others, place: { letter: next } };
    return next !== undefined;
  }

  const isRoundDue = (now: Date): boolean => {
    if (record.place || record.ended === undefined) return true;
    const since = now.getTime() - Date.parse(record.ended);
    // A clock that was set back must not put the next round off.
    return since < 0 || since >= roundInterval;
  };
  const lookAgain = () => {
    again = record.damaged.map(({ sha256 }) => sha256);
  };

  return {
    get record() {
      return record;
    },
    get counts() {
      return counts;
    },
    isDue: (now) => again.length > 0 || isRoundDue(now),
    restart: () => {
      counts = { originals: 0, letters: 0 };
      record = { ...record, place: { original: '' } };
      lookAgain();
    },
    next: (now) => {
      if (again.length > 0) nextAgain();
      else if (!isRoundDue(now)) return false;
      else if (record.place && 'letter' in record.place) return nextTexts(record.place.letter, now);
      else nextOriginals(record.place?.original);
      return true;
    },
    lookAgain,
  };
}
