import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CaseView, LetterRow } from '../../shared/model/letter.ts';
import { attempt, type Failure, FailureError } from '../../shared/result.ts';
import { exportCaseJson } from '../export/export-case-json.ts';
import { exportCasesCsv } from '../export/export-cases-csv.ts';
import { createExporter } from '../export/exporter.ts';
import { writeFileAtomically } from '../export/write-atomically.ts';
import type { LibraryClient } from '../library/library-client.ts';
import { makeFolder } from '../library/make-folder.ts';
import { type Command, readArgs, required, UsageError } from './command.ts';
import { findCase } from './find-cases.ts';
import { allLetters } from './list.ts';
import { createOutputNames } from './output-names.ts';
import { withLibrary } from './with-library.ts';

const formats = ['pdf', 'json', 'csv'] as const;
type Format = (typeof formats)[number];

/** The one file that an export as csv writes. */
const csvName = 'cases.csv';

/** `export --library DIR --out DIR (--all | --case ID…) [--format pdf|json|csv] [--force]` */
export const exportCases: Command = async (args, terminal) => {
  const { values, positionals } = readArgs(args, {
    library: { type: 'string' },
    out: { type: 'string' },
    all: { type: 'boolean' },
    case: { type: 'string', multiple: true },
    format: { type: 'string' },
    force: { type: 'boolean' },
  });
  const dir = terminal.path(required('library', values.library));
  const out = terminal.path(required('out', values.out));
  // `--case 1 2` means both.
  const cases = [...(values.case ?? []), ...positionals];
  if ((values.all === true) === cases.length > 0) throw new UsageError('Say which cases: either --all or --case ID.');
  const format = readFormat(values.format ?? 'pdf');
  const replace = values.force === true;

  let failed = false;
  const complain = (about: string, { message }: Failure) => {
    failed = true;
    terminal.complain(`${about}: ${message}`);
  };

  await withLibrary({ dir, create: false }, async (library) => {
    const letters = await chooseLetters(library, cases, complain);
    await makeOutFolder(out);
    const write = async (name: string, makeBytes: () => Promise<Uint8Array | string>) => {
      const path = join(out, name);
      const written = await attempt(async () => {
        const bytes = await makeBytes();
        await writeFileAtomically(path, typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { replace });
      });
      if (written.ok) await terminal.print(path);
      else complain(name, written.error);
    };

    if (format === 'csv') {
      const views: CaseView[] = [];
      for (const letter of letters) {
        const view = await attempt(() => library.openCase(letter.id));
        if (view.ok) views.push(view.value);
        else complain(letter.fileName, view.error);
      }
      await write(csvName, async () => exportCasesCsv(views));
      return;
    }
    const exporter = createExporter();
    const context = {
      exportedAt: new Date().toISOString(),
      appVersion: appVersion(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
    const nameOf = createOutputNames();
    try {
      for (const letter of letters) {
        await write(`${nameOf(letter)}.${format}`, async () => {
          const view = await library.openCase(letter.id);
          return format === 'pdf' ? exporter.pdf(view, context) : exportCaseJson(view);
        });
      }
    } finally {
      await exporter.close();
    }
  });
  return failed ? 1 : 0;
};

/** The letters that are meant, each once, in the order of the list or as they were named. */
async function chooseLetters(
  library: LibraryClient,
  cases: readonly string[],
  complain: (about: string, failure: Failure) => void,
): Promise<Iterable<LetterRow>> {
  const letters: LetterRow[] = [];
  for await (const letter of allLetters(library, '')) letters.push(letter);
  if (cases.length === 0) return letters;
  const chosen = new Map<number, LetterRow>();
  for (const given of cases) {
    const found = findCase(letters, given);
    if (found.ok) chosen.set(found.value.id, found.value);
    else complain(given, found.error);
  }
  return chosen.values();
}

function readFormat(given: string): Format {
  const format = formats.find((known) => known === given);
  if (!format) throw new UsageError(`There is no format "${given}"; choose ${formats.join(', ')}.`);
  return format;
}

async function makeOutFolder(path: string): Promise<void> {
  const made = await attempt(() => makeFolder(path));
  if (!made.ok) throw new FailureError('cannot-write', `The folder ${path} cannot be made.`);
}

function appVersion(): string {
  return (createRequire(import.meta.url)('../../package.json') as { version: string }).version;
}
