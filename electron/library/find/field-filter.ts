/**
 * The field terms of a query as conditions on `letter l`: one of the values of each field, each one that must hold, and
 * none of the unwanted.
 */
import { type SearchField, searchFields } from '../../../shared/search/search-fields.ts';
import { type FieldTerm, signOf } from '../../../shared/search/search-query.ts';
import { stateNames } from '../../../shared/search/state-names.ts';
import type { ReadDatabase } from '../database.ts';
import { opinionDecision } from './opinion-decision.ts';

/** A condition in SQL with its parameters in order. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

const columns: Partial<Record<SearchField, string>> = {
  status: 'l.status',
  layout: 'l.layout',
  sex: 'l.sex',
  age: 'l.age',
  injury: 'l.injury_date',
  year: 'l.year',
  items: '(SELECT count(*) FROM item i WHERE i.letter_id = l.id)',
};

/** All conditions that the terms make; empty when there are none. */
export function fieldConditions(db: ReadDatabase, terms: readonly FieldTerm[]): Condition[] {
  const wanted = Map.groupBy(
    terms.filter((term) => signOf(term) === ''),
    ({ field }) => field,
  );
  const any = [...wanted.values()].map((same) => either(same.map((term) => conditionOf(db, term))));
  const all = terms.filter(({ must }) => must).map((term) => conditionOf(db, term));
  const none = terms
    .filter(({ not }) => not)
    .map((term) => conditionOf(db, term))
    // What a letter does not say is not what is unwanted.
    .map(({ sql, parameters }) => ({ sql: `NOT coalesce(${sql}, 0)`, parameters }));
  return [...any, ...all, ...none];
}

function either(conditions: readonly Condition[]): Condition {
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(' OR ')})`,
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

function conditionOf(db: ReadDatabase, term: FieldTerm): Condition {
  const { field, value, range } = term;
  const column = columns[field];
  if (column && range) return inRange(column, range, searchFields[field].order === 'number');
  if (column) return { sql: `${column} = ?`, parameters: [value] };
  if (field === 'opinion') {
    const given = 'l.id IN (SELECT letter_id FROM second_opinion WHERE verdict IS NOT NULL)';
    if (value === 'none') return { sql: `NOT ${given}`, parameters: [] };
    return withOpinion(value.split(/\s+/));
  }
  if (field === 'tag') return taggedWith(db, value);
  if (field === 'item') return withItem(value.split(/\s+/));
  if (field === 'page' && !value.includes(' p. ')) {
    const ending = ` p. ${barePage(value)}`;
    return ofFacet(field, 'substr(value, -length(?)) = ?', [ending, ending]);
  }
  return ofFacet(field, 'value IN (SELECT value FROM json_each(?))', [JSON.stringify(asPrinted(field, value))]);
}

const ofFacet = (field: SearchField, condition: string, parameters: readonly string[]): Condition => ({
  sql: `l.id IN (SELECT letter_id FROM letter_facet WHERE facet_id IN (SELECT id FROM facet WHERE field = ? AND ${condition}))`,
  parameters: [field, ...parameters],
});

/** `300`, `p. 300` and `p300` are that page of whatever source. */
const barePage = (value: string): string => value.replace(/^p(?:\. ?|(?=\d))/, '');

/** A letter may give the two letters of a state for its name. */
function asPrinted(field: SearchField, value: string): string[] {
  const inShort = Object.keys(stateNames).filter((letters) => field === 'state' && stateNames[letters] === value);
  return [value, ...inShort];
}

/** Dates are compared as far as they are given: all of March 2014 is at most `2014-03`. */
function inRange(column: string, { from, to }: NonNullable<FieldTerm['range']>, isNumber: boolean): Condition {
  const parts: Condition[] = [
    ...(from === undefined ? [] : [{ sql: `${column} >= ?`, parameters: [isNumber ? Number(from) : from] }]),
    ...(to === undefined ? [] : [{ sql: `${column} <= ?`, parameters: [isNumber ? Number(to) : `${to}~`] }]),
  ];
  return {
    sql: `(${parts.map(({ sql }) => sql).join(' AND ')})`,
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

/** An opinion of that verdict, or `disagree upheld`: of that verdict (or `any`) on an item that was decided so. */
function withOpinion([verdict = '', decision]: readonly string[]): Condition {
  const given = `SELECT s.letter_id FROM second_opinion s WHERE s.verdict ${verdict === 'any' ? 'IS NOT NULL' : '= ?'}`;
  const parameters = verdict === 'any' ? [] : [verdict];
  if (decision === undefined) return { sql: `l.id IN (${given})`, parameters };
  return { sql: `l.id IN (${given} AND ${opinionDecision} = ?)`, parameters: [...parameters, decision] };
}

/** One item of the letter has all of the terms. */
function withItem(terms: readonly string[]): Condition {
  const each = terms.map(() => "instr(' ' || i.terms || ' ', ' ' || ? || ' ') > 0");
  return { sql: `l.id IN (SELECT i.letter_id FROM item i WHERE ${each.join(' AND ')})`, parameters: terms };
}

/** SQLite knows the small letters of ASCII alone, so the tags to look for are told here. */
function taggedWith(db: ReadDatabase, value: string): Condition {
  const meant = db
    .prepare<[], string>(allTags)
    .pluck()
    .all()
    .filter((tag) => tag.toLowerCase() === value);
  return {
    sql: `l.id IN (
      SELECT letter_id FROM letter_tag WHERE tag IN (SELECT value FROM json_each(?))
      UNION SELECT a.letter_id FROM annotation a, json_each(a.tags) t
        WHERE a.deleted_at IS NULL AND t.value IN (SELECT value FROM json_each(?)))`,
    parameters: [JSON.stringify(meant), JSON.stringify(meant)],
  };
}

const allTags = `
  SELECT tag FROM letter_tag
  UNION SELECT t.value FROM annotation a, json_each(a.tags) t WHERE a.deleted_at IS NULL`;
