/**
 * A process that kills itself at the n-th step: `die-at.ts open DIR N`, `die-at.ts restore DIR N NAME`,
 * `die-at.ts replace DIR N`. Steps lie before every change to a file or folder, and around every statement of a
 * migration and every change of a setting of a database. Ends by itself, and prints how many steps there were, when N
 * is larger.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';

const [action, dir = '', last = '', name = ''] = process.argv.slice(2);
let steps = 0;

function step(): void {
  steps += 1;
  if (steps === Number(last)) process.kill(process.pid, 'SIGKILL');
}

for (const change of ['writeFileSync', 'renameSync', 'copyFileSync', 'fsyncSync', 'rmSync', 'mkdirSync'] as const) {
  const original = fs[change] as (...args: unknown[]) => unknown;
  Object.assign(fs, {
    [change]: (...args: unknown[]) => {
      step();
      return original(...args);
    },
  });
}
syncBuiltinESMExports();

const { exec, pragma, close } = Database.prototype;
Object.assign(Database.prototype, {
  exec(this: Database.Database, sql: string) {
    for (const statement of statementsOf(sql)) {
      step();
      exec.call(this, statement);
    }
    step();
    return this;
  },
  pragma(this: Database.Database, source: string, options: Database.PragmaOptions) {
    const isChange = /(user|schema)_version =|journal_mode =|checkpoint\(/.test(source);
    if (isChange) step();
    const result = pragma.call(this, source, options);
    if (isChange) step();
    return result;
  },
  close(this: Database.Database) {
    step();
    return close.call(this);
  },
});

/** Ends at a semicolon at the end of a line; that of a trigger at its END. */
function statementsOf(sql: string): string[] {
  const statements = [''];
  for (const part of sql.replace(/--.*$/gm, '').split(/(?<=;)\s*$/m)) {
    const open = statements.pop() ?? '';
    const statement = open + part;
    const isOpen = /\bBEGIN\b/.test(statement) && !/\bEND;\s*$/.test(statement);
    statements.push(...(isOpen ? [statement] : [statement, '']));
  }
  return statements.filter((statement) => statement.trim() !== '');
}

const { openLibrary } = await import('../../../electron/library/open-library.ts');
const { restoreClosedLibrary } = await import('../../../electron/library/backups/restore-closed-library.ts');
const { replaceBySalvaged } = await import('../../../electron/library/salvage/replace-by-salvaged.ts');
if (action === 'restore') restoreClosedLibrary(dir, name, new Date());
else if (action === 'replace') replaceBySalvaged(dir, new Date());
else {
  const { checked, passCheck, close } = openLibrary(dir);
  if (!checked) passCheck();
  close();
}
process.stdout.write(String(steps));
