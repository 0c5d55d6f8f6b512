import type { ReadDatabase } from '../database.ts';
import { foundLetterIds, type WantedLetters } from './found-letters.ts';

/** Puts the ids of the letters found into the table `temp.found (id)`, over those of the query before. */
export function fillFoundTable(db: ReadDatabase, wanted: WantedLetters): void {
  db.prepare('CREATE TEMP TABLE IF NOT EXISTS found (id INTEGER PRIMARY KEY)').run();
  db.prepare('DELETE FROM temp.found').run();
  const ids = foundLetterIds(db, wanted);
  db.prepare('INSERT INTO temp.found (id) SELECT value FROM json_each(?)').run(JSON.stringify(ids));
}
