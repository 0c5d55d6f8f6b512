/**
 * The sources that a guideline statement names. The grammar, from the seeds:
 *
 *   statement = { negation | clause }
 *   negation  = "The … did not base their decision on the MTUS." | "The … did not cite any medical evidence …"
 *   clause    = "Decision based on" ( "MTUS" reference { "," reference } | "Non-MTUS Citation" free text )
 *
 * Conventions:
 * - A negation cites nothing. Nor do the words "none" or "not applicable".
 * - `MTUS ACOEM …` gives two entries over the same stretch: a bare MTUS, and ACOEM with chapter, section and pages.
 * - `guideline` names a part of the MTUS (`Chronic Pain Treatment Guidelines`, `Chronic Pain 2009`), an edition of the
 *   MTUS or ACOEM where one is printed, or the work itself for the source OTHER. ODG has none.
 * - `chapter` is number and title for ACOEM (`12 Low Back Complaints`) and the bare title for ODG (`Low Back`), with
 *   a known ODG chapter counting as one even where the letter calls it a section or nothing.
 * - `section` is without its designator: `Epidural Steroid Injections Topic` gives `Epidural Steroid Injections`.
 * - `pages` holds pages and ranges as printed (`617-25`); `regulation` is the number alone (`9792.20(f)`), or the
 *   range of numbers.
 * - Values have single spaces; typing errors stay. `text` is the stretch from the source's name to its last page.
 * - Several references in one free text are told apart by the names of sources, by semicolons, and by an author
 *   with a year; a second topic with its own pages is a second entry.
 */
import type { Citation } from '../model/letter-parse.ts';
import type { Span } from '../model/span.ts';
import { citedReferences } from './citations/references.ts';

const clauseStart =
  /\b(?:decision\s{1,3}(?:(?:is|was)\s{1,3})?based|based\s{1,3}(?:its|his|her|their|his\/her|the)\s{1,3}decision)\s{1,3}(?:up)?on\s{1,3}(?:the\s{1,3})?/gi;
const negation =
  /(?:\bthe\s{1,3}(?:[\w'\u2019/-]{1,30}\s{1,3}){1,5})?\b(?:did|does|do|has|have)\s{1,3}not\b(?:(?!\bbut\b)[^.])*\.?|\b(?:none|not\s{1,3}applicable|n\/a)\b(?:\s{1,3}(?:cited|given|provided))?[.;]?/gi;
const nonMtus = /^non\s?[-\u2010\u2011\u2013]?\s?MTUS\b(?:\s{1,3}citations?)?[\s:,]{0,4}/i;

/** The citations in `span` of the reading text, in the order they are printed. */
export function parseCitations(readingText: string, span: Span): Citation[] {
  const text = readingText.slice(span.start, span.end);
  const citations: Citation[] = [];
  const read = (start: number, end: number, isClause: boolean): void => {
    const lead = isClause ? nonMtus.exec(text.slice(start, end)) : null;
    const from = start + (lead?.[0].length ?? 0);
    const free =
      isClause && (lead !== null || !/^(?:MTUS|Medical\s+Treatment\s+Utilization)\b/i.test(text.slice(start, end)));
    const onMtus = isClause && !free;
    const cited = citedReferences(readingText, { start: span.start + from, end: span.start + end }, { free, onMtus });
    for (const citation of cited) citations.push(citation);
  };
  const clauses = [...text.matchAll(clauseStart)];
  readAffirmed(text, 0, clauses[0]?.index ?? text.length, (start, end) => read(start, end, false));
  for (const [index, clause] of clauses.entries()) {
    const start = clause.index + clause[0].length;
    let first = true;
    readAffirmed(text, start, clauses[index + 1]?.index ?? text.length, (from, to) => {
      read(from, to, first && from === start);
      first = false;
    });
  }
  return citations;
}

/** Calls `read` for what negations leave of `[start, end)`. */
function readAffirmed(text: string, start: number, end: number, read: (start: number, end: number) => void): void {
  let from = start;
  for (const match of text.slice(start, end).matchAll(negation)) {
    if (start + match.index > from) read(from, start + match.index);
    from = start + match.index + match[0].length;
  }
  if (end > from) read(from, end);
}
