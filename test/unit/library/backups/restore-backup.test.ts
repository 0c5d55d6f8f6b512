import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { restoreClosedLibrary } from '../../../../electron/library/backups/restore-closed-library.ts';
import { writeBackup } from '../../../../electron/library/backups/write-backup.ts';
import type { Backup } from '../../../../shared/model/backup.ts';
import { inspectLibrary } from '../../../torture/inspect-library.ts';
import { damagePages } from '../damage-pages.ts';
import { killAtEveryStep } from '../kill-at-every-step.ts';
import { sampleAnnotation, sampleLetter } from '../sample-letter.ts';
import { codeOf, temporaryFolder, testLibrary } from '../test-library.ts';

const now = new Date('2026-03-01T10:00:00.000Z');

/** A closed library with one letter and a backup, and a second letter and a note from after it. */
async function backedUpLibrary(folder = temporaryFolder()): Promise<{ folder: string; backup: Backup }> {
  const library = testLibrary(folder);
  library.addLetters([sampleLetter('Lumbar spine')]);
  const backup = await writeBackup(folder, now);
  library.addLetters([sampleLetter('Cervical spine', { fileName: 'later.txt' })]);
  library.createAnnotation(sampleAnnotation(1, 'Lumbar spine', 'spine', { note: 'later' }));
  library.close();
  return { folder, backup };
}

test('the backup takes the place of the library, whose files are set aside with all they hold', async () => {
  const { folder, backup } = await backedUpLibrary();
  const before = readFileSync(join(folder, 'library.db'));
  const report = restoreClosedLibrary(folder, backup.name, now);
  expect(report.backup).toEqual(backup);
  expect(readdirSync(report.setAside)).toEqual(['library.db']);
  expect(readFileSync(join(report.setAside, 'library.db'))).toEqual(before);
  const { sha256 } = sampleLetter('Cervical spine');
  expect(report.originalsWithoutLetter).toEqual([{ sha256, size: 14, fileName: 'later.txt' }]);
  const library = testLibrary(folder);
  expect(library.listLetters({ query: '', limit: 5 }).total).toBe(1);
  expect(library.openCase(1).annotations).toEqual([]);
  expect(Buffer.from(library.getOriginal(sha256)).toString()).toBe('Cervical spine');
});

test('a log and a journal that belong to the old file go with it and are never played into the new one', async () => {
  const { folder, backup } = await backedUpLibrary();
  // A killed program leaves a log: here the one of a library with another letter.
  const other = testLibrary();
  other.addLetters([sampleLetter('Stale')]);
  const log = readFileSync(join(other.folder, 'library.db-wal'));
  writeFileSync(join(folder, 'library.db-wal'), log);
  writeFileSync(join(folder, 'library.db-journal'), 'a journal');
  const { setAside } = restoreClosedLibrary(folder, backup.name, now);
  expect(readFileSync(join(setAside, 'library.db-wal'))).toEqual(log);
  expect(readFileSync(join(setAside, 'library.db-journal'), 'utf8')).toBe('a journal');
  expect(inspectLibrary(folder)).toMatchObject({ faults: [] });
});

test('a backup that is damaged, newer or missing is refused, and the library stays as it was', async () => {
  const { folder, backup } = await backedUpLibrary();
  const before = readFileSync(join(folder, 'library.db'));
  const path = join(folder, 'backups', backup.name);
  const good = readFileSync(path);
  damagePages(path, { first: 3, count: 8 });
  expect(codeOf(() => restoreClosedLibrary(folder, backup.name, now))).toBe('library-damaged');
  writeFileSync(path, 'no database at all'.repeat(1000));
  expect(codeOf(() => restoreClosedLibrary(folder, backup.name, now))).toBe('library-damaged');
  writeFileSync(path, good);
  const newer = new Database(path);
  newer.pragma('user_version = 99');
  newer.close();
  expect(codeOf(() => restoreClosedLibrary(folder, backup.name, now))).toBe('library-newer');
  for (const name of ['library-2020-01-01T00-00-00-000Z.db', '../library.db', '']) {
    expect(codeOf(() => restoreClosedLibrary(folder, name, now))).toBe('not-found');
  }
  expect(readFileSync(join(folder, 'library.db'))).toEqual(before);
  expect(readdirSync(folder).sort()).toEqual(['backups', 'library.db', 'lock.db', 'originals.db']);
});

test('a library that is open elsewhere is not restored', async () => {
  const { folder, backup } = await backedUpLibrary();
  testLibrary(folder);
  expect(codeOf(() => restoreClosedLibrary(folder, backup.name, now))).toBe('library-in-use');
});

test('files of the same moment are set aside in folders of their own', async () => {
  const { folder, backup } = await backedUpLibrary();
  const first = restoreClosedLibrary(folder, backup.name, now).setAside;
  const second = restoreClosedLibrary(folder, backup.name, now).setAside;
  expect(first).not.toBe(second);
  expect(existsSync(join(first, 'library.db')) && existsSync(join(second, 'library.db'))).toBe(true);
});

test('killed at any step, a restore has either not happened or is completed', async () => {
  const template = await backedUpLibrary();
  const [before, after] = [2, 1];
  const seen = new Set<number>();
  const steps = await killAtEveryStep(
    () => {
      const dir = join(temporaryFolder(), 'library');
      copyFolder(template.folder, dir);
      return { dir, action: 'restore', name: template.backup.name };
    },
    (dir) => {
      const { facts, faults } = inspectLibrary(dir);
      const letters = [...facts.keys()].filter((key) => key.startsWith('letter')).length;
      seen.add(letters);
      expect(faults).toEqual([]);
      expect([before, after]).toContain(letters);
      const setAside = existsSync(join(dir, 'set-aside'))
        ? readdirSync(join(dir, 'set-aside'), { recursive: true })
        : [];
      if (letters === after) expect(setAside.filter((name) => String(name).endsWith('library.db'))).toHaveLength(1);
      expect(readdirSync(dir).filter((name) => /restor/.test(name))).toEqual([]);
    },
  );
  expect(steps).toBeGreaterThan(15);
  expect([...seen].sort()).toEqual([after, before]);
}, 120_000);

function copyFolder(from: string, to: string): void {
  mkdirSync(join(to, 'backups'), { recursive: true });
  for (const name of ['library.db', 'originals.db']) writeFileSync(join(to, name), readFileSync(join(from, name)));
  for (const name of readdirSync(join(from, 'backups'))) {
    writeFileSync(join(to, 'backups', name), readFileSync(join(from, 'backups', name)));
  }
}
