/**
 * How fast the parser is, beside a scan of the same text with ten case-insensitive patterns (the words that a reader
 * of letters would look for), and whether its time grows with the text: `npm run -s bench -- parse [--json]`.
 * Both are run in turn, round after round; the medians are compared.
 */
import { parseLetter } from '../../shared/letter/parse-letter.ts';
import { generateLetter } from '../corpus/generate-letter.ts';
import { type Bench, benchLine } from './bench-line.ts';

const rounds = 7;
const patterns = [
  /claims administrator/gi,
  /maximus/gi,
  /decision rationale/gi,
  /upheld/gi,
  /overturned/gi,
  /medically necessary/gi,
  /mtus/gi,
  /acoem/gi,
  /official disability guidelines/gi,
  /page\(s\)/gi,
];

const scan = (text: string): number => patterns.reduce((sum, pattern) => sum + [...text.matchAll(pattern)].length, 0);

/** Milliseconds that `work` takes on `texts`. */
function time(work: (text: string) => unknown, texts: readonly string[]): number {
  const start = performance.now();
  for (const text of texts) work(text);
  return performance.now() - start;
}

/** The medians of `a` and `b`, run in turn so that both meet the same weather; the first round only warms up. */
function compare(a: () => number, b: () => number): [number, number] {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    const pair = round % 2 === 0 ? [a(), b()] : [b(), a()].reverse();
    if (round > 0) for (const [n, ms] of pair.entries()) times[n as 0 | 1].push(ms);
  }
  return [median(times[0]), median(times[1])];
}

const median = (values: readonly number[]): number =>
  [...values].sort((x, y) => x - y)[values.length >> 1] ?? Number.NaN;

/** A letter with a character beyond Latin-1, since strings without one are stored and searched in another way. */
const letter = generateLetter(1, 0, { noise: 0, layout: 'issues' }).source.replaceAll("'", '\u2019');
const rationaleSentence =
  'The guidelines state that (1) the criteria must be met; \n\n(2) see page 46 of the MTUS: it is clear. ';

/** The letter made longer in one of the ways letters may be long; `factor` times as much. */
const growing: Readonly<Record<string, (factor: number) => string>> = {
  items: (factor) => {
    const at = letter.indexOf('set forth below:') + 'set forth below:'.length;
    return letter.slice(0, at) + letter.slice(at).repeat(20 * factor);
  },
  'one long rationale': (factor) => letter.trimEnd() + rationaleSentence.repeat(3000 * factor),
  'empty lines': (factor) => letter.replace('CLINICAL', `${'\n'.repeat(100_000 * factor)}CLINICAL`),
};

export const parseSpeed: Bench = async () => {
  const letters = Array.from(
    { length: 200 },
    (_, index) => generateLetter(7, index, { noise: index % 2 === 0 ? 0 : 1 }).source,
  );
  const size = letters.reduce((sum, { length }) => sum + length, 0) / 1e6;
  const [parsing, scanning] = compare(
    () => time(parseLetter, letters),
    () => time(scan, letters),
  );
  const throughput = benchLine(
    `parse, ${letters.length} letters`,
    'million characters a second',
    (size / parsing) * 1000,
    (size / scanning) * 1000,
    { least: 1 / 20 },
  );
  const linearity = Object.entries(growing).map(([name, grow]) => {
    const [short, long] = [grow(1), grow(4)];
    const [shortTime, longTime] = compare(
      () => time(parseLetter, [short, short, short, short]),
      () => time(parseLetter, [long]),
    );
    // Against the short text four times over, for what the standing text takes from the fourfold length.
    const expected = (shortTime * long.length) / (4 * short.length);
    return benchLine(`parse, four times the ${name}`, 'ms', longTime, expected, { most: 1.1 });
  });
  const lines = [throughput, ...linearity];
  const text = lines
    .map(
      ({ bench, ours, reference, ratio, budget, unit }) =>
        `${bench}: ${ours.toFixed(1)} against ${reference.toFixed(1)} ${unit}, ratio ${ratio.toFixed(3)} (${budget})`,
    )
    .join('\n');
  return { lines, text };
};
