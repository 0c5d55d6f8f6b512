import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, readMigrations } from '../../../electron/library/migrate.ts';
import { temporaryFolder, testLibrary } from '../library/test-library.ts';

const steps = readMigrations(new URL('../../../electron/migrations/', import.meta.url));
const originalsSteps = readMigrations(new URL('../../../electron/migrations/originals/', import.meta.url));

test('keeps second opinions and tells how complete each letter is', () => {
  const folder = temporaryFolder();
  const old = new Database(join(folder, 'library.db'));
  migrate(old, steps.slice(0, 1));
  const letter = old.prepare(
    `INSERT INTO letter (id, sha256, file_name, sort_name, size, imported_at, layout, parser_version)
     VALUES (?, ?, 'letter.txt', 'letter.txt', 9, '2026-01-01T00:00:00.000Z', 'issues', 1)`,
  );
  const content = old.prepare(
    `INSERT INTO letter_content (letter_id, source_text, reading_text, parse, source_map, extraction, text_sha256)
     VALUES (?, '', ?, ?, '[]', '{}', '')`,
  );
  const texts: [number, string, string[]][] = [
    [1, 'in a section\n\nstray', ['stray']],
    [2, 'all of it', []],
    [3, 'none of\n\nit', ['none of', 'it']],
  ];
  for (const [id, text, unassigned] of texts) {
    letter.run(id, String(id).repeat(64));
    content.run(id, text, JSON.stringify({ unassigned: unassigned.map((stray) => ({ text: stray })) }));
  }
  old
    .prepare(
      `INSERT INTO second_opinion (letter_id, ordinal, item_title, verdict, reason, author, updated_at)
       VALUES (1, 2, 'MRI', 'disagree', 'Evidence is strong', 'Dr. Reviewer', '2026-01-02T00:00:00.000Z')`,
    )
    .run();
  old.close();
  const originals = new Database(join(folder, 'originals.db'));
  migrate(originals, originalsSteps);
  originals.close();

  const { db } = testLibrary(folder);
  expect(db.prepare('SELECT round(completeness, 6) FROM letter ORDER BY id').pluck().all()).toEqual([0.666667, 1, 0]);
  expect(db.prepare('SELECT * FROM second_opinion').all()).toEqual([
    {
      row: 1,
      letter_id: 1,
      ordinal: 2,
      target: null,
      item_title: 'MRI',
      verdict: 'disagree',
      reason: 'Evidence is strong',
      author: 'Dr. Reviewer',
      updated_at: '2026-01-02T00:00:00.000Z',
    },
  ]);
  const found = db.prepare("SELECT rowid FROM reason_fts WHERE reason_fts MATCH 'strong'").pluck();
  expect(found.all()).toEqual([1]);
  db.prepare("UPDATE second_opinion SET reason = 'It is thin'").run();
  expect(found.all()).toEqual([]);
});
