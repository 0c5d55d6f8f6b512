import type { WriteDatabase } from './database.ts';
import type { LetterEntry } from './letter-entry.ts';

/** Rises with every change in what is entered of a letter, so that entries of an earlier version can be told. */
export const entryVersion = 2;

/** A letter in the library and what is to be entered of it. */
export interface Entered {
  readonly letterId: number;
  readonly entry: LetterEntry;
}

/**
 * Enters letters whose texts are in the library and of which nothing is entered. The index comes last, in one
 * statement for all: any statement that may write several rows makes FTS5 put on the disk what it has gathered so far,
 * and letter by letter that took a quarter of an import.
 */
export function enterLetters(db: WriteDatabase, letters: readonly Entered[]): void {
  for (const letter of letters) writeEntry(db, letter);
  db.prepare(
    `INSERT INTO letter_fts (rowid, file_name, case_number, item_titles, reading_text)
     SELECT id, file_name, case_number, item_titles, reading_text FROM letter_text
     WHERE id IN (SELECT value FROM json_each(?))`,
  ).run(JSON.stringify(letters.map(({ letterId }) => letterId)));
}

function writeEntry(db: WriteDatabase, { letterId, entry: { items, facets, ...columns } }: Entered): void {
  db.prepare(
    `UPDATE letter SET layout = @layout, case_number = @caseNumber, age = @age, sex = @sex,
       injury_date = @injuryDate, completeness = @completeness, year = @year, sort_title = @sortTitle,
       entry_version = @entryVersion
     WHERE id = @letterId`,
  ).run({ ...columns, letterId, entryVersion });
  const insertFacet = db.prepare('INSERT INTO letter_facet (field, value, label, letter_id) VALUES (?, ?, ?, ?)');
  for (const { field, value, label } of facets) insertFacet.run(field, value, label, letterId);
  const insertItem = db.prepare('INSERT INTO item (letter_id, ordinal, title, decision, terms) VALUES (?, ?, ?, ?, ?)');
  for (const { ordinal, title, decision, terms } of items) insertItem.run(letterId, ordinal, title, decision, terms);
}
