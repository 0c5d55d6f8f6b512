import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseLetter } from '../../../shared/letter/parse-letter.ts';
import { toParseOutput } from '../../../shared/letter/parse-output.ts';
import { fixtureLetters } from './fixture-letters.ts';
import { expectInvariants } from './parse-invariants.ts';

test('there are letters to read', () => expect(fixtureLetters.length).toBeGreaterThan(10));

test.each(fixtureLetters)('$file parses as checked by hand', ({ file, bytes, source, expected }) => {
  expectInvariants(source);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(toParseOutput(parseLetter(source).parse, file, sha256)).toEqual(expected);
});
