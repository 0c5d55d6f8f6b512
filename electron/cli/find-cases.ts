import type { LetterRow } from '../../shared/model/letter.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/** Shorter beginnings of a SHA-256 are too likely to be mistaken. */
const shortestPrefix = 6;

/** The letter that a person means by a number or by the beginning of a SHA-256. */
export function findCase(letters: readonly LetterRow[], given: string): Result<LetterRow> {
  const byId = letters.find(({ id }) => String(id) === given);
  if (byId) return ok(byId);
  const prefix = given.toLowerCase();
  const matches = prefix.length >= shortestPrefix ? letters.filter(({ sha256 }) => sha256.startsWith(prefix)) : [];
  const [match, another] = matches;
  if (another) return fail('invalid-input', 'More than one letter begins with this SHA-256.');
  return match ? ok(match) : fail('no-such-letter', 'There is no such letter in the library.');
}
