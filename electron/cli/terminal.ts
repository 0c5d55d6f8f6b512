import { resolve as resolvePath } from 'node:path';
import type { Terminal } from './command.ts';

/** The reader of our output has gone (`| head`): nothing is wrong, and there is nothing left to say. */
export class OutputClosed extends Error {}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (!isClosedPipe(error)) throw error;
    });
  }
  return {
    print: (line) =>
      new Promise((resolve, reject) => {
        process.stdout.write(`${line}\n`, (error) => {
          if (error) reject(isClosedPipe(error) ? new OutputClosed() : error);
          else resolve();
        });
      }),
    complain: (line) => process.stderr.write(`${line}\n`),
    path: (given) => resolvePath(startFolder(), given),
  };
}

const isClosedPipe = (error: Error) => (error as NodeJS.ErrnoException).code === 'EPIPE';

/** npm runs scripts in the project's folder, and says in INIT_CWD from where it was called. */
function startFolder(): string {
  const { npm_lifecycle_event: script, INIT_CWD: calledFrom } = process.env;
  return script === 'cli' && calledFrom ? calledFrom : process.cwd();
}
