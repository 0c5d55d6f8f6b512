import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sampleAnnotation, sampleLetter } from './sample-letter.ts';
import { codeOf, testLibrary } from './test-library.ts';

const text = 'Lumbar spine 🦴 with radiculopathy at L4-L5.';

function libraryWithLetter() {
  const library = testLibrary();
  const letterId = library.addLetters([sampleLetter(text)])[0]?.letterId ?? 0;
  const notes = () => library.openCase(letterId).annotations;
  return { ...library, letterId, notes };
}

describe('createAnnotation', () => {
  test('keeps what was given and begins the case', () => {
    const library = libraryWithLetter();
    const given = sampleAnnotation(library.letterId, text, 'radiculopathy', {
      note: 'Not at T7.',
      tags: ['spine', 'a "b"'],
    });
    const created = library.createAnnotation(given);
    expect(created).toMatchObject({ ...given, anchored: true, createdAt: created.updatedAt });
    expect(library.notes()).toEqual([created]);
    expect(library.openCase(library.letterId).letter).toMatchObject({ status: 'in-progress', noteCount: 1 });
  });

  test('happens once, however often it is asked for', () => {
    const library = libraryWithLetter();
    const given = sampleAnnotation(library.letterId, text, 'spine', { note: 'first' });
    const created = library.createAnnotation(given);
    expect(library.createAnnotation({ ...given, note: 'late repetition' })).toEqual(created);
    expect(
      codeOf(() => library.createAnnotation({ ...sampleAnnotation(library.letterId, text, 'with'), id: given.id })),
    ).toBe('invalid-input');
    library.deleteAnnotation(given.id);
    expect(codeOf(() => library.createAnnotation(given))).toBe('no-such-annotation');
    expect(library.notes()).toEqual([]);
  });

  test('refuses a quote that does not stand at its place', () => {
    const library = libraryWithLetter();
    const given = sampleAnnotation(library.letterId, text, 'spine');
    const moved = { ...given, target: { ...given.target, start: given.target.start + 1 } };
    const beyond = { ...given, target: { start: 900, end: 901, quote: { exact: '', prefix: '', suffix: '' } } };
    const nothing = { ...given, target: { start: 3, end: 3, quote: { exact: '', prefix: '', suffix: '' } } };
    for (const wrong of [moved, beyond, nothing])
      expect(codeOf(() => library.createAnnotation(wrong))).toBe('invalid-input');
    expect(codeOf(() => library.createAnnotation({ ...given, letterId: 99 }))).toBe('no-such-letter');
    expect(library.openCase(library.letterId)).toMatchObject({ annotations: [], letter: { status: 'new' } });
  });

  test('gives back every character of notes and quotes', () => {
    const library = libraryWithLetter();
    const start = text.indexOf('🦴');
    const quote = { exact: text.slice(start, start + 2), prefix: text.slice(0, start), suffix: '\udc00' };
    const note = 'NUL \0, <b>, \u202Eright to left, 漢字, 🦴\r\n\ttab';
    const { id } = sampleAnnotation(0, text, 'spine');
    const created = library.createAnnotation({
      id,
      letterId: library.letterId,
      target: { start, end: start + 2, quote },
      note,
      tags: ['漢字'],
      author: 'A\u0301',
    });
    expect(library.notes()).toEqual([created]);
    expect(created).toMatchObject({ note, author: 'A\u0301', target: { quote } });
  });

  test('leaves the status of a case that is done', () => {
    const library = libraryWithLetter();
    library.setStatus(library.letterId, 'done');
    library.createAnnotation(sampleAnnotation(library.letterId, text, 'spine'));
    expect(library.openCase(library.letterId).letter.status).toBe('done');
  });
});

describe('changing annotations', () => {
  test('updates only what is given', () => {
    const library = libraryWithLetter();
    const { id } = library.createAnnotation(
      sampleAnnotation(library.letterId, text, 'spine', { note: 'a', tags: ['t'] }),
    );
    expect(library.updateAnnotation({ id, note: 'b' })).toMatchObject({ note: 'b', tags: ['t'] });
    expect(library.updateAnnotation({ id, tags: [] })).toMatchObject({ note: 'b', tags: [] });
  });

  test('deletes softly and restores as it was', () => {
    const library = libraryWithLetter();
    const created = library.createAnnotation(sampleAnnotation(library.letterId, text, 'spine', { note: 'findme' }));
    const found = () => library.listLetters({ query: 'findme', limit: 5 }).total;
    expect(found()).toBe(1);
    library.deleteAnnotation(created.id);
    library.deleteAnnotation(created.id);
    expect(library.notes()).toEqual([]);
    expect(library.openCase(library.letterId).letter.noteCount).toBe(0);
    expect(found()).toBe(0);
    expect(codeOf(() => library.updateAnnotation({ id: created.id, note: 'x' }))).toBe('no-such-annotation');
    expect(library.restoreAnnotation(created.id)).toEqual(created);
    expect(library.restoreAnnotation(created.id)).toEqual(created);
    expect(library.notes()).toEqual([created]);
    expect(found()).toBe(1);
  });

  test('says when there is no such annotation', () => {
    const library = libraryWithLetter();
    const id = randomUUID();
    expect(codeOf(() => library.updateAnnotation({ id, note: '' }))).toBe('no-such-annotation');
    expect(codeOf(() => library.deleteAnnotation(id))).toBe('no-such-annotation');
    expect(codeOf(() => library.restoreAnnotation(id))).toBe('no-such-annotation');
  });
});

test('annotations come in text order', () => {
  const library = libraryWithLetter();
  for (const exact of ['L4', 'spine', 'Lumbar', 'Lumbar spine']) {
    library.createAnnotation(sampleAnnotation(library.letterId, text, exact));
  }
  expect(library.notes().map(({ target }) => target.quote.exact)).toEqual(['Lumbar spine', 'Lumbar', 'spine', 'L4']);
});

test('an orphan is shown like any other annotation', () => {
  const library = libraryWithLetter();
  const created = library.createAnnotation(sampleAnnotation(library.letterId, text, 'spine'));
  library.db.prepare('UPDATE annotation SET anchored = 0').run();
  expect(library.notes()).toEqual([{ ...created, anchored: false }]);
});
