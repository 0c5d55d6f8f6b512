import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { runCli } from '../cli/run-cli.ts';
import { temporaryFolder } from '../library/test-library.ts';

const cli = fileURLToPath(new URL('../../../electron/cli.ts', import.meta.url));
const count = 600;

/** How many letters a library has, looked up beside the process that is filling it. */
function lettersIn(library: string): number {
  try {
    const db = new Database(join(library, 'library.db'), { readonly: true });
    try {
      return db.prepare<[], number>('SELECT count(*) FROM letter').pluck().get() ?? 0;
    } finally {
      db.close();
    }
  } catch {
    // The library is only just being made.
    return 0;
  }
}

test('an import that is killed leaves nothing half-imported, and another one completes it', async () => {
  const folder = temporaryFolder();
  const [library, letters] = [join(folder, 'library'), join(folder, 'letters')];
  mkdirSync(letters);
  for (let index = 0; index < count; index++) writeFileSync(join(letters, `${index}.txt`), `Letter ${index}`);

  for (const enough of [1, 150, 300, 450]) {
    const child = spawn(process.execPath, [cli, 'import', '--library', library, letters], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    while (child.exitCode === null && lettersIn(library) < enough) await pause(2);
    child.kill('SIGKILL');
    await ended;
    const { db, close } = openLibrary(library);
    const incomplete = db.prepare(
      `SELECT l.id FROM letter l LEFT JOIN letter_content c ON c.letter_id = l.id
         LEFT JOIN originals.original o ON o.sha256 = l.sha256
       WHERE c.letter_id IS NULL OR o.sha256 IS NULL`,
    );
    expect(incomplete.all()).toEqual([]);
    db.prepare("INSERT INTO letter_fts (letter_fts, rank) VALUES ('integrity-check', 1)").run();
    close();
  }

  const { status, stdout } = await runCli('import', '--library', library, letters);
  const [imported = 0, already = 0] = stdout.match(/\d+/g)?.map(Number) ?? [];
  expect({ status, all: imported + already }).toEqual({ status: 0, all: count });
  expect(already).toBeGreaterThan(0);
});
