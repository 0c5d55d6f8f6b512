import { readdirSync, readFileSync } from 'node:fs';
import { parseLetter } from '../../../../shared/letter/parse-letter.ts';
import type {
  Citation,
  GuidelineStatement,
  Item,
  LetterParse,
  ParsedCase,
} from '../../../../shared/model/letter-parse.ts';

/** What a fixture's JSON tells of its letter: the parse without offsets, white space as single spaces. */
export interface ExpectedParse {
  readonly layout: string;
  readonly case: object;
  /** `item:2` is a section of the second item. */
  readonly sections: readonly string[];
  readonly unassigned: readonly string[];
  /** Codes. */
  readonly diagnostics: readonly string[];
}

export interface LayoutLetter {
  readonly name: string;
  readonly source: string;
  readonly expected: ExpectedParse;
}

const folder = new URL('../../../fixtures/letters/', import.meta.url);

/** Made-up letters of the layouts other than *issues*, with their hand-checked parse. */
export const layoutLetters: readonly LayoutLetter[] = ['decisions', 'notice-2013', 'professional-review'].flatMap(
  (layout) =>
    readdirSync(new URL(`${layout}/`, folder))
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .map((file) => {
        const name = `${layout}/${file.slice(0, -4)}`;
        return {
          name,
          source: readFileSync(new URL(`${name}.txt`, folder), 'utf8'),
          expected: JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')),
        };
      }),
);

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The parse of a letter in the form of a fixture. */
export function parsed(source: string): ExpectedParse {
  const { parse } = parseLetter(source);
  return {
    layout: parse.layout,
    case: caseOf(parse.case),
    sections: parse.sections.map(({ kind, ordinal }) => (ordinal === undefined ? kind : `${kind}:${ordinal}`)),
    unassigned: parse.unassigned.map(({ text }) => plain(text)),
    diagnostics: codes(parse),
  };
}

const codes = (parse: LetterParse): string[] => parse.diagnostics.map(({ code }) => code);

export const caseOf = ({ number, dates, reviewer, patient, summary, items }: ParsedCase): object => ({
  ...(number !== undefined && { number }),
  dates,
  reviewer,
  patient,
  summary: plain(summary.text),
  items: items.map(itemOf),
});

const itemOf = (item: Item): object => ({
  title: plain(item.title),
  decision: item.decision,
  decisionText: plain(item.decisionText),
  claimsAdministrator: statementOf(item.claimsAdministrator),
  reviewer: statementOf(item.reviewer),
  rationale: plain(item.rationale.text),
});

const statementOf = ({ text, citations }: GuidelineStatement): object => ({
  text: plain(text),
  citations: citations.map(({ start: _start, end: _end, ...citation }: Citation) => ({
    ...citation,
    text: plain(citation.text),
  })),
});
