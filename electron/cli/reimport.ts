import { importKeptOriginals } from '../recovery/import-kept-originals.ts';
import { type Command, readArgs, required } from './command.ts';
import { onOneLine } from './terminal.ts';
import { withLibrary } from './with-library.ts';

/** `reimport --library DIR [--json]` */
export const reimport: Command = async (args, terminal) => {
  const { values } = readArgs(args, { library: { type: 'string' }, json: { type: 'boolean' } });
  const dir = terminal.path(required('library', values.library));
  const rows = await withLibrary({ dir, create: false }, importKeptOriginals);
  const failed = rows.filter((row) => row.outcome === 'failed');
  for (const { name, reason } of failed) terminal.complain(`${onOneLine(name)}: ${reason}`);
  if (values.json) for (const row of rows) await terminal.print(JSON.stringify(row));
  else await terminal.print(`${rows.length - failed.length} imported again, ${failed.length} failed`);
  return failed.length > 0 ? 1 : 0;
};
