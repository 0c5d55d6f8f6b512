import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { OriginalWithoutLetter } from '../../shared/model/backup.ts';
import type { ReadDatabase } from './database.ts';
import { setAsideName } from './durable-files.ts';
import { libraryFiles } from './library-files.ts';

/**
 * The originals that no letter belongs to, deleted letters counted as letters: those imported after a backup that was
 * restored. Their file names come from the library files that were set aside.
 */
export function originalsWithoutLetter(db: ReadDatabase): OriginalWithoutLetter[] {
  const found = db
    .prepare<[], { sha256: string; size: number }>(
      `SELECT sha256, size FROM originals.original o
       WHERE NOT EXISTS (SELECT 1 FROM letter l WHERE l.sha256 = o.sha256) ORDER BY sha256`,
    )
    .all();
  if (found.length === 0) return [];
  const file = db.prepare<[], string>("SELECT file FROM pragma_database_list WHERE name = 'main'").pluck().get();
  const names = namesSetAside(dirname(file ?? ''), new Set(found.map(({ sha256 }) => sha256)));
  return found.map((original) => {
    const fileName = names.get(original.sha256);
    return { ...original, ...(fileName !== undefined && { fileName }) };
  });
}

function namesSetAside(folder: string, wanted: ReadonlySet<string>): Map<string, string> {
  const names = new Map<string, string>();
  const parent = join(folder, setAsideName);
  for (const entry of existsSync(parent) ? readdirSync(parent).sort() : []) {
    const path = join(parent, entry, libraryFiles.library.name);
    if (existsSync(path)) for (const [sha256, name] of lettersIn(path)) if (wanted.has(sha256)) names.set(sha256, name);
  }
  return names;
}

/** What can be read; what was set aside may well be damaged. */
function lettersIn(path: string): [sha256: string, fileName: string][] {
  const letters: [string, string][] = [];
  try {
    const db = new Database(path, { readonly: true });
    try {
      db.pragma('trusted_schema = OFF');
      const all = db.prepare<[], [string, string]>('SELECT sha256, file_name FROM letter').raw();
      for (const letter of all.iterate()) letters.push(letter);
    } finally {
      db.close();
      removeEmptyLog(path);
    }
  } catch (thrown) {
    if (!(thrown instanceof Database.SqliteError)) throw thrown;
  }
  return letters;
}

/** Only reading a database leaves an empty log beside it that was not there before. */
function removeEmptyLog(path: string): void {
  if (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size !== 0) return;
  for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}
