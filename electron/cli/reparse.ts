import { createReparser } from '../import/reparse-service.ts';
import { type Command, readArgs, required, UsageError } from './command.ts';
import { onOneLine } from './terminal.ts';
import { withLibrary } from './with-library.ts';

/** `reparse --library DIR [--all] [--json]`; Ctrl+C cancels, and what was read again by then stays so. */
export const reparse: Command = async (args, terminal) => {
  const options = { library: { type: 'string' }, all: { type: 'boolean' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = readArgs(args, options);
  const dir = terminal.path(required('library', values.library));
  if (positionals.length > 0) throw new UsageError('reparse takes no file names: it reads the letters of the library.');

  return withLibrary({ dir, create: false }, async (library) => {
    const reparser = createReparser({ library });
    try {
      reparser.start(values.all ? await library.lettersReadBefore(Number.MAX_SAFE_INTEGER) : undefined);
      process.once('SIGINT', () => reparser.cancel());
      const { rows, total, done, changed, failed } = await reparser.whenDone();
      for (const row of rows) {
        if (row.outcome === 'failed') terminal.complain(`${onOneLine(row.fileName)}: ${row.reason}`);
        if (values.json) await terminal.print(JSON.stringify(row));
        else if (row.outcome === 'changed') {
          const { moved, lost } = row.annotations;
          const notes = [
            ...(moved > 0 ? [`Notes that moved with their words: ${moved}.`] : []),
            ...(lost > 0 ? [`Notes whose words were not found again, kept without a place: ${lost}.`] : []),
          ];
          await terminal.print([onOneLine(row.fileName), ...row.changes, ...notes].join('\n  '));
        }
      }
      if (!values.json) {
        const unread = total - done;
        await terminal.print(
          `${done} read again, ${changed} changed, ${failed} failed${unread > 0 ? `, ${unread} not reached` : ''}`,
        );
      }
      return failed > 0 ? 1 : 0;
    } finally {
      await reparser.close();
    }
  });
};
