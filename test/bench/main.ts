/**
 * Measures the program: `npm run -s bench -- NAME [--json]`. With `--json` one object a line, {bench, ours, reference,
 * ratio, budget, holds, unit}; without it a text to read. Exit status 1 when a budget does not hold, 2 for wrong usage.
 */
import { accuracy } from './accuracy.ts';
import { accuracyPdf } from './accuracy-pdf.ts';
import type { Bench } from './bench-line.ts';
import { importLetters } from './library/import.ts';
import { save } from './library/save.ts';
import { search } from './library/search.ts';
import { parseSpeed } from './parse-speed.ts';
import { pdfImport } from './pdf-import.ts';
import { listScroll } from './window/list-scroll.ts';
import { memory } from './window/memory.ts';
import { openCase } from './window/open-case.ts';
import { start } from './window/start.ts';

const benches: Readonly<Record<string, Bench>> = {
  accuracy,
  'accuracy-pdf': accuracyPdf,
  import: importLetters,
  'list-scroll': listScroll,
  memory,
  'open-case': openCase,
  parse: parseSpeed,
  pdf: pdfImport,
  save,
  search,
  start,
};

const [name = '', ...rest] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (!bench) {
  console.error(`Give the name of a bench: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
} else {
  const { lines, text } = await bench(rest.filter((word) => word !== '--json'));
  if (rest.includes('--json')) for (const line of lines) console.log(JSON.stringify(line));
  else {
    console.log(text);
    const broken = lines.filter(({ holds }) => !holds);
    for (const { bench: what, ours, ratio, budget } of broken) {
      console.log(`NOT HELD  ${what}: ${Number(ours.toPrecision(5))}, ratio ${ratio.toFixed(4)}, budget ${budget}`);
    }
    console.log(broken.length === 0 ? 'All budgets hold.' : `${broken.length} budgets do not hold.`);
  }
  if (lines.some(({ holds }) => !holds)) process.exitCode = 1;
}
