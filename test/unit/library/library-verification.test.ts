import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openLibraryClient } from '../../../electron/library/library-client.ts';
import { readVerificationRecord } from '../../../electron/library/verification-record.ts';
import { createVerificationRound } from '../../../electron/library/verification-round.ts';
import type { LibraryStatus } from '../../../shared/model/library-status.ts';
import { sampleLetter } from './sample-letter.ts';
import { temporaryFolder, testLibrary } from './test-library.ts';

const now = new Date('2026-03-01T10:00:00.000Z');
const week = 7 * 24 * 60 * 60 * 1000;
const text = (index: number) => `Letter ${index}`;
const letterOf = (index: number) => sampleLetter(text(index), { fileName: `${index}.txt` });

/** A closed library whose third letter has an original that changed on the disk. */
function damagedLibrary(letters = 5): string {
  const library = testLibrary();
  library.addLetters(Array.from({ length: letters }, (_, index) => letterOf(index)));
  library.db.prepare('UPDATE originals.original SET bytes = zeroblob(size) WHERE sha256 = ?').run(letterOf(2).sha256);
  library.close();
  return library.folder;
}

async function openTestClient(dir: string, quiet: number) {
  const statuses: LibraryStatus[] = [];
  const library = await openLibraryClient({
    dir,
    quiet,
    backups: false,
    onStatus: (status) => statuses.push(status),
  });
  onTestFinished(() => library.close());
  return { library, statuses };
}

describe('a round', () => {
  test('checks everything once, however it is interrupted, and then waits a week', () => {
    const { db, addLetters } = testLibrary();
    addLetters(Array.from({ length: 250 }, (_, index) => letterOf(index)));
    let round = createVerificationRound(db, { damaged: [] });
    const counts = { originals: 0, letters: 0 };
    for (let goesOn = true; goesOn; ) {
      expect(round.isDue(now)).toBe(true);
      goesOn = round.next(now);
      counts.originals += round.counts.originals;
      counts.letters += round.counts.letters;
      // As after a restart of the program.
      round = createVerificationRound(db, JSON.parse(JSON.stringify(round.record)));
    }
    expect(counts).toEqual({ originals: 250, letters: 250 });
    expect(round.record).toEqual({ ended: now.toISOString(), damaged: [] });
    expect(round.isDue(new Date(now.getTime() + week - 1))).toBe(false);
    expect(round.isDue(new Date(now.getTime() + week))).toBe(true);
    expect(round.isDue(new Date(now.getTime() - 1))).toBe(true);
  });

  test('keeps what is damaged until it is mended, and no longer', () => {
    const { db, addLetters } = testLibrary();
    addLetters([letterOf(0), letterOf(1)]);
    const { sha256 } = letterOf(1);
    db.prepare('UPDATE originals.original SET bytes = zeroblob(size) WHERE sha256 = ?').run(sha256);
    const round = createVerificationRound(db, { damaged: [] });
    while (round.next(now));
    expect(round.record.damaged).toMatchObject([{ sha256, fileName: '1.txt' }]);
    round.lookAgain();
    expect(round.isDue(now)).toBe(true);
    round.next(now);
    expect(round.record.damaged).toHaveLength(1);
    expect(addLetters([letterOf(1)])).toEqual([{ letterId: 2, already: true, mended: true }]);
    round.lookAgain();
    round.next(now);
    expect(round.record.damaged).toEqual([]);
    expect(round.isDue(now)).toBe(false);
  });
});

describe('while the library is open', () => {
  test('it is checked when nothing is asked of it, damage is told, and importing the file again mends it', async () => {
    const dir = damagedLibrary();
    const { library, statuses } = await openTestClient(dir, 5);
    await vi.waitFor(() => expect(statuses.at(-1)?.verified).toBeDefined());
    const { sha256 } = letterOf(2);
    expect(statuses.at(-1)?.damaged).toEqual({
      count: 1,
      letters: [{ sha256, fileName: '2.txt', message: expect.stringMatching(/original has changed/) }],
    });
    await library.close();

    // The next time it is known at once, and nothing is due but looking at it again.
    const { library: again, statuses: later } = await openTestClient(dir, 60_000);
    expect((await again.status()).damaged?.count).toBe(1);
    expect(await again.knownSha256s([sha256])).toEqual(new Map());
    expect(await again.addLetters([letterOf(2)])).toEqual([{ letterId: 3, already: true, mended: true }]);
    expect(Buffer.from(await again.getOriginal(sha256)).toString()).toBe(text(2));
    expect((await again.verify()).damaged).toEqual([]);
    expect((await again.status()).damaged).toBeUndefined();
    expect(later.some(({ verifying }) => verifying?.total === 10)).toBe(true);
    expect((await again.status()).verifying).toBeUndefined();
  });

  test('it is checked on demand beside other work, and closing stops that', async () => {
    const dir = damagedLibrary(300);
    const { library, statuses } = await openTestClient(dir, 60_000);
    const verified = library.verify();
    const view = await library.openCase(1);
    // The case was there before the check had ended.
    expect(statuses.at(-1)?.verified).toBeUndefined();
    expect(view.letter.fileName).toBe('0.txt');
    expect(await verified).toMatchObject({ originals: 300, letters: 300, damaged: [{ fileName: '2.txt' }] });
    const stopped = expect(library.verify()).rejects.toMatchObject({ code: 'cancelled' });
    await library.close();
    await stopped;
  });
});

test('a record that cannot be read begins a new round', () => {
  const folder = temporaryFolder();
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => said.mockRestore());
  expect(readVerificationRecord(folder)).toEqual({ damaged: [] });
  expect(said).not.toHaveBeenCalled();
  writeFileSync(join(folder, 'verification.json'), '{"damaged": 7}');
  expect(readVerificationRecord(folder)).toEqual({ damaged: [] });
  expect(said).toHaveBeenCalledOnce();
});
