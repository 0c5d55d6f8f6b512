import type { WriteDatabase } from './database.ts';
import type { LetterFacet } from './find/letter-facets.ts';
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
  const numberOf = facetNumbers(db);
  for (const letter of letters) writeEntry(db, letter, numberOf);
  db.prepare(
    `INSERT INTO letter_fts (rowid, file_name, case_number, item_titles, reading_text)
     SELECT id, file_name, case_number, item_titles, reading_text FROM letter_text
     WHERE id IN (SELECT value FROM json_each(?))`,
  ).run(JSON.stringify(letters.map(({ letterId }) => letterId)));
}

/** Gives facets their numbers, new ones where they are met first. Good for one transaction, which may be taken back. */
function facetNumbers(db: WriteDatabase): (facet: LetterFacet) => number {
  const known = new Map<string, number>();
  const find = db.prepare<[string, string], { id: number; label: string }>(
    'SELECT id, label FROM facet WHERE field = ? AND value = ?',
  );
  const add = db.prepare('INSERT INTO facet (field, value, label) VALUES (?, ?, ?)');
  // Of several spellings the fullest is shown: `ACOEM 12 Low Back Complaints`, not `ACOEM 12`.
  const relabel = db.prepare('UPDATE facet SET label = ? WHERE id = ? AND length(label) < length(?)');
  return ({ field, value, label }) => {
    const key = `${field}:${value}:${label}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = find.get(field, value);
    const id = found?.id ?? Number(add.run(field, value, label).lastInsertRowid);
    if (found && found.label !== label) relabel.run(label, id, label);
    known.set(key, id);
    return id;
  };
}

function writeEntry(
  db: WriteDatabase,
  { letterId, entry: { items, facets, ...columns } }: Entered,
  numberOf: (facet: LetterFacet) => number,
): void {
  db.prepare(
    `UPDATE letter SET layout = @layout, case_number = @caseNumber, age = @age, sex = @sex,
       injury_date = @injuryDate, completeness = @completeness, year = @year, sort_title = @sortTitle,
       entry_version = @entryVersion
     WHERE id = @letterId`,
  ).run({ ...columns, letterId, entryVersion });
  const insertFacet = db.prepare('INSERT INTO letter_facet (facet_id, letter_id) VALUES (?, ?)');
  for (const facet of facets) insertFacet.run(numberOf(facet), letterId);
  const insertItem = db.prepare('INSERT INTO item (letter_id, ordinal, title, decision, terms) VALUES (?, ?, ?, ?, ?)');
  for (const { ordinal, title, decision, terms } of items) insertItem.run(letterId, ordinal, title, decision, terms);
}
