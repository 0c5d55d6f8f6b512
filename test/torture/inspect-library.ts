import type Database from 'better-sqlite3';
import { listBackups } from '../../electron/library/backups/list-backups.ts';
import { correctedParse } from '../../electron/library/corrected-parse.ts';
import type { ReadDatabase } from '../../electron/library/database.ts';
import { entryVersion } from '../../electron/library/enter-letters.ts';
import { entryOf } from '../../electron/library/letter-entry.ts';
import { openLibrary } from '../../electron/library/open-library.ts';
import { createVerificationRound } from '../../electron/library/verification-round.ts';
import type { DamagedLetter } from '../../shared/model/library-status.ts';
import { type Facts, factsIn } from './facts.ts';

/**
 * Opens a library as the app does, and looks for everything that must not be.
 * @param withoutOriginal letters whose originals were deleted for good: a backup may bring back the letters alone
 */
export function inspectLibrary(
  folder: string,
  withoutOriginal: ReadonlySet<string> = new Set(),
): { facts: Facts; faults: string[]; endedCleanly: boolean } {
  const { db, close, endedCleanly } = openLibrary(folder);
  try {
    const faults = [
      ...checks(db, 'main'),
      ...checks(db, 'originals'),
      ...['letter_fts', 'note_fts', 'reason_fts'].flatMap((index) => indexFaults(db, index)),
      ...damagedLetters(db)
        .filter(({ sha256, message }) => !(withoutOriginal.has(sha256) && /no original/.test(message)))
        .map(({ message, fileName }) => `${fileName}: ${message}`),
      ...halfImported(db),
      ...listBackups(folder).flatMap(({ name, holdings }) => (holdings ? [] : [`The backup ${name} cannot be read.`])),
    ];
    return { facts: factsIn(db), faults, endedCleanly };
  } finally {
    close();
  }
}

/** Originals and texts that are not what was stored. */
export function damagedLetters(db: ReadDatabase): readonly DamagedLetter[] {
  const round = createVerificationRound(db, { damaged: [] });
  while (round.next(new Date()));
  return round.record.damaged;
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

/** Letters that are in the list, the filters and the statistics with something else than their text and corrections give. */
function halfImported(db: ReadDatabase): string[] {
  const letters = db
    .prepare<[number], { id: number; items: string; facets: string }>(
      `SELECT id,
         (SELECT json_group_array(json_array(title, decision, terms) ORDER BY ordinal) FROM item i
           WHERE i.letter_id = l.id) AS items,
         (SELECT json_group_array(json_array(field, value)) FROM letter_facet n JOIN facet f ON f.id = n.facet_id
           WHERE n.letter_id = l.id) AS facets
       FROM letter l WHERE entry_version = ?`,
    )
    .all(entryVersion);
  return letters
    .filter(({ id, items, facets }) => {
      const entry = entryOf(correctedParse(db, id).parse);
      const entered = entry.facets.map(({ field, value }) => [field, value]);
      const sorted = (rows: string[][]): string => JSON.stringify(rows.map((row) => JSON.stringify(row)).sort());
      return (
        JSON.stringify(entry.items.map(({ title, decision, terms }) => [title, decision, terms])) !== items ||
        sorted(entered) !== sorted(JSON.parse(facets))
      );
    })
    .map(({ id }) => `Letter ${id} is in the list with something else than is in its text.`);
}
