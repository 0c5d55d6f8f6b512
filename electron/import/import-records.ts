import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ImportSource } from '../../shared/contract.ts';
import { removeDurably, syncFolder, writeTextDurably } from '../library/durable-files.ts';
import { storageFailure } from '../library/storage-failure.ts';

/** A folder in the library folder with a file for every import that runs. What is there at a start did not end. */
const folderName = 'running-imports';

const recordSchema = z.object({
  /** The files and folders that were given, as absolute paths. */
  paths: z.array(z.string()),
  /** How many files were given by their bytes, which are not kept. */
  withoutPath: z.int(),
});
export type ImportRecord = Readonly<z.infer<typeof recordSchema>>;

/** What is imported right now, on disk, so that it can go on after a crash or a quit. */
export interface ImportRecords {
  /** What the imports that did not end were given, all together; undefined when all have ended. */
  left(): ImportRecord | undefined;
  /** Takes out the records that `left` is of. */
  forgetLeft(): void;
  /** @throws FailureError `cannot-write`, `disk-full` */
  begin(importId: string, sources: readonly ImportSource[]): void;
  /** @throws FailureError `cannot-write` */
  end(importId: string): void;
}

/** Reads what earlier runs of the program left behind in the library folder. */
export function openImportRecords(libraryFolder: string): ImportRecords {
  const folder = join(libraryFolder, folderName);
  const fileOf = (name: string) => join(folder, name);
  let left = namesIn(folder).map((name) => ({ name, record: readRecord(fileOf(name)) }));
  return {
    left: () => {
      if (left.length === 0) return undefined;
      return {
        paths: left.flatMap(({ record }) => record.paths),
        withoutPath: left.reduce((sum, { record }) => sum + record.withoutPath, 0),
      };
    },
    forgetLeft: () => {
      inStorage(libraryFolder, () => {
        for (const { name } of left) removeDurably(fileOf(name));
      });
      left = [];
    },
    begin: (importId, sources) => {
      const paths = sources.flatMap((source) => ('path' in source ? [source.path] : []));
      const record: ImportRecord = { paths, withoutPath: sources.length - paths.length };
      inStorage(libraryFolder, () => {
        if (mkdirSync(folder, { recursive: true }) !== undefined) syncFolder(libraryFolder);
        writeTextDurably(fileOf(`${importId}.json`), JSON.stringify(record));
      });
    },
    end: (importId) => inStorage(libraryFolder, () => removeDurably(fileOf(`${importId}.json`))),
  };
}

/**
 * The names of the records; a draft of one that a crash cut short is none. A folder that cannot be read must not keep
 * the library shut: the next import will say what is wrong with it.
 */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch (thrown) {
    const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    if (!isMissing) console.error('Whether an import was interrupted cannot be told:', thrown);
    return [];
  }
}

/** A record that cannot be read says no more than that there was an import; that must not keep the library shut. */
function readRecord(path: string): ImportRecord {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (thrown) {
    console.error(`What an interrupted import was given cannot be read from ${path}:`, thrown);
    return { paths: [], withoutPath: 0 };
  }
}

function inStorage(libraryFolder: string, work: () => void): void {
  try {
    work();
  } catch (thrown) {
    throw storageFailure(thrown, libraryFolder);
  }
}
