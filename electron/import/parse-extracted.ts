import { type ParsedLetter, parseLetter } from '../../shared/letter/parse-letter.ts';
import type { ExtractedText } from './formats/extracted-text.ts';

/** Parses what was read from a file; what reading it had to say comes before the diagnostics of the parse. */
export function parseExtracted({ text, diagnostics }: ExtractedText): ParsedLetter {
  const { parse, sourceMap } = parseLetter(text);
  // Of a file without text there is no more to say than why.
  const ofParse = text === '' ? [] : parse.diagnostics;
  return { parse: { ...parse, diagnostics: [...diagnostics, ...ofParse] }, sourceMap };
}
