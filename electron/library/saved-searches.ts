import type { SavedSearch } from '../../shared/model/letter-query.ts';
import type { ReadDatabase, WriteDatabase } from './database.ts';

/** All saved searches, in the order they were first saved. */
export const savedSearches = (db: ReadDatabase): SavedSearch[] =>
  db.prepare<[], SavedSearch>('SELECT id, name, query FROM saved_search ORDER BY row').all();

/** Saves a search, over an earlier one of the same id. */
export function saveSearch(db: WriteDatabase, { id, name, query }: SavedSearch): SavedSearch[] {
  db.prepare(
    `INSERT INTO saved_search (id, name, query) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query`,
  ).run(id, name.toWellFormed(), query.toWellFormed());
  return savedSearches(db);
}

/** Deleting twice is no error. */
export function deleteSavedSearch(db: WriteDatabase, id: string): SavedSearch[] {
  db.prepare('DELETE FROM saved_search WHERE id = ?').run(id);
  return savedSearches(db);
}
