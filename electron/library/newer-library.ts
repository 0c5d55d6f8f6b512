import type { Failure } from '../../shared/result.ts';

/** Why a library of a newer version cannot be changed. */
export const newerLibrary: Failure = {
  code: 'library-newer',
  message:
    'This library was made by a newer version of Second Opinion. It can be read, but not changed. Update the program to go on working with it.',
};

/** Why something of it cannot even be read. */
export const beyondUs: Failure = {
  code: 'library-newer',
  message: 'This part of the library can only be read by a newer version of Second Opinion. Update the program.',
};

/** Why no backup is made of it: one of this version may have to make room for it. */
export const noBackupOfNewer: Failure = {
  code: 'library-newer',
  message:
    'This library was made by a newer version of Second Opinion, so no backup was made. Update the program to back it up.',
};

/** What SQLite says where the schema is not the one that a statement was written for. */
export const isMissingTable = (thrown: unknown): boolean =>
  thrown instanceof Error && /^no such (table|column)/.test(thrown.message);
