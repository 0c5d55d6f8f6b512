import { createImporter } from '../import/import-service.ts';
import { type Command, readArgs, required, UsageError } from './command.ts';
import { onOneLine } from './terminal.ts';
import { withLibrary } from './with-library.ts';

/** `import --library DIR PATH… [--json]`; Ctrl+C cancels, and what is in the library by then stays. */
export const importLetters: Command = async (args, terminal) => {
  const { values, positionals } = readArgs(args, { library: { type: 'string' }, json: { type: 'boolean' } });
  const dir = terminal.path(required('library', values.library));
  if (positionals.length === 0) throw new UsageError('Name at least one file or folder to import.');

  return withLibrary({ dir }, async (library) => {
    const importer = createImporter({ library });
    try {
      const importId = importer.start(positionals.map((path) => ({ path: terminal.path(path) })));
      process.once('SIGINT', () => importer.cancel(importId));
      const { rows, imported, already, failed } = await importer.whenDone(importId);
      for (const row of rows) {
        if (row.outcome === 'failed') terminal.complain(`${onOneLine(row.name)}: ${row.reason}`);
        if (row.outcome === 'imported' && row.remark !== undefined) {
          terminal.complain(`${onOneLine(row.name)}: ${row.remark}`);
        }
        if (values.json) await terminal.print(JSON.stringify(row));
      }
      if (!values.json) {
        await terminal.print(`${imported} imported, ${already} already in the library, ${failed} failed`);
      }
      return failed > 0 ? 1 : 0;
    } finally {
      await importer.close();
    }
  });
};
