import type { ReadDatabase } from '../database.ts';
import { countOutdatedEntries } from '../letter-index.ts';
import type { LibraryApi } from '../library-api.ts';
import { createLetterList } from './letter-list.ts';
import { selectedIds, selectedLetters } from './selection.ts';

/** The methods of the library that look for letters. */
export type FindMethods = Pick<LibraryApi, 'listLetters' | 'letterRange' | 'selectedIds' | 'selectedLetters'>;

export function createFindMethods(db: ReadDatabase): FindMethods {
  const { listLetters, letterRange } = createLetterList(db);
  return {
    listLetters: (query) => {
      const page = listLetters(query);
      const outdated = query.query.includes(':') ? countOutdatedEntries(db) : 0;
      return outdated === 0 ? page : { ...page, hint: [page.hint, notPrepared(outdated)].filter(Boolean).join(' ') };
    },
    letterRange: (query) => letterRange(query),
    selectedIds: (selection) => selectedIds(db, selection),
    selectedLetters: (selection) => selectedLetters(db, selection),
  };
}

const notPrepared = (letters: number): string =>
  `Filters do not know everything of ${letters.toLocaleString('en-US')} letters yet: they are still being prepared for this version.`;
