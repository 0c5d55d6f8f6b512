import { inCareThread } from '../library/in-care-thread.ts';
import { type Command, readArgs, required } from './command.ts';
import { describeBackup } from './describe-backup.ts';
import { onOneLine } from './terminal.ts';
import { assertLibrary } from './with-library.ts';

/** `restore --library DIR --backup NAME [--json]` */
export const restore: Command = async (args, terminal) => {
  const options = { library: { type: 'string' }, backup: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values } = readArgs(args, options);
  const dir = terminal.path(required('library', values.library));
  const name = required('backup', values.backup);
  assertLibrary(dir);
  const report = await inCareThread('restoreClosedLibrary', dir, name, new Date());
  if (values.json) {
    await terminal.print(JSON.stringify(report));
    return 0;
  }
  await terminal.print(`Restored: ${describeBackup(report.backup)}`);
  await terminal.print(`The library as it was before is in ${report.setAside}`);
  for (const { fileName, sha256 } of report.originalsWithoutLetter) {
    await terminal.print(`Imported since the backup: ${onOneLine(fileName ?? sha256)}`);
  }
  if (report.originalsWithoutLetter.length > 0) {
    await terminal.print('Their originals are kept; the command "reimport" makes letters of them again.');
  }
  return 0;
};
