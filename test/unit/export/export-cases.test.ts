import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportCases, planFiles } from '../../../electron/export/export-cases.ts';
import type { ExportFormat } from '../../../shared/model/batch-export.ts';
import { FailureError } from '../../../shared/result.ts';
import { caseView, context } from './case-view.ts';

const letters = [1, 2, 3].map((id) => ({ id, fileName: `${id}.txt` }));
const folderOf = () => mkdtempSync(join(tmpdir(), 'second-opinion-cases-'));

/** Exports the three letters, of which the second cannot be opened; cancelled after so many cases. */
async function run(format: ExportFormat, { folder = folderOf(), replaces = false, cancelAfter = Infinity } = {}) {
  const abort = new AbortController();
  let done = 0;
  const files = [];
  const work = exportCases({
    library: {
      openCase: async (id) => {
        if (id === 2) throw new FailureError('library-damaged', 'This letter is damaged.');
        return caseView('The letter.');
      },
    },
    exporter: { pdf: async () => Buffer.from('%PDF-'), close: async () => {} },
    files: planFiles(letters, format),
    format,
    folder,
    replaces: () => replaces,
    context,
    signal: abort.signal,
    onCase: () => {
      done += 1;
      if (done === cancelAfter) abort.abort();
    },
  });
  for await (const { name, cases, written } of work) files.push([name, cases, written.ok]);
  return { files, done, there: readdirSync(folder).sort() };
}

describe('exportCases', () => {
  it('writes a file a case, and names what cannot be opened', async () => {
    const { files, done, there } = await run('json');
    expect(files).toEqual([
      ['1.json', 1, true],
      ['2.json', 1, false],
      ['3.json', 1, true],
    ]);
    expect(done).toBe(3);
    expect(there).toEqual(['1.json', '3.json']);
  });

  it('writes one table of those that can be opened', async () => {
    const { files, done } = await run('csv');
    expect(files).toEqual([
      ['2.txt', 1, false],
      ['cases.csv', 2, true],
    ]);
    expect(done).toBe(3);
  });

  it('keeps what is written when it is cancelled, and writes no table that is not complete', async () => {
    expect(await run('pdf', { cancelAfter: 1 })).toEqual({ files: [['1.pdf', 1, true]], done: 1, there: ['1.pdf'] });
    expect(await run('csv', { cancelAfter: 1 })).toEqual({ files: [], done: 1, there: [] });
  });

  it('replaces a file only where that was said', async () => {
    const folder = folderOf();
    writeFileSync(join(folder, '1.pdf'), 'precious');
    expect((await run('pdf', { folder })).files[0]).toEqual(['1.pdf', 1, false]);
    expect(readFileSync(join(folder, '1.pdf'), 'utf8')).toBe('precious');
    expect((await run('pdf', { folder, replaces: true })).files[0]).toEqual(['1.pdf', 1, true]);
  });
});
