import { createHash } from 'node:crypto';
import type { NewLetter } from '../../../electron/library/library-api.ts';
import { type LetterContent, packContent } from '../../../electron/library/packed-content.ts';
import { parseLetter, parserVersion } from '../../../shared/letter/parse-letter.ts';
import { seedLetters } from '../letter/seed-letters.ts';

/** The source text of the real letter whose file name starts with `number`. */
export function seedText(number: string): string {
  const seed = seedLetters.find(({ file }) => file.startsWith(number));
  if (!seed) throw new Error(`There is no seed ${number}.`);
  return seed.source;
}

/** What the parser makes of a source text. */
export const contentOf = (source: string): LetterContent => ({
  ...parseLetter(source),
  sourceText: source,
  extraction: { pages: [], diagnostics: [] },
  parserVersion,
});

/** A letter for the library, read by the parser unless other content is given. */
export function realLetter(source: string, content: LetterContent = contentOf(source)): NewLetter {
  const bytes = new Uint8Array(Buffer.from(source));
  return {
    fileName: 'letter.txt',
    importedAt: '2026-01-01T00:00:00.000Z',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    layout: content.parse.layout,
    bytes,
    content: packContent(content),
  };
}
