/** The command line: the same services as the app, without a window. */
import { FailureError } from '../shared/result.ts';
import { type Command, UsageError } from './cli/command.ts';
import { OutputClosed, processTerminal } from './cli/terminal.ts';
import { usage } from './cli/usage.ts';

/** Each command is loaded when it is asked for, so that none waits for what another needs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  parse: async () => (await import('./cli/parse.ts')).parse,
  import: async () => (await import('./cli/import.ts')).importLetters,
  list: async () => (await import('./cli/list.ts')).list,
  search: async () => (await import('./cli/list.ts')).list,
  reparse: async () => (await import('./cli/reparse.ts')).reparse,
  backup: async () => (await import('./cli/backup.ts')).backup,
  backups: async () => (await import('./cli/backup.ts')).backups,
  restore: async () => (await import('./cli/restore.ts')).restore,
  reimport: async () => (await import('./cli/reimport.ts')).reimport,
  verify: async () => (await import('./cli/verify.ts')).verify,
  salvage: async () => (await import('./cli/salvage.ts')).salvage,
  export: async () => (await import('./cli/export.ts')).exportCases,
};

const terminal = processTerminal();
const [name = '', ...args] = process.argv.slice(2);
try {
  if (name === 'help' || name === '--help') {
    await terminal.print(usage);
  } else {
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) throw new UsageError(name ? `There is no command "${name}".` : 'Which command?');
    const command = await load();
    process.exitCode = await command(args, terminal);
  }
} catch (thrown) {
  if (thrown instanceof UsageError) {
    terminal.complain(`${thrown.message}\n\n${usage}`);
    process.exitCode = 2;
  } else if (thrown instanceof FailureError) {
    terminal.complain(thrown.message);
    process.exitCode = 1;
  } else if (!(thrown instanceof OutputClosed)) {
    throw thrown;
  }
}
