import { expect, test } from 'vitest';
import type { LetterContent } from '../../../electron/library/packed-content.ts';
import { damagedLetters, inspectLibrary } from '../../torture/inspect-library.ts';
import { contentOf, realLetter, seedText } from './real-letter.ts';
import { sampleAnnotation } from './sample-letter.ts';
import { testLibrary } from './test-library.ts';

const source = seedText('000_e6');

function libraryWithNote(content: LetterContent = contentOf(source)) {
  const library = testLibrary();
  library.addLetters([realLetter(source, content)]);
  const { readingText } = content.parse;
  const note = sampleAnnotation(1, readingText, readingText.slice(20, 40), { note: 'stays' });
  library.createAnnotation(note);
  const damaged = () => damagedLetters(library.db);
  return { ...library, damaged, note };
}

test.each([
  ['a changed original', 'UPDATE originals.original SET bytes = zeroblob(size)'],
  ['a missing original', 'DELETE FROM originals.original'],
  ['a changed text', "UPDATE letter_content SET reading_text = replace(reading_text, 'e', 'a')"],
  ['a missing text', 'DELETE FROM letter_content'],
  ['a changed checksum', "UPDATE letter_content SET text_sha256 = 'f'"],
  [
    'all of them, in the trash',
    "UPDATE originals.original SET bytes = zeroblob(size); DELETE FROM letter_content; UPDATE letter SET deleted_at = '2026'",
  ],
])('importing the same file again puts back %s', (_what, damage) => {
  const library = libraryWithNote();
  const before = library.openCase(1);
  for (const statement of damage.split(';')) library.db.prepare(statement).run();
  expect(library.damaged()).not.toEqual([]);
  const [added] = library.addLetters([realLetter(source)]);
  expect(added).toMatchObject({ letterId: 1, mended: true });
  expect(library.damaged()).toEqual([]);
  const after = library.openCase(1);
  expect(after.parse).toEqual(before.parse);
  expect(after.annotations).toEqual(before.annotations);
  expect(library.addLetters([realLetter(source)])).toEqual([{ letterId: 1, already: true }]);
  library.close();
  expect(inspectLibrary(library.folder).faults).toEqual([]);
});

test.each(['library', 'trash'])(
  'what another parser reads is entered anew, and the index agrees with it: a letter in the %s',
  (where) => {
    const library = libraryWithNote({ ...contentOf(source), parserVersion: 0 });
    library.db.prepare("UPDATE letter_content SET reading_text = 'Another text'").run();
    if (where === 'trash') library.trashLetters({ letterIds: [1] });
    const [added] = library.addLetters([realLetter(source)]);
    expect(added).toMatchObject({ letterId: 1, already: where === 'library', mended: true });
    expect(library.damaged()).toEqual([]);
    expect(library.openCase(1).annotations).toMatchObject([{ note: 'stays', target: { start: 20, end: 40 } }]);
    expect(library.listLetters({ query: 'determination', limit: 5 }).total).toBe(1);
    library.close();
    expect(inspectLibrary(library.folder).faults).toEqual([]);
  },
);

test('a damaged original without a letter is put back when its file becomes a letter', () => {
  const library = testLibrary();
  const { sha256 } = realLetter(source);
  library.db.prepare("INSERT INTO originals.original (sha256, size, bytes) VALUES (?, 1, x'00')").run(sha256);
  expect(library.addLetters([realLetter(source)])).toEqual([{ letterId: 1, already: false }]);
  expect(Buffer.from(library.getOriginal(sha256)).toString()).toBe(source);
});
