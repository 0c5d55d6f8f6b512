import type { CaseStatus, LetterRow } from '../../shared/model/letter.ts';
import type { Decision, Layout } from '../../shared/model/letter-parse.ts';
import { FailureError } from '../../shared/result.ts';
import type { ReadDatabase, WriteDatabase } from './database.ts';
import { faultOf } from './verify.ts';

const selectRows = `
  SELECT l.id, l.file_name AS fileName, l.sha256, l.imported_at AS importedAt, l.layout, l.status,
    l.case_number AS caseNumber, l.age, l.sex, l.injury_date AS injuryDate, l.completeness,
    (SELECT json_group_array(json_object('title', i.title, 'decision', i.decision) ORDER BY i.ordinal)
      FROM item i WHERE i.letter_id = l.id) AS items,
    (SELECT json_group_array(t.tag ORDER BY t.tag) FROM letter_tag t WHERE t.letter_id = l.id) AS tags,
    (SELECT count(*) FROM annotation a WHERE a.letter_id = l.id AND a.deleted_at IS NULL) AS noteCount,
    (SELECT count(*) FROM second_opinion s WHERE s.letter_id = l.id AND s.verdict IS NOT NULL) AS opinionCount
  FROM letter l`;

const inListOrder = 'ORDER BY l.imported_at DESC, l.sort_name, l.id';

interface StoredRow {
  id: number;
  fileName: string;
  sha256: string;
  importedAt: string;
  layout: Layout;
  status: CaseStatus;
  caseNumber: string | null;
  age: number | null;
  sex: 'female' | 'male' | null;
  injuryDate: string | null;
  items: string;
  tags: string;
  noteCount: number;
  opinionCount: number;
  completeness: number;
}

function toLetterRow({ caseNumber, age, sex, injuryDate, items, tags, ...row }: StoredRow): LetterRow {
  return {
    ...row,
    ...(caseNumber !== null && { caseNumber }),
    ...(age !== null && { age }),
    ...(sex !== null && { sex }),
    ...(injuryDate !== null && { injuryDate }),
    tags: JSON.parse(tags) as string[],
    items: JSON.parse(items) as { title: string; decision: Decision }[],
  };
}

/** How many letters the library shows. */
export function countLetters(db: ReadDatabase): number {
  return db.prepare<[], number>('SELECT count(*) FROM letter WHERE deleted_at IS NULL').pluck().get() ?? 0;
}

/** The first letters of the whole list: newest import first, the letters of one import by file name. */
export function firstLetters(db: ReadDatabase, limit: number): LetterRow[] {
  return db
    .prepare<[number], StoredRow>(`${selectRows} WHERE l.deleted_at IS NULL ${inListOrder} LIMIT ?`)
    .all(limit)
    .map(toLetterRow);
}

/** The ids of all letters, in list order; with `trash` of those in the trash. */
export function allLetterIds(db: ReadDatabase, trash = false): number[] {
  const deleted = trash ? 'IS NOT NULL' : 'IS NULL';
  return db.prepare<[], number>(`SELECT l.id FROM letter l WHERE l.deleted_at ${deleted} ${inListOrder}`).pluck().all();
}

/** The letters that a parser of an earlier version read, in list order. */
export function lettersReadBefore(db: ReadDatabase, parserVersion: number): number[] {
  return db
    .prepare<[number], number>(
      `SELECT l.id FROM letter l WHERE l.deleted_at IS NULL AND l.parser_version < ? ${inListOrder}`,
    )
    .pluck()
    .all(parserVersion);
}

/** The letter, unless there is none of that id in the library, or with `trash` in the trash. */
export function findLetter(db: ReadDatabase, letterId: number, trash = false): LetterRow | undefined {
  const deleted = trash ? 'IS NOT NULL' : 'IS NULL';
  const row = db.prepare<[number], StoredRow>(`${selectRows} WHERE l.id = ? AND l.deleted_at ${deleted}`).get(letterId);
  return row && toLetterRow(row);
}

/** @throws FailureError `no-such-letter` */
export function getLetter(db: ReadDatabase, letterId: number): LetterRow {
  const letter = findLetter(db, letterId);
  if (!letter) throw new FailureError('no-such-letter', 'This letter is no longer in the library.');
  return letter;
}

/** @throws FailureError `no-such-letter` */
export function setStatus(db: WriteDatabase, letterId: number, status: CaseStatus): LetterRow {
  db.prepare('UPDATE letter SET status = ? WHERE id = ? AND deleted_at IS NULL').run(status, letterId);
  return getLetter(db, letterId);
}

/** Someone has begun to work on the case: `new` becomes `in-progress`, any other status stays. */
export function markBegun(db: WriteDatabase, letterId: number): void {
  db.prepare("UPDATE letter SET status = 'in-progress' WHERE id = ? AND status = 'new'").run(letterId);
}

/** The ids of the letters that have one of these SHA-256 sums and whose original and text are still what was stored. */
export function knownSha256s(db: ReadDatabase, sums: readonly string[]): Map<string, number> {
  const letters = db
    .prepare<[string], [string, number]>(
      `SELECT sha256, id FROM letter WHERE deleted_at IS NULL AND sha256 IN (SELECT value FROM json_each(?))`,
    )
    .raw()
    .all(JSON.stringify(sums));
  return new Map(letters.filter(([sha256]) => faultOf(db, sha256) === undefined));
}
