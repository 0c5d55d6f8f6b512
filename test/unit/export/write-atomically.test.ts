import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../../electron/export/write-atomically.ts';

const bytes = Buffer.from('new');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'second-opinion-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('writeFileAtomically', () => {
  it.each([true, false])('writes a new file and leaves nothing else (replace: %s)', async (replace) => {
    await writeFileAtomically(join(folder, 'a.pdf'), bytes, { replace });
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  it('replaces an existing file only when asked to', async () => {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, 'old');
    await expect(writeFileAtomically(path, bytes, { replace: false })).rejects.toMatchObject({
      name: 'FailureError',
      code: 'file-exists',
      message: expect.stringContaining('“a.pdf” already exists'),
    });
    expect(readFileSync(path, 'utf8')).toBe('old');
    await writeFileAtomically(path, bytes, { replace: true });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  it('lets exactly one of several writers have a free name', async () => {
    const path = join(folder, 'a.pdf');
    const writers = ['1', '2', '3', '4', '5'].map((text) =>
      writeFileAtomically(path, Buffer.from(text), { replace: false }),
    );
    const outcomes = await Promise.allSettled(writers);
    const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(readFileSync(path, 'utf8')).toBe(String(winner + 1));
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'file-exists' });
    }
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  it('takes a dangling link for an existing file', async () => {
    symlinkSync(join(folder, 'nowhere'), join(folder, 'a.pdf'));
    await expect(writeFileAtomically(join(folder, 'a.pdf'), bytes, { replace: false })).rejects.toMatchObject({
      code: 'file-exists',
    });
  });

  it.each([
    ['in a missing folder', 'missing/a.pdf', 'its folder does not exist'],
    ['under a file', 'file/a.pdf', 'its folder does not exist'],
    ['over a folder', 'folder', 'is a folder'],
    ['with too long a name', `${'n'.repeat(300)}.pdf`, 'name is too long'],
  ])('says why it cannot write %s, and leaves nothing behind', async (_, name, reason) => {
    writeFileSync(join(folder, 'file'), 'old');
    mkdirSync(join(folder, 'folder'));
    await expect(writeFileAtomically(join(folder, name), bytes, { replace: true })).rejects.toMatchObject({
      name: 'FailureError',
      code: 'cannot-write',
      message: expect.stringContaining(reason),
    });
    expect(readdirSync(folder).sort()).toEqual(['file', 'folder']);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('old');
  });
});
