import { expect, test } from 'vitest';
import { verifyOriginals, verifyTexts } from '../../../electron/library/verify.ts';
import { sampleLetter } from './sample-letter.ts';
import { testLibrary } from './test-library.ts';

/** All batches, one after the other. */
function inBatches<K>(check: (after: K | undefined) => { checked: number; damaged: readonly unknown[]; next?: K }) {
  const checked: number[] = [];
  const damaged: unknown[] = [];
  let after: K | undefined;
  do {
    const batch = check(after);
    checked.push(batch.checked);
    damaged.push(...batch.damaged);
    after = batch.next;
  } while (after !== undefined);
  return { checked, damaged };
}

const letters = ['one', 'two', 'three', 'four', 'five'].map((text) => sampleLetter(text, { fileName: `${text}.txt` }));

test('every original and every text is checked once, whatever the batch', () => {
  const library = testLibrary();
  library.addLetters(letters);
  for (const limit of [1, 2, 5, 6]) {
    for (const check of [verifyOriginals, verifyTexts] as const) {
      const { checked, damaged } = inBatches((after) => check(library.db, after as never, limit) as never);
      expect(checked.reduce((sum, count) => sum + count, 0)).toBe(letters.length);
      expect(damaged).toEqual([]);
    }
  }
  const empty = testLibrary();
  expect(verifyOriginals(empty.db, undefined, 10)).toEqual({ checked: 0, damaged: [] });
});

test('each damaged one is named', () => {
  const library = testLibrary();
  library.addLetters(letters);
  const { sha256 } = sampleLetter('two');
  library.db.prepare("UPDATE originals.original SET bytes = x'747730' WHERE sha256 = ?").run(sha256);
  library.db.prepare('DELETE FROM originals.original WHERE sha256 = ?').run(sampleLetter('three').sha256);
  library.db.prepare("UPDATE letter_content SET reading_text = 'f0ur' WHERE letter_id = 4").run();
  library.db.prepare('DELETE FROM letter_content WHERE letter_id = 5').run();
  expect(inBatches<string>((after) => verifyOriginals(library.db, after, 10)).damaged).toEqual([
    { sha256, fileName: 'two.txt', message: expect.stringMatching(/changed on the disk/) },
  ]);
  expect(inBatches<number>((after) => verifyTexts(library.db, after, 10)).damaged).toMatchObject([
    { fileName: 'three.txt', message: expect.stringMatching(/no original/) },
    { fileName: 'four.txt', message: expect.stringMatching(/changed on the disk/) },
    { fileName: 'five.txt', message: expect.stringMatching(/missing/) },
  ]);
});
