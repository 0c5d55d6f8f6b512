import { expect } from 'vitest';
import { normaliseCaseNumber } from '../../../shared/letter/case-number.ts';
import { numberOf } from '../../../shared/letter/facts/number-words.ts';
import { parseLetter } from '../../../shared/letter/parse-letter.ts';
import { toParseOutput } from '../../../shared/letter/parse-output.ts';
import { toReading, toSource } from '../../../shared/letter/source-map.ts';
import { isWhiteSpace } from '../../../shared/letter/white-space.ts';
import { type LetterParse, letterParseSchema, parseOutputSchema } from '../../../shared/model/letter-parse.ts';
import type { Span } from '../../../shared/model/span.ts';

const print = (text: string): string => text.replace(/\s+/g, '');

/** Every promise that holds for the parse of any source text whatever. */
export function expectInvariants(source: string): void {
  const { parse, sourceMap } = parseLetter(source);
  const { readingText, case: parsed, places } = parse;

  // Nothing is lost: what is not in the furniture is in the reading text, once and in order.
  let kept = '';
  let from = 0;
  for (const piece of parse.furniture) {
    expect(source.slice(piece.start, piece.end)).toBe(piece.text);
    kept += source.slice(from, piece.start);
    from = piece.end;
  }
  expect(print(readingText)).toBe(print(kept + source.slice(from)));
  expect(readingText).toBe(readingText.trim());

  // The source map leads every printed character to itself, and back.
  const unlike: number[] = [];
  for (let offset = 0; offset < readingText.length; offset++) {
    if (isWhiteSpace(readingText.charCodeAt(offset))) continue;
    const at = toSource(sourceMap, offset);
    if (source[at] !== readingText[offset] || toReading(sourceMap, at) !== offset) unlike.push(offset);
  }
  expect(unlike).toEqual([]);

  expectSpansToHold(parse);

  // Every place shows the printed value, and every value has a place.
  const placed = new Map(places.map(({ path, start, end: stop }) => [path, readingText.slice(start, stop)]));
  const printed: [string, string | undefined][] = [
    ...parsed.reviewer.certifications.map((name, i): [string, string] => [`reviewer.certifications.${i}`, name]),
    ...parsed.reviewer.licensedIn.map((name, i): [string, string] => [`reviewer.licensedIn.${i}`, name]),
    ...parsed.items.flatMap(({ title, decisionText }, i): [string, string][] => [
      [`items.${i}.title`, title],
      [`items.${i}.decision`, decisionText],
    ]),
  ];
  const number = [placed.get('number') ?? parse.furniture.map(({ text }) => text)].flat().map(normaliseCaseNumber);
  if (parsed.number !== undefined) expect(number.join('\n')).toContain(parsed.number);
  for (const [path, value] of printed) expect(placed.get(path) ?? '').toBe(value ?? '');
  if (parsed.patient.age !== undefined) expect(numberOf(placed.get('patient.age') ?? '')).toBe(parsed.patient.age);
  for (const path of ['patient.age', 'patient.sex'] as const) {
    expect(placed.has(path)).toBe(parsed.patient[path === 'patient.age' ? 'age' : 'sex'] !== undefined);
  }
  for (const [name, date] of Object.entries(parsed.dates)) {
    if (date) expect(placed.get(`dates.${name}`)).toMatch(/\d/);
  }

  // The shapes are those of the model, and repeating the parse repeats the result.
  expect(letterParseSchema.parse(parse)).toEqual(parse);
  const output = toParseOutput(parse, 'letter.txt', '0'.repeat(64));
  expect(parseOutputSchema.parse(output)).toEqual(output);
}

/** Every span covers its text, and every printed character is in one section or unassigned. */
export function expectSpansToHold({ readingText, ...parse }: LetterParse): void {
  const { case: parsed, sections, unassigned, diagnostics } = parse;
  const texts = [
    parsed.summary,
    ...unassigned,
    ...parsed.items.flatMap(({ claimsAdministrator, reviewer, rationale }) => [
      claimsAdministrator,
      ...claimsAdministrator.citations,
      reviewer,
      ...reviewer.citations,
      rationale,
    ]),
  ];
  for (const { start, end, text } of texts) expect(readingText.slice(start, end)).toBe(text);
  for (const { start = 0, end = 0 } of diagnostics) expectWithin(readingText, { start, end });

  const stretches = [...sections, ...unassigned].sort((a, b) => a.start - b.start);
  let end = 0;
  for (const stretch of stretches) {
    expectWithin(readingText, stretch);
    expect(readingText.slice(end, Math.max(end, stretch.start)).trim()).toBe('');
    expect(stretch.start).toBeGreaterThanOrEqual(end);
    end = stretch.end;
  }
  expect(readingText.slice(end).trim()).toBe('');
}

function expectWithin(text: string, { start, end }: Span): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(text.length);
}
