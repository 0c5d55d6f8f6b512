/**
 * How often the parser is right: precision and recall of every field, by layout and noise level, over generated
 * letters and over the seeds with their hand-checked parse.
 *
 *   npm run -s bench -- accuracy [--json] [--count N] [--seed S] [--misses N]
 *
 * Goals: every field but `paragraphs` 100 % on the seeds and at noise 0; 99.5 % of items with the right title, decision and rationale
 * at noise 1 and 2; nothing lost in any letter. Layouts that no parser knows are shown, without goals.
 * The clinical facts are compared by value: a medication by name and dose, a body part with its side.
 * `--misses` prints the first N misses of each field, `S/index` naming the letter of the corpus.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseLetter } from '../../shared/letter/parse-letter.ts';
import { layouts, type ParseOutput } from '../../shared/model/letter-parse.ts';
import { generateLetter } from '../corpus/generate-letter.ts';
import { seedFacts } from '../fixtures/seed-facts.ts';
import { compareFacts } from './accuracy/compare-facts.ts';
import { compareLetter } from './accuracy/compare-letter.ts';
import type { Comparison } from './accuracy/compare-values.ts';
import { brokenPromise } from './accuracy/nothing-lost.ts';
import { Score } from './accuracy/score.ts';
import { type Bench, type BenchLine, benchLine } from './bench-line.ts';

const levels = [0, 1, 2] as const;
const seedFolder = new URL('../../seeds/', import.meta.url);

interface Group {
  readonly name: string;
  readonly score: Score;
  /** The least share of right values in each field, where there is a goal. */
  readonly fieldGoal?: number;
  readonly itemGoal?: number;
}

export const accuracy: Bench = async (words) => {
  const { values } = parseArgs({
    args: [...words],
    options: { count: { type: 'string' }, seed: { type: 'string' }, misses: { type: 'string' } },
  });
  const count = Number(values.count ?? 2000);
  const seed = Number(values.seed ?? 1);
  const groups = [seedGroup(), ...levels.flatMap((noise) => corpusGroups(seed, count, noise))];
  const text = groups.map((group) => table(group, Number(values.misses ?? 0))).join('\n\n');
  return { lines: groups.flatMap(groupLines), text };
};

function seedGroup(): Group {
  const score = new Score();
  for (const file of readdirSync(seedFolder).filter((name) => name.endsWith('.txt'))) {
    const source = readFileSync(new URL(file, seedFolder), 'utf8');
    const expected = readFileSync(new URL(`expected/${file.replace(/\.txt$/, '.json')}`, seedFolder), 'utf8');
    const { parse } = parseLetter(source);
    const gold = JSON.parse(expected) as ParseOutput;
    const facts = compareFacts(gold, seedFacts(file), parse);
    score.add(file, together(compareLetter(gold, parse), facts), brokenPromise(source, parse));
  }
  return { name: 'seeds', score, fieldGoal: 1, itemGoal: 1 };
}

const together = (a: Comparison, b: Comparison): Comparison => ({
  tallies: [...a.tallies, ...b.tallies],
  misses: [...a.misses, ...b.misses],
});

function corpusGroups(seed: number, count: number, noise: 0 | 1 | 2): Group[] {
  const scores = new Map<string, Score>();
  for (let index = 0; index < count; index++) {
    const { gold, facts, source } = generateLetter(seed, index, { noise });
    const { parse } = parseLetter(source);
    const score = scores.get(gold.layout) ?? new Score();
    scores.set(gold.layout, score);
    const compared = together(compareLetter(gold, parse), compareFacts(gold, facts, parse));
    score.add(`${seed}/${index}`, compared, brokenPromise(source, parse));
  }
  const known: readonly string[] = layouts;
  return [...scores]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([layout, score]) => ({
      name: known.includes(layout) ? `noise ${noise}, ${layout}` : `noise ${noise}, ${layout} (no parser yet)`,
      score,
      ...(known.includes(layout) && (noise === 0 ? { fieldGoal: 1, itemGoal: 1 } : { itemGoal: 0.995 })),
    }));
}

function groupLines({ name, score, fieldGoal, itemGoal }: Group): BenchLine[] {
  const fields = score.fields().flatMap(({ field, precision, recall }) => {
    // Where a page ends between two sentences, nothing tells a new paragraph: paragraphs are reported only.
    const goal = field === 'item' ? itemGoal : field === 'paragraphs' ? undefined : fieldGoal;
    const budget = goal === undefined ? undefined : { least: goal };
    return [
      benchLine(`accuracy, ${name}: ${field}, precision`, 'share right', precision, 1, budget),
      benchLine(`accuracy, ${name}: ${field}, recall`, 'share right', recall, 1, budget),
    ];
  });
  const kept = score.letters - score.broken.length;
  return [...fields, benchLine(`accuracy, ${name}: nothing lost`, 'letters', kept, score.letters, { least: 1 })];
}

const percent = (share: number): string => `${(Math.floor(share * 10_000) / 100).toFixed(2)} %`.padStart(10);

function table({ name, score }: Group, mostMisses: number): string {
  const rows = score.fields().map(({ field, expected, precision, recall }) => {
    const shown = score.misses.filter((miss) => miss.field === field).slice(0, mostMisses);
    const row = `  ${field.padEnd(22)}${String(expected).padStart(7)}${percent(precision)}${percent(recall)}`;
    const misses = shown.map(
      ({ letter, expected: gold, found }) => `      ${letter} ${JSON.stringify({ gold, found })}`,
    );
    return [row, ...misses].join('\n');
  });
  return [
    `${name}: ${score.letters} letters, nothing lost in ${score.letters - score.broken.length}`,
    ...score.broken.slice(0, mostMisses).map((broken) => `      ${broken}`),
    `  ${'field'.padEnd(22)}${'values'.padStart(7)}${'precision'.padStart(10)}${'recall'.padStart(10)}`,
    ...rows,
  ].join('\n');
}
