import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DamagedLibraryError } from '../../../../electron/library/damaged-library.ts';
import { openLibrary } from '../../../../electron/library/open-library.ts';
import { clearSalvaged, replaceBySalvaged } from '../../../../electron/library/salvage/replace-by-salvaged.ts';
import { salvageFiles } from '../../../../electron/library/salvage/salvage-files.ts';
import {
  completeSalvaged,
  readSalvaged,
  salvagedFolder,
  sourceOf,
} from '../../../../electron/library/salvage/salvaged-library.ts';
import { inspectLibrary } from '../../../torture/inspect-library.ts';
import { killAtEveryStep } from '../kill-at-every-step.ts';
import { sampleAnnotation, sampleLetter } from '../sample-letter.ts';
import { codeOf, temporaryFolder, testLibrary } from '../test-library.ts';

const now = new Date('2026-03-01T10:00:00.000Z');

/** A library whose library.db is damaged at its beginning, with a log beside it, and what was saved of it. */
function salvagedLibrary() {
  const library = testLibrary();
  library.addLetters([sampleLetter('Lumbar spine')]);
  library.createAnnotation(sampleAnnotation(1, 'Lumbar spine', 'spine', { note: 'kept' }));
  library.close();
  const { folder } = library;
  const path = join(folder, 'library.db');
  const damaged = readFileSync(path);
  damaged.fill(0xa5, 0, 20);
  writeFileSync(path, damaged);
  const source = sourceOf(folder);
  salvageFiles(folder, salvagedFolder(folder));
  writeFileSync(join(salvagedFolder(folder), 'unplaced.json'), '[]');
  completeSalvaged(folder, { source, time: now, remarks: ['A remark.'] });
  return { folder, damaged };
}

test('what was saved takes the place of both files, which are set aside with the rest of it', () => {
  const { folder, damaged } = salvagedLibrary();
  const originals = readFileSync(join(folder, 'originals.db'));
  expect(readSalvaged(folder)).toMatchObject({ holdings: { letters: 1, notes: 1 }, remarks: ['A remark.'] });
  const setAside = replaceBySalvaged(folder, now);
  expect(readFileSync(join(setAside, 'library.db'))).toEqual(damaged);
  expect(readFileSync(join(setAside, 'originals.db'))).toEqual(originals);
  expect(readdirSync(join(setAside, 'salvaged'))).toEqual(expect.arrayContaining(['salvaged.json', 'unplaced.json']));
  expect(readSalvaged(folder)).toBeUndefined();
  const { facts, faults } = inspectLibrary(folder);
  expect(faults).toEqual([]);
  expect([...facts.values()]).toContain('kept');
});

test('nothing is replaced by what was not saved to its end, or while the library is open', () => {
  const library = testLibrary();
  expect(codeOf(() => replaceBySalvaged(library.folder, now))).toBe('library-in-use');
  library.close();
  expect(codeOf(() => replaceBySalvaged(library.folder, now))).toBe('not-found');
  salvageFiles(library.folder, salvagedFolder(library.folder));
  expect(codeOf(() => replaceBySalvaged(library.folder, now))).toBe('not-found');
  expect(existsSync(join(library.folder, 'set-aside'))).toBe(false);
});

test('what was saved of other files than are there now is not offered, and kept when there is to be room', () => {
  const { folder } = salvagedLibrary();
  writeFileSync(join(folder, 'library.db'), 'no database');
  expect(readSalvaged(folder)).toBeUndefined();
  expect(codeOf(() => replaceBySalvaged(folder, now))).toBe('not-found');
  clearSalvaged(folder, now);
  const [time = ''] = readdirSync(join(folder, 'set-aside'));
  expect(readdirSync(join(folder, 'set-aside', time, 'salvaged'))).toContain('library.db');
  // What was not saved to its end is not worth keeping: the library it was read from is there.
  salvageFiles(folder, salvagedFolder(folder));
  clearSalvaged(folder, now);
  expect(existsSync(salvagedFolder(folder))).toBe(false);
  expect(readdirSync(join(folder, 'set-aside'))).toEqual([time]);
});

test('killed at any step, the damaged library is still there with what was saved, or replaced and kept', async () => {
  const template = salvagedLibrary();
  const seen = new Set<'damaged' | 'replaced'>();
  const steps = await killAtEveryStep(
    () => {
      const dir = join(temporaryFolder(), 'library');
      // What was saved is known by the times of the files that it was saved of.
      cpSync(template.folder, dir, { recursive: true, preserveTimestamps: true });
      return { dir, action: 'replace' };
    },
    (dir) => {
      const state = openingOf(dir);
      seen.add(state);
      const path = state === 'damaged' ? dir : join(dir, 'set-aside', onlyOne(readdirSync(join(dir, 'set-aside'))));
      expect(readFileSync(join(path, 'library.db'))).toEqual(template.damaged);
      if (state === 'damaged') {
        expect(readSalvaged(dir)).toMatchObject({ holdings: { letters: 1, notes: 1 } });
        return;
      }
      const { facts, faults } = inspectLibrary(dir);
      expect(faults).toEqual([]);
      expect([...facts.values()]).toContain('kept');
      expect(readdirSync(dir).filter((name) => name.startsWith('salvaged'))).toEqual([]);
    },
  );
  expect(steps).toBeGreaterThan(15);
  expect([...seen].sort()).toEqual(['damaged', 'replaced']);
}, 120_000);

function openingOf(dir: string): 'damaged' | 'replaced' {
  try {
    openLibrary(dir).close();
    return 'replaced';
  } catch (thrown) {
    if (thrown instanceof DamagedLibraryError) return 'damaged';
    throw thrown;
  }
}

function onlyOne(names: readonly string[]): string {
  expect(names).toHaveLength(1);
  return names[0] ?? '';
}
