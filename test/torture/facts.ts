import type { ReadDatabase } from '../../electron/library/database.ts';

/** Everything that was acknowledged, as text by a key: a letter by its sum, what people made by its id. */
export type Facts = ReadonlyMap<string, string>;

export const letterKey = (sha256: string): string => `letter ${sha256}`;
export const noteKey = (id: string): string => `note ${id}`;
export const correctionKey = (id: string): string => `correction ${id}`;
export const opinionKey = (sha256: string): string => `opinion ${sha256}`;

/** What stands of a note: its text, or that it was deleted. */
export const noteValue = (note: string, isDeleted: boolean): string => (isDeleted ? `deleted ${note}` : note);
export const correctionValue = (isDeleted: boolean): string => (isDeleted ? 'taken back' : 'made');

/** What a library of the newest schema version holds. */
export function factsIn(db: ReadDatabase): Facts {
  const pairs = <T extends unknown[]>(sql: string) => db.prepare<[], T>(sql).raw().all();
  return new Map([
    ...pairs<[string]>('SELECT sha256 FROM letter').map(([sha256]) => [letterKey(sha256), 'there'] as const),
    ...pairs<[string, string, 0 | 1]>('SELECT id, note, deleted_at IS NOT NULL FROM annotation').map(
      ([id, note, isDeleted]) => [noteKey(id), noteValue(note, isDeleted === 1)] as const,
    ),
    ...pairs<[string, 0 | 1]>('SELECT id, deleted_at IS NOT NULL FROM correction').map(
      ([id, isDeleted]) => [correctionKey(id), correctionValue(isDeleted === 1)] as const,
    ),
    ...pairs<[string, string]>(
      'SELECT l.sha256, s.reason FROM second_opinion s JOIN letter l ON l.id = s.letter_id',
    ).map(([sha256, reason]) => [opinionKey(sha256), reason] as const),
  ]);
}

/** What the worker is about to do. Until it says that it is done, it may have happened or not. */
export type Intent =
  /** `atomic`: all of it or nothing. */
  | { readonly kind: 'write'; readonly atomic: boolean; readonly facts: readonly (readonly [string, string])[] }
  | { readonly kind: 'back-up' }
  | { readonly kind: 'restore'; readonly name: string };

/** A line of the worker. */
export type Line =
  | { readonly kind: 'opened' }
  | { readonly kind: 'will'; readonly intent: Intent }
  /** Acknowledged; `name` of a backup that was made. */
  | { readonly kind: 'did'; readonly name?: string };
