import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { markedIds } from '../../../electron/library/open-mark.ts';
import { openingIdsIn } from '../../../electron/library/opening-id.ts';
import { salvageFiles } from '../../../electron/library/salvage/salvage-files.ts';
import { inspectLibrary } from '../../torture/inspect-library.ts';
import { frozenLibrary } from '../migrations/frozen-libraries.ts';
import { copyAsKilled } from './crashed-library.ts';
import { killAtEveryStep } from './kill-at-every-step.ts';
import { contentOf, realLetter, seedText } from './real-letter.ts';
import { temporaryFolder, testLibrary } from './test-library.ts';

const letter = (number: number) => {
  const text = `${seedText('000')}\nLetter ${number}\n`;
  return { ...realLetter(text, contentOf(text)), fileName: `${number}.txt` };
};
const letters = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => letter(from + index));

/**
 * A library of two letters was closed and copied to `closed`, worked on, and killed with the latest work in its logs.
 * @param work what is done to it, while it holds six letters, before the kill
 */
function killedAtWork(work: (library: ReturnType<typeof testLibrary>) => void) {
  const first = testLibrary();
  first.addLetters(letters(0, 2));
  first.close();
  const closed = temporaryFolder();
  for (const name of ['library.db', 'originals.db']) copyFileSync(join(first.folder, name), join(closed, name));
  const second = testLibrary(first.folder);
  second.addLetters(letters(2, 6));
  work(second);
  const folder = join(temporaryFolder(), 'killed');
  copyAsKilled(second.folder, folder);
  return { folder, closed };
}

/** Begins the logs anew, so that they hold nothing but what comes after. */
const emptyLogs = ({ db }: ReturnType<typeof testLibrary>) => db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();

const fileNames = (folder: string) =>
  testLibrary(folder)
    .listLetters({ query: '', limit: 50 })
    .rows.map(({ fileName }) => fileName)
    .sort();

function setAside(folder: string): Map<string, Buffer> {
  const parent = join(folder, 'set-aside');
  const [time] = existsSync(parent) ? readdirSync(parent) : [];
  if (time === undefined) return new Map();
  return new Map(readdirSync(join(parent, time)).map((name) => [name, readFileSync(join(parent, time, name))]));
}

describe('a copy of a closed file is put back beside the log of later work', () => {
  test.each<[string, (library: ReturnType<typeof testLibrary>) => void]>([
    ['all of it', () => {}],
    [
      'new letters after what the log held before',
      (library) => {
        emptyLogs(library);
        library.addLetters(letters(6, 9));
      },
    ],
    [
      'a change that makes no file longer',
      (library) => {
        emptyLogs(library);
        library.setStatus(2, 'done');
      },
    ],
  ])('the log is set aside: %s', (_, work) => {
    const { folder, closed } = killedAtWork(work);
    const log = readFileSync(join(folder, 'library.db-wal'));
    copyFileSync(join(closed, 'library.db'), join(folder, 'library.db'));
    expect(fileNames(folder)).toEqual(['0.txt', '1.txt']);
    expect([...setAside(folder)]).toEqual([['library.db-wal', log]]);
    expect(faultsOf(folder)).toEqual([]);
  });

  test('the log is not played by a salvage either', () => {
    const { folder, closed } = killedAtWork(() => {});
    copyFileSync(join(closed, 'library.db'), join(folder, 'library.db'));
    const { tables } = salvageFiles(folder, join(temporaryFolder(), 'out'));
    expect(tables.find(({ name }) => name === 'letter')).toMatchObject({ rows: 2, isWhole: true });
  });

  test('the log of originals.db is set aside, while library.db keeps its own', () => {
    const { folder, closed } = killedAtWork((library) => {
      emptyLogs(library);
      library.addLetters(letters(6, 9));
    });
    const log = readFileSync(join(folder, 'originals.db-wal'));
    copyFileSync(join(closed, 'originals.db'), join(folder, 'originals.db'));
    const library = testLibrary(folder);
    expect(library.listLetters({ query: '', limit: 50 }).total).toBe(9);
    expect(library.db.prepare('SELECT count(*) FROM originals.original').pluck().get()).toBe(2);
    expect(library.db.prepare('PRAGMA originals.integrity_check').pluck().all()).toEqual(['ok']);
    expect([...setAside(folder)]).toEqual([['originals.db-wal', log]]);
  });

  test('what is logged after that is the copy’s own', () => {
    const { folder, closed } = killedAtWork(() => {});
    copyFileSync(join(closed, 'library.db'), join(folder, 'library.db'));
    const library = testLibrary(folder);
    library.setStatus(1, 'done');
    const again = join(temporaryFolder(), 'again');
    copyAsKilled(folder, again);
    expect(testLibrary(again).openCase(1).letter.status).toBe('done');
    expect(existsSync(join(again, 'set-aside'))).toBe(false);
  });
});

/** What is wrong with a library that is open. */
function faultsOf(folder: string): readonly string[] {
  const copy = join(temporaryFolder(), 'inspected');
  copyAsKilled(folder, copy);
  return inspectLibrary(copy).faults;
}

describe('a log is played', () => {
  test('that was put back together with its file', () => {
    const { folder } = killedAtWork((library) => library.setStatus(1, 'done'));
    const other = testLibrary();
    const mark = readFileSync(join(other.folder, 'open.mark'));
    writeFileSync(join(folder, 'open.mark'), mark);
    expect(testLibrary(folder).openCase(1).letter.status).toBe('done');
    expect(existsSync(join(folder, 'set-aside'))).toBe(false);
  });

  test.each(['', '2026-01-01T00:00:00.000Z\n'])('where an earlier version left the mark “%s”', (mark) => {
    const { folder } = killedAtWork(() => {});
    writeFileSync(join(folder, 'open.mark'), mark);
    expect(fileNames(folder)).toHaveLength(6);
    expect(existsSync(join(folder, 'set-aside'))).toBe(false);
  });

  test('of a library that was brought up to date after a crash, and killed again', () => {
    const folder = frozenLibrary('v1');
    writeFileSync(join(folder, 'open.mark'), '');
    const opened = openLibrary(folder);
    const before = opened.db.prepare('SELECT count(*) FROM letter').pluck().get();
    const killed = join(temporaryFolder(), 'killed');
    copyAsKilled(folder, killed);
    opened.close();
    expect(statSync(join(killed, 'library.db-wal')).size).toBeGreaterThan(0);
    expect(testLibrary(killed).db.prepare('SELECT count(*) FROM letter').pluck().get()).toBe(before);
    expect(existsSync(join(killed, 'set-aside'))).toBe(false);
  });
});

describe('the id of an opening', () => {
  test('is another each time, is in both files at once, and is what the mark names', () => {
    const seen = new Set<number>();
    const { folder, close } = testLibrary();
    close();
    for (let again = 0; again < 3; again++) {
      const opened = openLibrary(folder);
      const ids = openingIdsIn(folder);
      expect([...ids.keys()]).toEqual(['library.db', 'originals.db']);
      expect(markedIds(folder)).toEqual(ids);
      for (const id of ids.values()) seen.add(id);
      opened.close();
    }
    expect(seen.size).toBe(3);
  });

  test('comes anew after an unclean end once the check has passed, and not before', () => {
    const { folder } = killedAtWork(() => {});
    const found = openingIdsIn(folder);
    const opened = openLibrary(folder);
    expect(openingIdsIn(folder)).toEqual(found);
    expect(markedIds(folder)).toEqual(found);
    opened.passCheck();
    expect(openingIdsIn(folder)).not.toEqual(found);
    expect(markedIds(folder)).toEqual(openingIdsIn(folder));
    opened.close();
  });

  test('is not in the mark while another reader keeps it from the file', () => {
    const { folder } = killedAtWork(() => {});
    const opened = openLibrary(folder);
    const reader = new Database(join(folder, 'library.db'), { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM letter').get();
    opened.passCheck();
    expect(markedIds(folder)).toEqual(new Map());
    reader.close();
    opened.close();
  });
});

test('killed at any step of opening, closing and passing the check, a library takes no log for another’s', async () => {
  const { folder } = killedAtWork(() => {});
  const prepare = () => {
    const dir = join(temporaryFolder(), 'library');
    copyAsKilled(folder, dir);
    return { dir, action: 'open' as const };
  };
  const steps = await killAtEveryStep(prepare, (dir, step) => {
    expect(fileNames(dir), `step ${step}`).toHaveLength(6);
    expect(existsSync(join(dir, 'set-aside')), `step ${step}`).toBe(false);
  });
  expect(steps).toBeGreaterThan(20);
}, 120_000);

test('a suspect library is closed with its files and logs as they are', () => {
  const { folder } = killedAtWork((library) => library.setStatus(1, 'done'));
  const files = ['library.db', 'library.db-wal', 'originals.db', 'originals.db-wal'];
  const bytes = () => files.map((name) => readFileSync(join(folder, name)));
  const before = bytes();
  const opened = openLibrary(folder);
  opened.suspect();
  opened.close();
  expect(bytes()).toEqual(before);
  expect(testLibrary(folder).openCase(1).letter.status).toBe('done');
});
