import { join } from 'node:path';
import type { CaseView, LetterRow } from '../../shared/model/letter.ts';
import { attempt, type Result } from '../../shared/result.ts';
import type { LibraryClient } from '../library/library-client.ts';
import { exportCaseJson } from './export-case-json.ts';
import { exportCasesCsv } from './export-cases-csv.ts';
import type { Exporter } from './exporter.ts';
import { createOutputNames } from './output-names.ts';
import type { ExportContext } from './report-data.ts';
import { writeFileAtomically } from './write-atomically.ts';

export const exportFormats = ['pdf', 'json', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The one file that an export as csv writes. */
export const csvName = 'cases.csv';

export interface CasesExport {
  readonly library: Pick<LibraryClient, 'openCase'>;
  readonly exporter: Exporter;
  readonly letters: Iterable<Pick<LetterRow, 'id' | 'fileName'>>;
  readonly format: ExportFormat;
  /** Where the files go; it must be there. */
  readonly folder: string;
  /** Replace files of the same names. */
  readonly replace: boolean;
  readonly context: ExportContext;
}

/** A file that was written, or why it was not; of a csv file also each case that could not go into it. */
export interface ExportedFile {
  readonly name: string;
  /** The path of the file. */
  readonly written: Result<string>;
}

/** Writes cases into files, one after the other; what goes wrong with one does not stop the others. */
export async function* exportCases(options: CasesExport): AsyncGenerator<ExportedFile> {
  const { library, exporter, letters, format, folder, replace, context } = options;
  const write = async (name: string, makeBytes: () => Promise<Uint8Array | string>): Promise<ExportedFile> => {
    const written = await attempt(async () => {
      const bytes = await makeBytes();
      const path = join(folder, name);
      await writeFileAtomically(path, typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { replace });
      return path;
    });
    return { name, written };
  };
  if (format === 'csv') {
    const views: CaseView[] = [];
    for (const { id, fileName } of letters) {
      const view = await attempt(() => library.openCase(id));
      if (view.ok) views.push(view.value);
      else yield { name: fileName, written: view };
    }
    yield write(csvName, async () => exportCasesCsv(views));
    return;
  }
  const nameOf = createOutputNames();
  for (const letter of letters) {
    yield write(`${nameOf(letter)}.${format}`, async () => {
      const view = await library.openCase(letter.id);
      return format === 'pdf' ? exporter.pdf(view, context) : exportCaseJson(view);
    });
  }
}
