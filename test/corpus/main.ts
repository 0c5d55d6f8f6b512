/**
 * Writes a corpus of synthetic letters, each with its gold beside it:
 *
 *   npm run -s corpus -- --count N --out DIR --seed S [--noise 0|1|2] [--layout NAME] [--format txt|pdf|both]
 *
 * `0001.txt` with its gold `0001.json`, `0001.pdf` with its gold `0001.pdf.json`, and the clinical facts of both,
 * `0001.facts.json`. The same arguments give the same bytes. Exit status 0 when all is written, 1 when it could not be,
 * 2 for wrong usage.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { NoiseLevel } from './case-plan.ts';
import { generateLetter } from './generate-letter.ts';
import { type CorpusLayout, corpusLayoutNames } from './layouts/corpus-layouts.ts';
import { printPdfLetter } from './print/print-pdf-letter.ts';

interface CorpusOptions {
  readonly count: number;
  readonly out: string;
  readonly seed: number;
  readonly noise: NoiseLevel;
  readonly layout?: CorpusLayout;
  readonly format: 'txt' | 'pdf' | 'both';
}

class UsageError extends Error {}

function wholeNumber(name: string, text: string | undefined): number {
  if (text === undefined || !/^\d{1,9}$/.test(text)) throw new UsageError(`--${name} takes a whole number.`);
  return Number(text);
}

function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === text);
  if (found === undefined) throw new UsageError(`--${name} takes one of: ${allowed.join(', ')}.`);
  return found;
}

function readArguments(): CorpusOptions {
  const option = { type: 'string' } as const;
  let values: Partial<Record<'count' | 'out' | 'seed' | 'noise' | 'layout' | 'format', string>>;
  try {
    ({ values } = parseArgs({
      options: { count: option, out: option, seed: option, noise: option, layout: option, format: option },
    }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (!values.out) throw new UsageError('--out takes the folder to write to.');
  return {
    count: wholeNumber('count', values.count),
    out: values.out,
    seed: wholeNumber('seed', values.seed),
    noise: Number(oneOf('noise', values.noise ?? '0', ['0', '1', '2'])) as NoiseLevel,
    ...(values.layout !== undefined && { layout: oneOf('layout', values.layout, corpusLayoutNames) }),
    format: oneOf('format', values.format ?? 'both', ['txt', 'pdf', 'both']),
  };
}

async function writeCorpus({ count, out, seed, noise, layout, format }: CorpusOptions): Promise<void> {
  mkdirSync(out, { recursive: true });
  for (let index = 0; index < count; index++) {
    const letter = generateLetter(seed, index, { noise, ...(layout && { layout }) });
    const path = join(out, letter.name);
    writeJson(`${path}.facts.json`, letter.facts);
    if (format !== 'pdf') {
      writeFileSync(`${path}.txt`, letter.source);
      writeJson(`${path}.json`, letter.gold);
    }
    if (format !== 'txt') {
      const { bytes, gold } = await printPdfLetter(letter);
      writeFileSync(`${path}.pdf`, bytes);
      writeJson(`${path}.pdf.json`, gold);
    }
  }
}

const writeJson = (path: string, value: unknown): void => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);

try {
  await writeCorpus(readArguments());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
