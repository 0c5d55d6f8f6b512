import type { ParsedCase } from '../../../shared/model/letter-parse.ts';

/** Text without white space: what two printings of a letter share. */
export const print = (text: string): string => text.replace(/\s+/g, '');

/** A case without what another printing of the same letter may change: white space and offsets. */
export function caseInPrint({ summary, items, ...facts }: ParsedCase) {
  type Statement = ParsedCase['items'][number]['reviewer'];
  const statement = ({ text, citations }: Statement) => ({
    text: print(text),
    citations: citations.map(({ text: cited, start: _start, end: _end, ...value }) => ({
      ...value,
      text: print(cited),
    })),
  });
  return {
    ...facts,
    summary: print(summary.text),
    items: items.map((item) => ({
      ...item,
      title: print(item.title),
      claimsAdministrator: statement(item.claimsAdministrator),
      reviewer: statement(item.reviewer),
      rationale: print(item.rationale.text),
    })),
  };
}
