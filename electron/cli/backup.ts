import { inCareThread } from '../library/in-care-thread.ts';
import { type Command, readArgs, required } from './command.ts';
import { describeBackup } from './describe-backup.ts';
import { assertLibrary, withLibrary } from './with-library.ts';

/** `backup --library DIR [--json]` */
export const backup: Command = async (args, terminal) => {
  const { values } = readArgs(args, { library: { type: 'string' }, json: { type: 'boolean' } });
  const dir = terminal.path(required('library', values.library));
  const made = await withLibrary({ dir, create: false, backups: false }, (library) => library.backUp());
  await terminal.print(values.json ? JSON.stringify(made) : describeBackup(made));
  return 0;
};

/** `backups --library DIR [--json]`; the library itself is not opened, and may be damaged. */
export const backups: Command = async (args, terminal) => {
  const { values } = readArgs(args, { library: { type: 'string' }, json: { type: 'boolean' } });
  const dir = terminal.path(required('library', values.library));
  assertLibrary(dir);
  for (const found of await inCareThread('listBackups', dir)) {
    await terminal.print(values.json ? JSON.stringify(found) : describeBackup(found));
  }
  return 0;
};
