/**
 * What of a letter survives its PDF: nothing lost, and items right, by layout, over generated letters that are typeset,
 * read with the program's own PDF reader, and parsed.
 *
 *   npm run -s bench -- accuracy-pdf [--json] [--count N] [--seed S] [--noise 0|1|2] [--misses N]
 *
 * `--count` letters of each layout (200). Goals: the characters of every page are the letter's and its footer's, in
 * order, ligatures spelled out; 99.5 % of items have the right title, decision and rationale, 100 % without noise.
 * `--misses` prints the first N misses of each kind.
 */
import { parseArgs } from 'node:util';
import { readPdf } from '../../electron/import/formats/pdf/read-pdf.ts';
import { parseExtracted } from '../../electron/import/parse-extracted.ts';
import type { Extraction } from '../../shared/model/extraction.ts';
import type { NoiseLevel } from '../corpus/case-plan.ts';
import { type GeneratedLetter, generateLetter } from '../corpus/generate-letter.ts';
import { type CorpusLayout, corpusLayoutNames } from '../corpus/layouts/corpus-layouts.ts';
import { gap, newline, tight } from '../corpus/marked-text.ts';
import { printPdfLetter } from '../corpus/print/print-pdf-letter.ts';
import { compareLetter } from './accuracy/compare-letter.ts';
import { brokenPromise } from './accuracy/nothing-lost.ts';
import { printed } from './accuracy/printed.ts';
import { Score } from './accuracy/score.ts';
import { type Bench, benchLine } from './bench-line.ts';

const marks = new RegExp(`[${gap}${tight}${newline}]`, 'g');

export const accuracyPdf: Bench = async (words) => {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...words],
    options: { count: option, seed: option, noise: option, misses: option },
  });
  const noise = Number(values.noise ?? 0) as NoiseLevel;
  const scores = new Map<CorpusLayout, Score>();
  for (const layout of corpusLayoutNames) {
    const score = new Score();
    scores.set(layout, score);
    for (let index = 0; index < Number(values.count ?? 200); index++) {
      const letter = generateLetter(Number(values.seed ?? 1), index, { noise, layout });
      const { comparison, broken } = await readPrint(letter);
      score.add(`${layout} ${index}`, comparison, broken);
    }
  }
  const lines = [...scores].flatMap(([layout, score]) => {
    const name = `accuracy of PDFs, noise ${noise}, ${layout}`;
    const item = score.fields().find(({ field }) => field === 'item');
    const least = noise === 0 ? 1 : 0.995;
    const kept = score.letters - score.broken.length;
    return [
      benchLine(`${name}: nothing lost`, 'letters', kept, score.letters, { least: 1 }),
      ...(item ? [benchLine(`${name}: items right, precision`, 'share right', item.precision, 1, { least })] : []),
      ...(item ? [benchLine(`${name}: items right, recall`, 'share right', item.recall, 1, { least })] : []),
    ];
  });
  const text = [
    ...lines.map(({ bench, ratio }) => `${bench}: ${(100 * ratio).toFixed(2)} %`),
    ...[...scores.values()].flatMap((score) => misses(score, Number(values.misses ?? 0))),
  ];
  return { lines, text: text.join('\n') };
};

async function readPrint(letter: GeneratedLetter) {
  const { bytes, gold, footer } = await printPdfLetter(letter);
  const extracted = await readPdf(bytes);
  const { parse } = parseExtracted(extracted);
  const broken = differenceFromPrint(letter.written.text, extracted, footer) ?? brokenPromise(extracted.text, parse);
  return { comparison: compareLetter(gold, parse), broken };
}

/** PDFium spells ligatures out, which are a matter of the type and not of the word. */
const spelledOut = (text: string): string => text.replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKD'));

/** Where the text of a PDF is not, character by character, what was typeset; undefined when it is. */
function differenceFromPrint(
  written: string,
  { text, pages }: Pick<Extraction, 'pages'> & { readonly text: string },
  footer: string | undefined,
): string | undefined {
  let found = '';
  for (const { page, start, end } of pages) {
    const onPage = printed(text.slice(start, end));
    const atFoot = footer === undefined ? '' : printed(footer) + page;
    if (!onPage.endsWith(atFoot)) return `page ${page} does not end in its footer`;
    found += onPage.slice(0, onPage.length - atFoot.length);
  }
  const expected = printed(spelledOut(written.replace(marks, ' ')));
  if (found === expected) return undefined;
  let at = 0;
  while (found[at] === expected[at]) at++;
  const around = (print: string) => JSON.stringify(print.slice(Math.max(0, at - 20), at + 20));
  return `${around(expected)} was read as ${around(found)}`;
}

const misses = ({ broken, misses: all }: Score, most: number): string[] => [
  ...broken.slice(0, most),
  ...all
    .filter(({ field }) => ['title', 'decision', 'rationale'].includes(field))
    .slice(0, most)
    .map(({ letter, field, expected, found }) => `${letter} ${field} ${JSON.stringify({ gold: expected, found })}`),
];
