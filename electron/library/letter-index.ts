/** What the list and the search know of a letter, taken from its parse with the corrections applied. */
import { completeness } from '../../shared/letter/completeness.ts';
import type { LetterParse } from '../../shared/model/letter-parse.ts';
import type { WriteDatabase } from './database.ts';

const indexed = 'SELECT id, file_name, case_number, item_titles, reading_text FROM letter_text WHERE id = ?';
const columns = 'rowid, file_name, case_number, item_titles, reading_text';

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
  db.prepare(`INSERT INTO letter_fts (letter_fts, ${columns}) SELECT 'delete', * FROM (${indexed})`).run(letterId);
  change();
  db.prepare('DELETE FROM item WHERE letter_id = ?').run(letterId);
  enterLetter(db, letterId, parse);
}

function write(db: WriteDatabase, letterId: number, parse: LetterParse): void {
  const { number, dates, patient, items } = parse.case;
  db.prepare(
    `UPDATE letter SET layout = @layout, case_number = @caseNumber, age = @age, sex = @sex,
       injury_date = @injuryDate, completeness = @completeness
     WHERE id = @letterId`,
  ).run({
    letterId,
    layout: parse.layout,
    caseNumber: number ?? null,
    age: patient.age ?? null,
    sex: patient.sex ?? null,
    injuryDate: dates.injury ?? null,
    completeness: completeness(parse),
  });
  const insertItem = db.prepare('INSERT INTO item (letter_id, ordinal, title, decision) VALUES (?, ?, ?, ?)');
  for (const item of items) insertItem.run(letterId, item.ordinal, item.title, item.decision);
}
