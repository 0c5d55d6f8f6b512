import { readFileSync } from 'node:fs';
import { type ExportFormat, exportFormats } from '../../shared/model/batch-export.ts';
import type { LetterRow } from '../../shared/model/letter.ts';
import { attempt, type Failure, FailureError } from '../../shared/result.ts';
import { manifest } from '../app-files.ts';
import { exportCases as exportCasesInto, planFiles } from '../export/export-cases.ts';
import { createExporter } from '../export/exporter.ts';
import type { LibraryClient } from '../library/library-client.ts';
import { makeFolder } from '../library/make-folder.ts';
import { type Command, readArgs, required, UsageError } from './command.ts';
import { findCase } from './find-cases.ts';
import { allLetters } from './list.ts';
import { withLibrary } from './with-library.ts';

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
  const replaces = () => values.force === true;

  let failed = false;
  const complain = (about: string, { message }: Failure) => {
    failed = true;
    terminal.complain(`${about}: ${message}`);
  };

  await withLibrary({ dir, create: false }, async (library) => {
    const letters = await chooseLetters(library, cases, complain);
    await makeOutFolder(out);
    const exporter = createExporter();
    const context = {
      exportedAt: new Date().toISOString(),
      appVersion: appVersion(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
    try {
      const files = planFiles(letters, format);
      const exported = exportCasesInto({ library, exporter, files, format, folder: out, replaces, context });
      for await (const { name, written } of exported) {
        if (written.ok) await terminal.print(written.value);
        else complain(name, written.error);
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

function readFormat(given: string): ExportFormat {
  const format = exportFormats.find((known) => known === given);
  if (!format) throw new UsageError(`There is no format "${given}"; choose ${exportFormats.join(', ')}.`);
  return format;
}

async function makeOutFolder(path: string): Promise<void> {
  const made = await attempt(() => makeFolder(path));
  if (!made.ok) throw new FailureError('cannot-write', `The folder ${path} cannot be made.`);
}

function appVersion(): string {
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
