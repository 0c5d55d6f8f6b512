import { parseArgs } from 'node:util';

/** 0: all went well. 1: some inputs failed, each named on stderr. */
export type ExitStatus = 0 | 1;

/** The way a command speaks and finds files. */
export interface Terminal {
  /** Writes a line to stdout, and waits while the reader is slow. */
  print(line: string): Promise<void>;
  /** Writes a line to stderr. */
  complain(line: string): void;
  /** A path as the person meant it, made absolute. */
  path(given: string): string;
}

export type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitStatus>;

/** The command line was not understood: the usage is shown and the exit status is 2. */
export class UsageError extends Error {}

interface Options {
  readonly [name: string]: { readonly type: 'string' | 'boolean'; readonly multiple?: boolean };
}

/** Node's `parseArgs`, with its complaints as {@link UsageError}. */
export function readArgs<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** The value of an option that must be there. */
export function required(name: string, value: string | undefined): string {
  if (!value) throw new UsageError(`The option --${name} is missing.`);
  return value;
}
