import { addLetters } from './add-letters.ts';
import * as annotations from './annotations.ts';
import * as batch from './batch.ts';
import { caseView } from './case-view.ts';
import * as corrections from './corrections.ts';
import type { WriteDatabase } from './database.ts';
import { createFindMethods } from './find/find-methods.ts';
import { getLetter, knownSha256s, lettersReadBefore, setStatus } from './letters.ts';
import type { LibraryApi } from './library-api.ts';
import { getOriginal } from './originals.ts';
import { originalsWithoutLetter } from './originals-without-letter.ts';
import { unpackContent } from './packed-content.ts';
import { rememberStatements } from './remember-statements.ts';
import { replaceParse } from './replace-parse.ts';
import { deleteSavedSearch, savedSearches, saveSearch } from './saved-searches.ts';
import { saveSecondOpinion } from './second-opinions.ts';
import { getSettings, setSettings } from './settings.ts';

/** The methods of the library over an open database. */
export function createLibraryMethods(db: WriteDatabase): LibraryApi {
  rememberStatements(db);
  return {
    ...createFindMethods(db),
    setStatusOf: (selection, status) => batch.setStatusOf(db, selection, status),
    addTag: (selection, tag) => batch.addTag(db, selection, tag),
    removeTag: (selection, tag) => batch.removeTag(db, selection, tag),
    trashLetters: (selection) => batch.trashLetters(db, selection),
    restoreLetters: (selection) => batch.restoreLetters(db, selection),
    deleteForever: (selection) => batch.deleteForever(db, selection),
    savedSearches: () => savedSearches(db),
    saveSearch: (search) => saveSearch(db, search),
    deleteSavedSearch: (id) => deleteSavedSearch(db, id),
    openCase: (letterId) => caseView(db, letterId),
    setStatus: (letterId, status) => setStatus(db, letterId, status),
    addLetters: (letters) => addLetters(db, letters),
    lettersReadBefore: (parserVersion) => lettersReadBefore(db, parserVersion),
    letterOriginal: (letterId) => {
      const { fileName, sha256 } = getLetter(db, letterId);
      return { fileName, bytes: getOriginal(db, sha256) };
    },
    replaceParse: (letterId, content) => replaceParse(db, letterId, unpackContent(content)),
    knownSha256s: (sums) => knownSha256s(db, sums),
    getOriginal: (sha256) => getOriginal(db, sha256),
    createAnnotation: (annotation) => annotations.createAnnotation(db, annotation),
    updateAnnotation: (change) => annotations.updateAnnotation(db, change),
    deleteAnnotation: (id) => annotations.deleteAnnotation(db, id),
    restoreAnnotation: (id) => annotations.restoreAnnotation(db, id),
    addCorrection: (correction) => {
      corrections.addCorrection(db, correction);
      return caseView(db, correction.letterId);
    },
    removeCorrection: (id) => caseView(db, corrections.removeCorrection(db, id)),
    restoreCorrection: (id) => caseView(db, corrections.restoreCorrection(db, id)),
    saveSecondOpinion: (opinion) => saveSecondOpinion(db, opinion),
    originalsWithoutLetter: () => originalsWithoutLetter(db),
    getSettings: () => getSettings(db),
    setSettings: (changes) => setSettings(db, changes),
  };
}
