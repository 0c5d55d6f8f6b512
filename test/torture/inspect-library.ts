import type Database from 'better-sqlite3';
import { listBackups } from '../../electron/library/backups/list-backups.ts';
import { correctedParse } from '../../electron/library/corrected-parse.ts';
import type { ReadDatabase } from '../../electron/library/database.ts';
import { openLibrary } from '../../electron/library/open-library.ts';
import { verifyOriginals, verifyTexts } from '../../electron/library/verify.ts';
import { type Facts, factsIn } from './facts.ts';

/** Opens a library as the app does, and looks for everything that must not be. */
export function inspectLibrary(folder: string): { facts: Facts; faults: string[]; endedCleanly: boolean } {
  const { db, close, endedCleanly } = openLibrary(folder);
  try {
    const faults = [
      ...checks(db, 'main'),
      ...checks(db, 'originals'),
      ...['letter_fts', 'note_fts', 'reason_fts'].flatMap((index) => indexFaults(db, index)),
      ...verifyOriginals(db, undefined, 1e6).damaged.map(({ message }) => message),
      ...verifyTexts(db, undefined, 1e6).damaged.map(({ message, fileName }) => `${fileName}: ${message}`),
      ...halfImported(db),
      ...listBackups(folder).flatMap(({ name, holdings }) => (holdings ? [] : [`The backup ${name} cannot be read.`])),
    ];
    return { facts: factsIn(db), faults, endedCleanly };
  } finally {
    close();
  }
}

function checks(db: ReadDatabase, schema: string): string[] {
  const found = db.prepare<[], string>(`PRAGMA ${schema}.quick_check`).pluck().all();
  const keys = db.prepare(`PRAGMA ${schema}.foreign_key_check`).all();
  return [...found.filter((line) => line !== 'ok'), ...keys.map((row) => `foreign key: ${JSON.stringify(row)}`)];
}

function indexFaults(db: Pick<Database.Database, 'prepare'>, index: string): string[] {
  try {
    db.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`).run();
    return [];
  } catch (thrown) {
    return [`${index} does not agree with its table: ${thrown}`];
  }
}

/** Letters that are in the list with other items than their text and corrections give. */
function halfImported(db: ReadDatabase): string[] {
  const letters = db
    .prepare<[], { id: number; items: number }>(
      'SELECT id, (SELECT count(*) FROM item i WHERE i.letter_id = l.id) AS items FROM letter l',
    )
    .all();
  return letters
    .filter(({ id, items }) => correctedParse(db, id).parse.case.items.length !== items)
    .map(({ id }) => `Letter ${id} is in the list with other items than in its text.`);
}
