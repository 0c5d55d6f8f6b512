import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../../shared/letter/parse-letter.ts';
import { toParseOutput } from '../../../shared/letter/parse-output.ts';
import { type ParsedCase, parseOutputSchema } from '../../../shared/model/letter-parse.ts';
import { noises } from './letter-noise.ts';
import { seedLetters } from './seed-letters.ts';

const print = (text: string): string => text.replace(/\s+/g, '');

/** A case without what another printing of the same letter may change: white space and offsets. */
function caseData({ summary, items, ...facts }: ParsedCase) {
  const citations = (statement: ParsedCase['items'][number]['reviewer']) =>
    statement.citations.map(({ text, start: _start, end: _end, ...value }) => ({ ...value, text: print(text) }));
  return {
    ...facts,
    summary: print(summary.text),
    items: items.map((item) => ({
      ordinal: item.ordinal,
      title: print(item.title),
      decision: item.decision,
      decisionText: item.decisionText,
      claimsAdministrator: [print(item.claimsAdministrator.text), citations(item.claimsAdministrator)],
      reviewer: [print(item.reviewer.text), citations(item.reviewer)],
      rationale: print(item.rationale.text),
    })),
  };
}

test('there are five seed letters', () => {
  expect(seedLetters).toHaveLength(5);
});

describe.each(seedLetters)('$file', ({ file, bytes, source, expected }) => {
  test('parses as checked by hand', () => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const output = toParseOutput(parseLetter(source).parse, file, sha256);
    expect(output).toEqual(expected);
    expect(JSON.stringify(output)).toBe(JSON.stringify(expected));
    expect(parseOutputSchema.parse(output)).toEqual(expected);
  });

  test('holds every printed character in its reading text', () => {
    expect(print(expected.readingText)).toBe(print(source));
  });

  test('all in capitals gives the same items', () => {
    const { case: parsed } = parseLetter(source.toUpperCase()).parse;
    expect(parsed.items.map(({ title, decision, rationale }) => [title, decision, print(rationale.text)])).toEqual(
      expected.case.items.map(({ title, decision, rationale }) => [
        title.toUpperCase(),
        decision,
        print(rationale.text.toUpperCase()),
      ]),
    );
    expect([parsed.patient, parsed.dates]).toEqual([expected.case.patient, expected.case.dates]);
  });

  test.each(Object.entries(noises))('gives the same case: %s', (_name, noise) => {
    expect(caseData(parseLetter(noise(source)).parse.case)).toEqual(caseData(expected.case));
  });
});

describe('a text that is no letter', () => {
  test.each([
    ['empty', ''],
    ['white space', ' \n\f\r\n\t\u00A0'],
  ])('%s gives an empty parse', (_name, source) => {
    const { parse, sourceMap } = parseLetter(source);
    expect(parse).toMatchObject({ layout: 'unrecognised', readingText: '', unassigned: [], sections: [] });
    expect(sourceMap).toEqual([]);
  });

  test('is kept whole as unassigned', () => {
    const { parse } = parseLetter('Dear Sir,\n\nplease find enclosed the rationale.');
    expect(parse.layout).toBe('unrecognised');
    expect(parse.unassigned).toEqual([{ text: parse.readingText, start: 0, end: parse.readingText.length }]);
    expect(parse.case.summary).toEqual({ text: '', start: 0, end: 0 });
    expect(parse.case.items).toEqual([]);
    expect(parse.diagnostics.map(({ code }) => code)).toEqual(['unrecognised-layout']);
  });
});
