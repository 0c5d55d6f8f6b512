import { setImmediate as others } from 'node:timers/promises';
import type { LibraryStatus, Verification } from '../../shared/model/library-status.ts';
import { FailureError } from '../../shared/result.ts';
import type { ReadDatabase } from './database.ts';
import { doWhenIdle } from './idle-work.ts';
import { readVerificationRecord, writeVerificationRecord } from './verification-record.ts';
import { createVerificationRound } from './verification-round.ts';

/** How far a round has come is written down after so many batches; after a crash, so many are checked again. */
const batchesBetweenRecords = 50;

/** The most damaged letters that the status names. */
const mostNamed = 20;

type StatusPart = Pick<LibraryStatus, 'verified' | 'damaged' | 'verifying'>;

export interface LibraryVerificationOptions {
  readonly folder: string;
  readonly db: ReadDatabase;
  /** How long nothing must have been asked of the library before a batch is checked, in ms. */
  readonly quiet: number;
  /** Whether a batch may be checked in idle time now. */
  readonly isAllowed: () => boolean;
  /** Does a batch; an error that SQLite finds in the file is made known. @throws what the batch throws */
  readonly inLibrary: <T>(work: () => T) => T;
  /** Told whenever what the status says of the check has changed. */
  readonly onStatus: (status: StatusPart) => void;
}

/** Checks every original and every text of a library against its checksum: in idle time, once a week, and on demand. */
export interface LibraryVerification {
  /** What the status says at first. */
  readonly status: StatusPart;
  /** Something was asked of the library. */
  touched(): void;
  /** What was found damaged may have been mended or deleted. */
  mayBeMended(): void;
  /** Checks everything now, a batch at a time. @throws FailureError `cancelled` when it is stopped */
  verifyAll(): Promise<Verification>;
  /** Ends what is under way and begins nothing more. @returns when whoever waits for `verifyAll` has been told */
  stop(): Promise<void>;
}

/** Begins to check in idle time. */
export function createLibraryVerification(options: LibraryVerificationOptions): LibraryVerification {
  const { folder, db, quiet, isAllowed, inLibrary, onStatus } = options;
  const round = createVerificationRound(db, readVerificationRecord(folder));
  let written = round.record;
  let batches = 0;
  let isStopped = false;
  let underWay: Promise<Verification> | undefined;

  const statusNow = (): StatusPart => {
    const { ended, damaged } = round.record;
    return {
      ...(ended !== undefined && { verified: ended }),
      ...(damaged.length > 0 && { damaged: { count: damaged.length, letters: damaged.slice(0, mostNamed) } }),
    };
  };

  function writeDown(): void {
    if (round.record === written) return;
    written = round.record;
    try {
      writeVerificationRecord(folder, written);
    } catch (thrown) {
      // It is only what spares checking again what was checked.
      console.error('How far the letters were checked could not be written down:', thrown);
    }
  }

  function next(): boolean {
    const { damaged, ended } = round.record;
    const goesOn = inLibrary(() => round.next(new Date()));
    batches += 1;
    const isNews = round.record.damaged.length !== damaged.length || round.record.ended !== ended;
    if (isNews || batches % batchesBetweenRecords === 0) writeDown();
    if (isNews && !underWay) onStatus(statusNow());
    return goesOn;
  }

  const idle = doWhenIdle({
    quiet,
    work: () => {
      if (isStopped || underWay || !isAllowed() || !round.isDue(new Date())) return false;
      try {
        return next();
      } catch (thrown) {
        isStopped = true;
        console.error('The check of the letters in idle time has stopped:', thrown);
        return false;
      }
    },
  });

  async function verifyAll(): Promise<Verification> {
    const count = (table: string) => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
    const total = inLibrary(() => count('originals.original') + count('letter'));
    isStopped = false;
    round.restart();
    for (let goesOn = true; goesOn; await others()) {
      if (isStopped) throw new FailureError('cancelled', 'The check of the letters was stopped.');
      goesOn = next();
      onStatus({ ...statusNow(), verifying: { done: round.counts.originals + round.counts.letters, total } });
    }
    return { ...round.counts, damaged: [...round.record.damaged] };
  }

  return {
    status: statusNow(),
    touched: idle.touched,
    mayBeMended: round.lookAgain,
    verifyAll: () => {
      underWay ??= verifyAll().finally(() => {
        underWay = undefined;
        onStatus(statusNow());
      });
      return underWay;
    },
    stop: async () => {
      isStopped = true;
      idle.stop();
      writeDown();
      await Promise.allSettled([underWay]);
    },
  };
}
