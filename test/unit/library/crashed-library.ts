import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Copies the files of an open library to another folder as a kill leaves them, with the logs beside the databases. */
export function copyAsKilled(open: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const left = readdirSync(open).filter((name) => /^((library|originals)\.db(-wal)?|open\.mark)$/.test(name));
  for (const name of left) copyFileSync(join(open, name), join(to, name));
}
