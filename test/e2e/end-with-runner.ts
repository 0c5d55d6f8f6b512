import type { ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();

// A test that fails does not quit its app; then the app goes with the test runner's process.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Makes sure that the process does not outlive the tests. */
export function endWithRunner(child: ChildProcess): void {
  running.add(child);
  child.once('exit', () => running.delete(child));
}
