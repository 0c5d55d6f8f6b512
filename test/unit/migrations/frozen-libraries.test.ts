import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { listBackups } from '../../../electron/library/backups/list-backups.ts';
import { reenterOutdated } from '../../../electron/library/letter-index.ts';
import { readMigrations } from '../../../electron/library/migrate.ts';
import { inspectLibrary } from '../../torture/inspect-library.ts';
import { killAtEveryStep } from '../library/kill-at-every-step.ts';
import { testLibrary } from '../library/test-library.ts';
import { frozenLibrary } from './frozen-libraries.ts';

const head = readMigrations(new URL('../../../electron/migrations/', import.meta.url)).length;

describe.each(['v1', 'v2', 'v3', 'v4'] as const)('a library of schema %s', (version) => {
  test('has everything when it is brought up to date', () => {
    const folder = frozenLibrary(version);
    const library = testLibrary(folder);
    expect(library.db.prepare('PRAGMA user_version').pluck().get()).toBe(head);
    expect(library.listLetters({ query: '', limit: 5 }).rows.map(({ fileName, status }) => [fileName, status])).toEqual(
      [
        ['letter-1.txt', 'in-progress'],
        ['plain.txt', 'done'],
      ],
    );
    const { parse, annotations, secondOpinions, corrections } = library.openCase(1);
    expect(parse.case.items.map(({ title }) => title)).toEqual(['Functional Restoration Program x 160 hours']);
    expect(annotations).toMatchObject([{ note: 'The record of 2014 is missing here.', tags: ['records', 'to check'] }]);
    expect(annotations[0]?.target.quote.exact).toBe(parse.case.summary.text.slice(0, 12));
    expect(secondOpinions).toMatchObject([
      { ordinal: 1, verdict: 'disagree', reason: 'The guideline says otherwise.' },
    ]);
    expect(corrections.map(({ change }) => change)).toEqual(
      version === 'v1' ? [] : [{ kind: 'set-fact', set: { fact: 'patient.age', value: 61 } }],
    );
    expect(parse.case.patient.age).toBe(version === 'v1' ? 58 : 61);
    expect(library.openCase(2).annotations.map(({ note }) => note)).toEqual(['Naïve text: “ẞ” 🙂 stays.']);
    const deleted = '00000000-0000-4000-8000-000000000002';
    expect(library.restoreAnnotation(deleted).note).toBe('A note that was deleted.');
    expect(library.getSettings()).toMatchObject({ author: 'Dr. Fixture', theme: 'dark' });
    for (const query of ['missing', 'otherwise', 'functional']) {
      expect(library.listLetters({ query, limit: 5 }).rows.map(({ id }) => id)).toEqual([1]);
    }
    while (reenterOutdated(library.db, 100));
    // The parser of the first version read no categories; the filter knows them once the letters are read again.
    const tags = { v1: [], v2: [[]], v3: [['Appeal']], v4: [['Appeal']] };
    expect(library.listLetters({ query: 'category:programs', limit: 5 }).rows.map((row) => row.tags)).toEqual(
      tags[version],
    );
    expect(library.savedSearches().map(({ name }) => name)).toEqual(tags[version][0]?.length ? ['Rehabilitation'] : []);
    // What one item says can be asked for, whichever version entered it.
    expect(library.listLetters({ query: 'item:reviewer-other', limit: 5 }).total).toBe(1);
    library.close();
    expect(inspectLibrary(folder).faults).toEqual([]);
  });
});

test('there is a frozen library of every schema version before the newest', () => {
  const frozen = readdirSync(new URL('../../fixtures/libraries/', import.meta.url)).filter((name) =>
    /^v\d+$/.test(name),
  );
  expect(frozen.length).toBeGreaterThanOrEqual(head - 1);
});

test('a backup is made first, and a kill at any step of a migration loses nothing', async () => {
  const expected = inspectLibrary(frozenLibrary('v1')).facts;
  let migrated = 0;
  const steps = await killAtEveryStep(
    () => ({ dir: frozenLibrary('v1'), action: 'open' }),
    (dir) => {
      const before = new Database(join(dir, 'library.db'), { readonly: true });
      const version = before.pragma('user_version', { simple: true });
      before.close();
      if (version !== 1) {
        migrated += 1;
        expect(listBackups(dir)).toMatchObject([
          { beforeUpdate: true, holdings: { schemaVersion: 1, letters: 2, notes: 2, secondOpinions: 1 } },
        ]);
      }
      const { facts, faults } = inspectLibrary(dir);
      expect({ facts, faults }).toEqual({ facts: expected, faults: [] });
    },
  );
  expect(steps).toBeGreaterThan(30);
  expect(migrated).toBeGreaterThan(3);
  expect(migrated).toBeLessThan(steps - 20);
}, 120_000);
