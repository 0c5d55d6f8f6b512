import type { ReadDatabase } from '../../electron/library/database.ts';

/** Everything that was acknowledged, as text by a key; what belongs to a letter has its sum as the second word. */
export type Facts = ReadonlyMap<string, string>;

export const letterKey = (sha256: string): string => `letter ${sha256}`;
export const statusKey = (sha256: string): string => `status ${sha256}`;
export const parserKey = (sha256: string): string => `parser ${sha256}`;
export const tagKey = (sha256: string, tag: string): string => `tag ${sha256} ${tag}`;
export const noteKey = (sha256: string, id: string): string => `note ${sha256} ${id}`;
export const correctionKey = (sha256: string, id: string): string => `correction ${sha256} ${id}`;
export const opinionKey = (sha256: string): string => `opinion ${sha256}`;
export const searchKey = (id: string): string => `search ${id}`;
export const authorKey = 'author';

/** Where a letter is. */
export const letterValue = (isTrashed: boolean): string => (isTrashed ? 'in the trash' : 'there');
/** What stands of a note: its text, or that it was deleted. */
export const noteValue = (note: string, isDeleted: boolean): string => (isDeleted ? `deleted ${note}` : note);
export const correctionValue = (isDeleted: boolean): string => (isDeleted ? 'taken back' : 'made');

/** What a library of the newest schema version holds. */
export function factsIn(db: ReadDatabase): Facts {
  const pairs = <T extends unknown[]>(sql: string) => db.prepare<[], T>(sql).raw().all();
  return new Map([
    ...pairs<[string, 0 | 1, string, number]>(
      'SELECT sha256, deleted_at IS NOT NULL, status, parser_version FROM letter',
    ).flatMap(([sha256, isTrashed, status, parser]) => [
      [letterKey(sha256), letterValue(isTrashed === 1)] as const,
      [statusKey(sha256), status] as const,
      [parserKey(sha256), String(parser)] as const,
    ]),
    ...pairs<[string, string]>('SELECT l.sha256, t.tag FROM letter_tag t JOIN letter l ON l.id = t.letter_id').map(
      ([sha256, tag]) => [tagKey(sha256, tag), 'set'] as const,
    ),
    ...pairs<[string, string, string, 0 | 1]>(
      'SELECT l.sha256, a.id, a.note, a.deleted_at IS NOT NULL FROM annotation a JOIN letter l ON l.id = a.letter_id',
    ).map(([sha256, id, note, isDeleted]) => [noteKey(sha256, id), noteValue(note, isDeleted === 1)] as const),
    ...pairs<[string, string, 0 | 1]>(
      'SELECT l.sha256, c.id, c.deleted_at IS NOT NULL FROM correction c JOIN letter l ON l.id = c.letter_id',
    ).map(([sha256, id, isDeleted]) => [correctionKey(sha256, id), correctionValue(isDeleted === 1)] as const),
    ...pairs<[string, string]>(
      'SELECT l.sha256, s.reason FROM second_opinion s JOIN letter l ON l.id = s.letter_id',
    ).map(([sha256, reason]) => [opinionKey(sha256), reason] as const),
    ...pairs<[string, string]>('SELECT id, query FROM saved_search').map(
      ([id, query]) => [searchKey(id), query] as const,
    ),
    ...pairs<[string]>("SELECT value FROM setting WHERE key = 'author'").map(
      ([value]) => [authorKey, JSON.parse(value) as string] as const,
    ),
  ]);
}

/** A fact that is made, or done away with. */
export type Change = readonly [key: string, value: string | null];

/** What the worker is about to do. Until it says that it is done, it may have happened or not. */
export type Intent =
  /** `atomic`: all of it or nothing. `deleted`: the sums of letters that go for good, with all that belongs to them. */
  | {
      readonly kind: 'write';
      readonly atomic: boolean;
      readonly changes: readonly Change[];
      readonly deleted: readonly string[];
    }
  | { readonly kind: 'back-up' }
  | { readonly kind: 'restore'; readonly name: string };

/** A line of the worker. */
export type Line =
  | { readonly kind: 'opened' }
  | { readonly kind: 'will'; readonly intent: Intent }
  /** Acknowledged; `name` of a backup that was made. */
  | { readonly kind: 'did'; readonly name?: string };
