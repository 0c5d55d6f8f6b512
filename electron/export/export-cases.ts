import { join } from 'node:path';
import type { ExportFormat } from '../../shared/model/batch-export.ts';
import type { LetterRow } from '../../shared/model/letter.ts';
import { attempt, type Result } from '../../shared/result.ts';
import type { LibraryClient } from '../library/library-client.ts';
import { exportCaseJson } from './export-case-json.ts';
import { caseAsCsv, csvHeader } from './export-cases-csv.ts';
import type { Exporter } from './exporter.ts';
import { createOutputNames } from './output-names.ts';
import type { ExportContext } from './report-data.ts';
import { writeFileAtomically } from './write-atomically.ts';

/** The one file that an export as csv writes. */
const csvName = 'cases.csv';

type Letter = Pick<LetterRow, 'id' | 'fileName'>;

/** A file that is to be written, and the letters whose cases it is to hold. */
export interface PlannedFile {
  readonly name: string;
  readonly letters: readonly Letter[];
}

/** The files that an export of these letters writes: one for each, as csv one for all. */
export function planFiles(letters: Iterable<Letter>, format: ExportFormat): PlannedFile[] {
  if (format === 'csv') return [{ name: csvName, letters: [...letters] }];
  const nameOf = createOutputNames();
  return Array.from(letters, (letter) => ({ name: `${nameOf(letter)}.${format}`, letters: [letter] }));
}

export interface CasesExport {
  readonly library: Pick<LibraryClient, 'openCase'>;
  readonly exporter: Exporter;
  readonly files: Iterable<PlannedFile>;
  readonly format: ExportFormat;
  /** Where the files go; it must be there. */
  readonly folder: string;
  /** Whether a file of that name may be replaced. */
  readonly replaces: (name: string) => boolean;
  readonly context: ExportContext;
  /** Ends the export before the next case; a table that is not complete then is not written. */
  readonly signal?: AbortSignal;
  /** Called after every case, whether it went well or not. */
  readonly onCase?: () => void;
}

/** A file that was written, or why it was not; of a csv file also each case that could not go into it. */
export interface ExportedFile {
  readonly name: string;
  /** How many cases went into it, or failed with it. */
  readonly cases: number;
  /** The path of the file. */
  readonly written: Result<string>;
}

/** Writes cases into files, one after the other; what goes wrong with one does not stop the others. */
export async function* exportCases(options: CasesExport): AsyncGenerator<ExportedFile> {
  const { library, exporter, files, format, folder, replaces, context, signal, onCase = () => {} } = options;
  const write = (name: string, makeBytes: () => Promise<Uint8Array | string>): Promise<Result<string>> =>
    attempt(async () => {
      const bytes = await makeBytes();
      const path = join(folder, name);
      await writeFileAtomically(path, typeof bytes === 'string' ? Buffer.from(bytes) : bytes, {
        replace: replaces(name),
      });
      return path;
    });
  for (const { name, letters } of files) {
    // Cases are let go one by one: all of a large library at once would not fit into the memory.
    const lines: string[] = [];
    for (const { id, fileName } of letters) {
      if (signal?.aborted) return;
      if (format === 'csv') {
        const line = await attempt(async () => caseAsCsv(await library.openCase(id)));
        if (line.ok) lines.push(line.value);
        else yield { name: fileName, cases: 1, written: line };
      } else {
        const written = await write(name, async () => {
          const view = await library.openCase(id);
          return format === 'pdf' ? exporter.pdf(view, context) : exportCaseJson(view);
        });
        yield { name, cases: 1, written };
      }
      onCase();
    }
    if (format === 'csv') {
      yield { name, cases: lines.length, written: await write(name, async () => csvHeader + lines.join('')) };
    }
  }
}
