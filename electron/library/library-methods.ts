import { addLetters } from './add-letters.ts';
import * as annotations from './annotations.ts';
import type { WriteDatabase } from './database.ts';
import { readParse } from './letter-content.ts';
import { getLetter, knownSha256s, setStatus } from './letters.ts';
import type { LibraryApi } from './library-api.ts';
import { getOriginal } from './originals.ts';
import { createLetterList } from './search.ts';
import { saveSecondOpinion, secondOpinionsOf } from './second-opinions.ts';
import { getSettings, setSettings } from './settings.ts';

/** The methods of the library over an open database. */
export function createLibraryMethods(db: WriteDatabase): LibraryApi {
  return {
    listLetters: createLetterList(db),
    openCase: (letterId) => ({
      letter: getLetter(db, letterId),
      parse: readParse(db, letterId),
      annotations: annotations.annotationsOf(db, letterId),
      secondOpinions: secondOpinionsOf(db, letterId),
    }),
    setStatus: (letterId, status) => setStatus(db, letterId, status),
    addLetters: (letters) => addLetters(db, letters),
    knownSha256s: (sums) => knownSha256s(db, sums),
    getOriginal: (sha256) => getOriginal(db, sha256),
    createAnnotation: (annotation) => annotations.createAnnotation(db, annotation),
    updateAnnotation: (change) => annotations.updateAnnotation(db, change),
    deleteAnnotation: (id) => annotations.deleteAnnotation(db, id),
    restoreAnnotation: (id) => annotations.restoreAnnotation(db, id),
    saveSecondOpinion: (opinion) => saveSecondOpinion(db, opinion),
    getSettings: () => getSettings(db),
    setSettings: (changes) => setSettings(db, changes),
  };
}
