import { createHash } from 'node:crypto';
import type { NewLetter } from '../../../electron/library/library-api.ts';
import { type LetterContent, packContent } from '../../../electron/library/packed-content.ts';
import { parseLetter, parserVersion } from '../../../shared/letter/parse-letter.ts';
import { generateLetter } from '../../corpus/generate-letter.ts';

/** Letters that differ in more than a number at their end. */
const distinct = 1000;

interface Printed {
  readonly text: string;
  readonly content: LetterContent;
}

const printed: Printed[] = [];

/** Letter `index` of seed `seed`, parsed; from `distinct` on the earlier texts come again. */
export function parsedLetter(seed: number, index: number): Printed {
  const at = index % distinct;
  printed[at] ??= printLetter(seed, at);
  return printed[at];
}

function printLetter(seed: number, index: number): Printed {
  const text = generateLetter(seed, index, { noise: 0 }).written.text;
  const extraction = { pages: [], diagnostics: [] };
  return { text, content: { ...parseLetter(text), sourceText: text, extraction, parserVersion } };
}

/** Letters `[from, from + count)` as an import hands them to the library: each with bytes of its own. */
export function newLetters(seed: number, from: number, count: number): NewLetter[] {
  return Array.from({ length: count }, (_, offset) => {
    const index = from + offset;
    const { text, content } = parsedLetter(seed, index);
    const bytes = new Uint8Array(Buffer.from(`${text}\n${index}`));
    return {
      fileName: `letter ${index}.txt`,
      importedAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(index / 1000) * 60_000).toISOString(),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      layout: content.parse.layout,
      bytes,
      content: packContent(content),
    };
  });
}
