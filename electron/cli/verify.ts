import { type Command, readArgs, required } from './command.ts';
import { onOneLine } from './terminal.ts';
import { withLibrary } from './with-library.ts';

/** `verify --library DIR [--json]`: exit status 1 when anything is not what was stored. */
export const verify: Command = async (args, terminal) => {
  const { values } = readArgs(args, { library: { type: 'string' }, json: { type: 'boolean' } });
  const dir = terminal.path(required('library', values.library));
  const report = await withLibrary({ dir, create: false, backups: false }, (library) => library.verify());
  for (const { fileName, sha256, message } of report.damaged) {
    terminal.complain(`${onOneLine(fileName ?? sha256)}: ${message}`);
  }
  await terminal.print(
    values.json
      ? JSON.stringify(report)
      : `${report.originals} originals and the texts of ${report.letters} letters checked, ${report.damaged.length} damaged`,
  );
  return report.damaged.length > 0 ? 1 : 0;
};
