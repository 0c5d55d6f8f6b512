/** What the list and the search know of a letter, taken from its parse with the corrections applied. */
import { completeness } from '../../shared/letter/completeness.ts';
import type { LetterParse } from '../../shared/model/letter-parse.ts';
import { FailureError } from '../../shared/result.ts';
import { correctedParse } from './corrected-parse.ts';
import { inTransaction, type WriteDatabase } from './database.ts';
import { facetsOf, yearOf } from './find/letter-facets.ts';
import { sortName } from './sort-name.ts';

const indexed = 'SELECT id, file_name, case_number, item_titles, reading_text FROM letter_text WHERE id = ?';
const columns = 'rowid, file_name, case_number, item_titles, reading_text';

/** Rises with every change in what is entered of a letter, so that entries of an earlier version can be told. */
const entryVersion = 1;

/** Enters those letters anew whose entries an earlier version of the program wrote. */
export function reenterOutdated(db: WriteDatabase): void {
  const outdated = db.prepare<[number], number>('SELECT id FROM letter WHERE entry_version < ? LIMIT 500').pluck();
  for (let ids = outdated.all(entryVersion); ids.length > 0; ids = outdated.all(entryVersion)) {
    inTransaction(db, () => {
      for (const id of ids) reenterOrSkip(db, id);
    });
  }
}

/** A letter whose text has changed on the disk stays as it was entered; opening it says what is wrong. */
function reenterOrSkip(db: WriteDatabase, letterId: number): void {
  try {
    reenterLetter(db, letterId, correctedParse(db, letterId).parse);
  } catch (thrown) {
    if (!(thrown instanceof FailureError)) throw thrown;
    db.prepare('UPDATE letter SET entry_version = ? WHERE id = ?').run(entryVersion, letterId);
  }
}

/** Enters a letter that is new in the library. */
export function enterLetter(db: WriteDatabase, letterId: number, parse: LetterParse): void {
  write(db, letterId, parse);
  db.prepare(`INSERT INTO letter_fts (${columns}) ${indexed}`).run(letterId);
}

/**
 * Enters a letter anew. The index takes the old words out by reading them again, so whatever else changes its text
 * has to happen within `change`.
 */
export function reenterLetter(
  db: WriteDatabase,
  letterId: number,
  parse: LetterParse,
  change: () => void = () => {},
): void {
  removeEntry(db, letterId);
  change();
  enterLetter(db, letterId, parse);
}

/** Takes out what was entered of a letter, before the letter itself changes or goes. */
export function removeEntry(db: WriteDatabase, letterId: number): void {
  db.prepare(`INSERT INTO letter_fts (letter_fts, ${columns}) SELECT 'delete', * FROM (${indexed})`).run(letterId);
  db.prepare('DELETE FROM item WHERE letter_id = ?').run(letterId);
  db.prepare('DELETE FROM letter_facet WHERE letter_id = ?').run(letterId);
}

function write(db: WriteDatabase, letterId: number, parse: LetterParse): void {
  const { number, dates, patient, items } = parse.case;
  db.prepare(
    `UPDATE letter SET layout = @layout, case_number = @caseNumber, age = @age, sex = @sex,
       injury_date = @injuryDate, completeness = @completeness, year = @year, sort_title = @sortTitle,
       entry_version = @entryVersion
     WHERE id = @letterId`,
  ).run({
    letterId,
    layout: parse.layout,
    caseNumber: number ?? null,
    age: patient.age ?? null,
    sex: patient.sex ?? null,
    injuryDate: dates.injury ?? null,
    completeness: completeness(parse),
    year: yearOf(parse.case) ?? null,
    sortTitle: sortName(items[0]?.title ?? ''),
    entryVersion,
  });
  const insertFacet = db.prepare('INSERT INTO letter_facet (field, value, label, letter_id) VALUES (?, ?, ?, ?)');
  for (const { field, value, label } of facetsOf(parse)) insertFacet.run(field, value, label, letterId);
  const insertItem = db.prepare('INSERT INTO item (letter_id, ordinal, title, decision) VALUES (?, ?, ?, ?)');
  for (const item of items) insertItem.run(letterId, item.ordinal, item.title, item.decision);
}
