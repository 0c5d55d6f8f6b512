import { randomUUID } from 'node:crypto';
import { link, lstat, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FailureError } from '../../shared/result.ts';

/**
 * Writes a whole file or nothing: when it fails or the machine stops, `path` holds what it held before, or all of
 * `bytes`. When it returns, the bytes are on the disk. An existing file is replaced only with `replace`, even when
 * another program creates it at the same moment.
 * @throws FailureError `file-exists`, `cannot-write`, `disk-full`
 */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array,
  { replace }: { replace: boolean },
): Promise<void> {
  const draft = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    if (!replace && (await exists(path))) throw Object.assign(new Error(path), { code: 'EEXIST' });
    await writeDurably(draft, bytes);
    if (replace) await rename(draft, path);
    else await moveToFreeName(draft, path);
    await syncFolder(dirname(path));
  } catch (thrown) {
    throw failureOf(thrown, path, replace);
  } finally {
    await rm(draft, { force: true }).catch((thrown: unknown) => {
      // Without a folder there is no draft in it either; the write itself has reported that.
      if (codeOf(thrown) !== 'ENOTDIR') throw failureOf(thrown, path, replace);
    });
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return false;
    throw thrown;
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await using file = await open(path, 'wx');
  await file.writeFile(bytes);
  await file.sync();
}

/** Gives the draft its name if nothing has that name yet; a rename would replace what has it. */
async function moveToFreeName(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (thrown) {
    // Some file systems, such as those of memory sticks, have no hard links. There the name is taken first.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'].includes(codeOf(thrown))) throw thrown;
    await (await open(path, 'wx')).close();
    try {
      await rename(draft, path);
    } catch (refused) {
      await rm(path, { force: true });
      throw refused;
    }
  }
}

/** Makes the new name as durable as the bytes. Windows cannot open a folder for that, and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}

function failureOf(thrown: unknown, path: string, replace: boolean): FailureError {
  const name = basename(path);
  const options = { cause: thrown };
  switch (codeOf(thrown)) {
    case 'EEXIST':
      if (replace)
        return new FailureError('cannot-write', `“${name}” is a folder, so no file can be saved there.`, options);
      return new FailureError(
        'file-exists',
        `A file named “${name}” already exists there. It was not changed.`,
        options,
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new FailureError('disk-full', `“${name}” was not saved because the disk is full.`, options);
    case 'ENOENT':
    case 'ENOTDIR':
      return new FailureError('cannot-write', `“${name}” was not saved because its folder does not exist.`, options);
    case 'EISDIR':
    case 'ENOTEMPTY':
      return new FailureError('cannot-write', `“${name}” is a folder, so no file can be saved there.`, options);
    case 'EACCES':
    case 'EPERM':
      return new FailureError(
        'cannot-write',
        `“${name}” was not saved: you may not write there, or another program has the file open.`,
        options,
      );
    case 'EROFS':
      return new FailureError('cannot-write', `“${name}” was not saved because the disk is write-protected.`, options);
    case 'ENAMETOOLONG':
      return new FailureError('cannot-write', 'The file was not saved because its name is too long.', options);
    default: {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      return new FailureError('cannot-write', `“${name}” was not saved: ${reason}`, options);
    }
  }
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
}
