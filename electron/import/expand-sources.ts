import { readdir, realpath, stat } from 'node:fs/promises';
import type { ImportSource } from '../../shared/contract.ts';
import { fail, type Result } from '../../shared/result.ts';
import { type FilePath, nameOfPath, nodePath, pathIn } from './file-path.ts';
import type { FileSource } from './read-source.ts';
import { isSystemFile } from './system-files.ts';

/** One file of an import, or the failure that stands for a source without files. */
export interface ImportFile {
  /** What the report calls it: the file's name, after the folder's name if a folder was given. */
  readonly name: string;
  readonly source: Result<FileSource>;
}

const byName = new Intl.Collator('en', { numeric: true });

/** Replaces every folder by the files in it and below, sorted by name, and keeps the order of the sources. */
export async function expandSources(sources: readonly ImportSource[]): Promise<ImportFile[]> {
  const files: ImportFile[] = [];
  for (const source of sources) {
    if ('path' in source && (await isFolder(source.path))) files.push(...(await filesIn(source.path)));
    else
      files.push({
        name: 'path' in source ? nameOfPath(source.path) : source.name,
        source: { ok: true, value: source },
      });
  }
  return files;
}

/** What cannot be looked at counts as a file: reading it will tell what is wrong with it. */
async function isFolder(path: FilePath): Promise<boolean> {
  return stat(nodePath(path)).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function filesIn(root: string): Promise<ImportFile[]> {
  const files: ImportFile[] = [];
  const visited = new Set<string>();

  async function walk(folder: FilePath, name: string): Promise<void> {
    try {
      const real = (await realpath(nodePath(folder), 'buffer')).toString('latin1');
      // A link may lead back to a folder above it.
      if (visited.has(real)) return;
      visited.add(real);
      const entries = (await readdir(nodePath(folder), 'buffer'))
        .map((bytes) => ({ bytes, entry: bytes.toString() }))
        .filter(({ entry }) => !isSystemFile(entry))
        .sort((a, b) => byName.compare(a.entry, b.entry));
      for (const { bytes, entry } of entries) {
        const path = pathIn(folder, bytes);
        if (await isFolder(path)) await walk(path, `${name}/${entry}`);
        else files.push({ name: `${name}/${entry}`, source: { ok: true, value: { path } } });
      }
    } catch {
      files.push({ name, source: fail('unreadable-file', 'This folder cannot be read.') });
    }
  }

  const rootName = nameOfPath(root) || root;
  await walk(root, rootName);
  return files.length > 0 ? files : [{ name: rootName, source: fail('not-found', 'This folder has no files in it.') }];
}
