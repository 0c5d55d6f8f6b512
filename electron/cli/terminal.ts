import { resolve as resolvePath } from 'node:path';
import { FailureError } from '../../shared/result.ts';
import type { Terminal } from './command.ts';

/** The reader of our output has gone (`| head`): nothing is wrong, and there is nothing left to say. */
export class OutputClosed extends Error {}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  // What cannot be printed is told by `print`; what stderr refuses cannot be told at all. Unheard, both would crash.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return {
    print: (line) =>
      new Promise((resolve, reject) => {
        process.stdout.write(`${harmless(line)}\n`, (error) => {
          if (error) reject(outputFailure(error));
          else resolve();
        });
      }),
    complain: (line) => process.stderr.write(`${harmless(line)}\n`),
    path: (given) => resolvePath(startFolder(), given),
  };
}

/**
 * Letters and file names may hold control sequences, which a terminal would obey. JSON has none of these characters.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const harmless = (line: string): string => line.replace(/[\0-\x08\x0B-\x1F]/g, '\uFFFD');

/** A file name on one line, whatever characters it has. */
export const onOneLine = (name: string): string =>
  name.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');

function outputFailure(error: NodeJS.ErrnoException): Error {
  if (error.code === 'EPIPE') return new OutputClosed();
  return new FailureError('cannot-write', `The output cannot be written (${error.code ?? error.message}).`);
}

/** npm runs scripts in the project's folder, and says in INIT_CWD from where it was called. */
function startFolder(): string {
  const { npm_lifecycle_event: script, INIT_CWD: calledFrom } = process.env;
  return script === 'cli' && calledFrom ? calledFrom : process.cwd();
}
