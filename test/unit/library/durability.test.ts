import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { temporaryFolder } from './test-library.ts';

const writer = fileURLToPath(new URL('./note-writer.ts', import.meta.url));
const cycles = 8;

/** Runs the writer, kills it after it has acknowledged `acknowledgements` writes, and returns all it acknowledged. */
async function writeAndKill(dir: string, acknowledgements: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    if (output.split('\n').length > acknowledgements) child.kill('SIGKILL');
  });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
  return output.split('\n').slice(0, -1);
}

test('what was acknowledged survives the death of the process, and the library opens at once', async () => {
  const dir = temporaryFolder();
  const acknowledged: string[] = [];
  for (let cycle = 0; cycle < cycles; cycle++) {
    acknowledged.push(...(await writeAndKill(dir, 1 + Math.floor(Math.random() * 60))));
    const { db, close } = openLibrary(dir, { create: false });
    const notes = new Set(db.prepare<[], string>('SELECT id FROM annotation').pluck().all());
    const reasons = acknowledged.filter((line) => line.startsWith('reason'));
    expect(acknowledged.filter((line) => !line.startsWith('reason') && !notes.has(line))).toEqual([]);
    if (reasons.length > 0) {
      const stored = db.prepare<[], string>('SELECT reason FROM second_opinion').pluck().get() ?? '';
      const count = (reason: string) => Number(reason.split(' ')[2]);
      const last = reasons.at(-1) ?? '';
      // A later reason may have been committed without being acknowledged any more.
      expect(stored.split(' ')[1] !== last.split(' ')[1] || count(stored) >= count(last)).toBe(true);
    }
    for (const table of ['letter_fts', 'note_fts', 'reason_fts']) {
      db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`).run();
    }
    close();
  }
  for (const name of ['library.db', 'originals.db']) {
    const db = new Database(join(dir, name), { readonly: true });
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();
  }
});
