/** What the library thread does for the rest of the program. */
import type { RequestInput, RequestOutput, Selection, Settings } from '../../shared/contract.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { OriginalWithoutLetter } from '../../shared/model/backup.ts';
import type { CaseStatus, CaseView, LetterRow } from '../../shared/model/letter.ts';
import type { Layout } from '../../shared/model/letter-parse.ts';
import type { SavedSearch } from '../../shared/model/letter-query.ts';
import type { ReparseRow } from '../../shared/model/reparse-report.ts';
import type { SecondOpinion } from '../../shared/model/second-opinion.ts';
import type { PackedContent } from './packed-content.ts';

export type LetterQuery = RequestInput<'library:list'>;
export type LetterPage = RequestOutput<'library:list'>;
export type LetterRange = RequestOutput<'library:range'>;

export interface NewLetter {
  readonly fileName: string;
  /** ISO timestamp, UTC: when the import began. */
  readonly importedAt: string;
  /** Of `bytes`, lower-case hex. */
  readonly sha256: string;
  readonly layout: Layout;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly content: PackedContent;
}

export interface AddedLetter {
  readonly letterId: number;
  /** True when a letter with the same bytes was there before. */
  readonly already: boolean;
  /** What was stored of it had changed on the disk and has been put back. */
  readonly mended?: true;
}

export type NewAnnotation = RequestInput<'annotation:create'> & { readonly author: string };
export type AnnotationChange = RequestInput<'annotation:update'>;
export type NewCorrection = RequestInput<'correction:add'> & { readonly author: string };
export type NewSecondOpinion = RequestInput<'second-opinion:save'> & { readonly author: string };

/** Every method that writes has committed with `synchronous=FULL` when it answers. */
export interface LibraryApi {
  /**
   * One page of the list, in the order asked for. Without one and without words to search for: the newest import
   * first, the letters of one import by file name. With words: ranked, letters in whose notes or second opinions
   * something was found before the others.
   */
  listLetters(query: LetterQuery): LetterPage;
  /** The ids of the letters at some places of the list. */
  letterRange(query: RequestInput<'library:range'>): LetterRange;
  /** The ids of the selected letters; ids that are no letter's are among them if they were given. */
  selectedIds(selection: Selection): number[];
  /** The selected letters, in the order of the selection. */
  selectedLetters(selection: Selection): { id: number; fileName: string }[];
  /** Batch actions answer with the letters that they changed; this one with what status these had. */
  setStatusOf(selection: Selection, status: CaseStatus): RequestOutput<'letters:set-status'>['former'];
  addTag(selection: Selection, tag: string): number[];
  removeTag(selection: Selection, tag: string): number[];
  /** A soft delete. */
  trashLetters(selection: Selection): number[];
  restoreLetters(selection: Selection): number[];
  /** Takes letters out of the trash for good, with their originals and all that was written about them. */
  deleteForever(selection: Selection): number[];
  savedSearches(): SavedSearch[];
  saveSearch(search: SavedSearch): SavedSearch[];
  deleteSavedSearch(id: string): SavedSearch[];
  /** @throws `no-such-letter`; `library-damaged` when the stored text is not what was stored */
  openCase(letterId: number): CaseView;
  /** @throws `no-such-letter` */
  setStatus(letterId: number, status: CaseStatus): LetterRow;

  /**
   * Adds letters in the order given, all or none. A letter whose bytes are there already is not added again; what
   * has changed of it on the disk is put back.
   * The buffers are transferred: the caller's arrays are empty afterwards.
   */
  addLetters(letters: readonly NewLetter[]): AddedLetter[];
  /** The letters that a parser of an earlier version read, in list order. */
  lettersReadBefore(parserVersion: number): number[];
  /** The file that a letter was imported from. @throws `no-such-letter`; `library-damaged` as for `getOriginal` */
  letterOriginal(letterId: number): { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> };
  /**
   * Puts a new reading of a letter in the place of the stored one; notes, corrections and second opinions go where
   * their words now stand. @throws `no-such-letter`
   */
  replaceParse(letterId: number, content: PackedContent): ReparseRow;
  /** The ids of those letters that are in the library and still what was stored: they need no importing. */
  knownSha256s(sums: readonly string[]): Map<string, number>;
  /** The imported bytes. @throws `no-such-letter`; `library-damaged` when they no longer match their sum */
  getOriginal(sha256: string): Uint8Array<ArrayBuffer>;

  /**
   * Creates an annotation once: repeated with the same id, it answers with what is stored.
   * @throws `no-such-letter`; `invalid-input` when the quote does not stand at its span
   */
  createAnnotation(annotation: NewAnnotation): Annotation;
  /** @throws `no-such-annotation` */
  updateAnnotation(change: AnnotationChange): Annotation;
  /** A soft delete; deleting twice is no error. @throws `no-such-annotation` */
  deleteAnnotation(id: string): void;
  /** Undoes a delete. @throws `no-such-annotation` */
  restoreAnnotation(id: string): Annotation;

  /**
   * Makes a correction once, and answers with the case as it then is.
   * @throws `no-such-letter`; `invalid-input` with the reason when it cannot be applied
   */
  addCorrection(correction: NewCorrection): CaseView;
  /** Takes a correction back (softly). @throws `no-such-correction` */
  removeCorrection(id: string): CaseView;
  /** Makes it again, in its old place. @throws `no-such-correction`, `invalid-input` */
  restoreCorrection(id: string): CaseView;

  /** Saves the one opinion on an item, over an earlier one. @throws `no-such-letter`, `invalid-input` */
  saveSecondOpinion(opinion: NewSecondOpinion): SecondOpinion;

  /** Originals that no letter in the library belongs to, as after a restore; `getOriginal` has their bytes. */
  originalsWithoutLetter(): OriginalWithoutLetter[];

  getSettings(): Settings;
  setSettings(changes: RequestInput<'settings:set'>): Settings;
}

/** Whether a method changes data; a method missing here does not compile. */
export const methodAccess = {
  listLetters: 'read',
  letterRange: 'read',
  selectedIds: 'read',
  selectedLetters: 'read',
  setStatusOf: 'write',
  addTag: 'write',
  removeTag: 'write',
  trashLetters: 'write',
  restoreLetters: 'write',
  deleteForever: 'write',
  savedSearches: 'read',
  saveSearch: 'write',
  deleteSavedSearch: 'write',
  openCase: 'read',
  setStatus: 'write',
  addLetters: 'write',
  lettersReadBefore: 'read',
  letterOriginal: 'read',
  replaceParse: 'write',
  knownSha256s: 'read',
  getOriginal: 'read',
  createAnnotation: 'write',
  updateAnnotation: 'write',
  deleteAnnotation: 'write',
  restoreAnnotation: 'write',
  addCorrection: 'write',
  removeCorrection: 'write',
  restoreCorrection: 'write',
  saveSecondOpinion: 'write',
  getSettings: 'read',
  setSettings: 'write',
  originalsWithoutLetter: 'read',
} as const satisfies Record<keyof LibraryApi, 'read' | 'write'>;

export const libraryMethods = Object.keys(methodAccess) as (keyof LibraryApi)[];
