import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLibraryClient } from '../../../electron/library/library-client.ts';
import { announceClosing, lockLibrary } from '../../../electron/library/lock-library.ts';
import { sampleAnnotation, sampleLetter } from './sample-letter.ts';
import { temporaryFolder } from './test-library.ts';

async function openTestClient(dir = temporaryFolder()) {
  const library = await openLibraryClient({ dir, backups: false });
  onTestFinished(() => library.close());
  return { dir, library };
}

describe('the library thread', () => {
  test('answers calls in the order they were made', async () => {
    const { library } = await openTestClient();
    const [added] = await library.addLetters([sampleLetter('Lumbar spine')]);
    const letterId = added?.letterId ?? 0;
    const note = sampleAnnotation(letterId, 'Lumbar spine', 'spine', { note: 'first' });
    const created = library.createAnnotation(note);
    const updated = library.updateAnnotation({ id: note.id, note: 'second' });
    const view = library.openCase(letterId);
    expect((await created).note).toBe('first');
    expect((await updated).note).toBe('second');
    expect((await view).annotations.map(({ note }) => note)).toEqual(['second']);
    expect(await library.knownSha256s([sampleLetter('Lumbar spine').sha256])).toEqual(
      new Map([[sampleLetter('Lumbar spine').sha256, letterId]]),
    );
  });

  test('finds what was written before, page by page of one list, though others are searched for beside it', async () => {
    const { library } = await openTestClient();
    const titles = Array.from({ length: 30 }, (_, index) => sampleLetter(`Lumbar spine ${index}`));
    const [first] = await library.addLetters(titles);
    const found = await library.listLetters({ query: 'lumbar', limit: 10 });
    expect(found).toMatchObject({ total: 30, from: 0 });
    const whole = await library.listLetters({ query: '', limit: 10 });
    expect(whole.list).not.toBe(found.list);
    const next = await library.listLetters({ query: 'lumbar', from: 10, limit: 20, list: found.list });
    expect(next.list).toBe(found.list);
    expect(new Set([...found.rows, ...next.rows].map(({ id }) => id)).size).toBe(30);
    const range = await library.letterRange({ query: 'lumbar', from: 5, to: 7, list: found.list });
    expect(range.letterIds).toEqual(found.rows.slice(5, 7).map(({ id }) => id));
    const all = { query: 'spine', trash: false, except: [] };
    await library.addTag(all, 'back');
    expect((await library.listLetters({ query: 'tag:back', limit: 1 })).total).toBe(30);
    expect(await library.selectedIds({ ...all, query: 'tag:back', except: [first?.letterId ?? 0] })).toHaveLength(29);
    await library.trashLetters({ letterIds: [first?.letterId ?? 0] });
    expect((await library.listLetters({ query: 'spine', trash: true, limit: 5 })).total).toBe(1);
    expect(await library.selectedLetters(all)).toHaveLength(29);
  });

  test('passes failures on with their code and goes on', async () => {
    const { library } = await openTestClient();
    await expect(library.openCase(5)).rejects.toMatchObject({ name: 'FailureError', code: 'no-such-letter' });
    await expect(library.setSettings({ theme: 'pink' as never })).rejects.toMatchObject({ code: 'internal' });
    expect((await library.getSettings()).theme).toBe('system');
  });

  test('reports a library that cannot be opened', async () => {
    const { dir } = await openTestClient();
    await expect(openLibraryClient({ dir })).rejects.toMatchObject({ code: 'library-in-use' });
    const damaged = temporaryFolder();
    writeFileSync(join(damaged, 'library.db'), 'no database'.repeat(500));
    await expect(openLibraryClient({ dir: damaged })).rejects.toMatchObject({ code: 'library-damaged' });
    await expect(openLibraryClient({ dir: join(dir, 'none'), create: false })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('waits for whoever is closing the library and makes its last backup', async () => {
    const dir = temporaryFolder();
    const unlock = lockLibrary(dir);
    announceClosing(dir);
    const opening = openTestClient(dir);
    // Longer than is waited for one that does not close.
    await setTimeout(1000);
    unlock();
    const { library } = await opening;
    expect(existsSync(join(dir, 'closing.mark'))).toBe(false);
    await library.close();
    expect(existsSync(join(dir, 'closing.mark'))).toBe(false);
    const again = await openTestClient(dir);
    await expect(openLibraryClient({ dir })).rejects.toMatchObject({ code: 'library-in-use' });
    await again.library.close();
  });

  test('closes after what was asked before, and gives the folder free', async () => {
    const { dir, library } = await openTestClient();
    const added = library.addLetters([sampleLetter('Lumbar spine')]);
    const closed = Promise.all([library.close(), library.close()]);
    await expect(added).resolves.toHaveLength(1);
    await closed;
    await expect(library.getSettings()).rejects.toMatchObject({ code: 'internal' });
    const again = await openTestClient(dir);
    expect((await again.library.listLetters({ query: '', limit: 5 })).total).toBe(1);
  });
});
