import { join } from 'node:path';
import { salvageLibrary } from '../recovery/salvage-library.ts';
import { type Command, readArgs, required } from './command.ts';
import { onOneLine } from './terminal.ts';
import { assertLibrary } from './with-library.ts';

/** `salvage --library DIR --out DIR [--json]`: exit status 1 when something could not be read or placed. */
export const salvage: Command = async (args, terminal) => {
  const options = { library: { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values } = readArgs(args, options);
  const dir = terminal.path(required('library', values.library));
  const out = terminal.path(required('out', values.out));
  assertLibrary(dir);
  const report = await salvageLibrary({ dir, out });
  const faults = [
    ...report.tables
      .filter(({ isWhole }) => !isWhole)
      .map(({ name, rows, fromBackup }) => `${name}: damaged; ${rows} rows read, ${fromBackup} more from a backup`),
    ...(report.originals.isWhole ? [] : [`originals: damaged; ${report.originals.kept} kept`]),
    ...report.originals.changed.map((sha256) => `${sha256}: The stored original has changed on the disk.`),
    ...(report.unplaced > 0
      ? [`${report.unplaced} rows whose letter could not be read are in ${join(out, 'unplaced.json')}`]
      : []),
    ...report.readAgain.flatMap((row) => (row.outcome === 'failed' ? [`${row.fileName}: ${row.reason}`] : [])),
    ...report.imported.flatMap((row) => (row.outcome === 'failed' ? [`${row.name}: ${row.reason}`] : [])),
  ];
  for (const fault of faults) terminal.complain(onOneLine(fault));
  await terminal.print(
    values.json
      ? JSON.stringify(report)
      : `${report.originals.kept} originals kept, ${report.readAgain.length} letters read again, ${report.imported.length} imported again. The new library is in ${out}`,
  );
  return faults.length > 0 ? 1 : 0;
};
