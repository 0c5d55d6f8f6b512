import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLibraryClient } from '../../../electron/library/library-client.ts';
import { letterKey, noteKey } from '../../torture/facts.ts';
import { inspectLibrary } from '../../torture/inspect-library.ts';
import { sampleAnnotation, sampleLetter } from './sample-letter.ts';
import { temporaryFolder } from './test-library.ts';

/** A file system of 3 MB; undefined where this user may not mount one. */
function smallDisk(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}

test('on a full disk nothing acknowledged is lost, reading goes on, and so does work when there is room again', async ({
  skip,
}) => {
  const disk = smallDisk();
  if (!disk) {
    console.log('Skipped: a small file system can only be mounted on Linux, by root.');
    return skip();
  }
  const dir = join(disk, 'library');
  const text = 'Lumbar spine';
  const open = () => openLibraryClient({ dir });
  let library = await open();
  onTestFinished(() => library.close());
  await library.addLetters([sampleLetter(text)]);
  await library.backUp();
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, Buffer.alloc(statfsSync(disk).bavail * statfsSync(disk).bsize - 400_000));

  const written = [letterKey(sampleLetter(text).sha256)];
  const failed: unknown[] = [];
  for (let count = 0; count < 60; count++) {
    const note = sampleAnnotation(1, text, 'spine', { note: `note ${count} ${'word '.repeat(2000)}` });
    await library.createAnnotation(note).then(
      () => written.push(noteKey(note.id)),
      (thrown: unknown) => failed.push(thrown),
    );
  }
  expect(written.length).toBeGreaterThan(2);
  expect(failed.length).toBeGreaterThan(2);
  for (const thrown of failed)
    expect(thrown).toMatchObject({ code: 'disk-full', message: expect.stringMatching(/disk is full/) });
  const large = sampleLetter(`large ${'word '.repeat(100_000)}`);
  await expect(library.addLetters([large])).rejects.toMatchObject({ code: 'disk-full' });
  expect((await library.openCase(1)).annotations).toHaveLength(written.length - 1);
  await expect(library.backUp()).rejects.toMatchObject({
    code: 'disk-full',
    message: expect.stringMatching(/no backup/),
  });
  expect((await library.status()).backupFailure?.code).toBe('disk-full');

  rmSync(ballast);
  const after = sampleAnnotation(1, text, 'spine', { note: 'room again' });
  await library.createAnnotation(after);
  written.push(noteKey(after.id));
  expect((await library.backUp()).holdings?.notes).toBe(written.length - 1);
  await library.close();
  const { facts, faults } = inspectLibrary(dir);
  expect(faults).toEqual([]);
  expect([...facts.keys()].sort()).toEqual([...written].sort());

  // And once more from the start, with no room for anything.
  writeFileSync(ballast, Buffer.alloc(statfsSync(disk).bavail * statfsSync(disk).bsize));
  await expect(open()).rejects.toMatchObject({ code: 'disk-full' });
  rmSync(ballast);
  library = await open();
  expect((await library.listLetters({ query: '', limit: 5 })).total).toBe(1);
});
