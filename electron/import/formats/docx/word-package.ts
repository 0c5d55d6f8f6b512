import { posix } from 'node:path';
import { FailureError } from '../../../../shared/result.ts';
import type { ArchiveEntry } from '../../archive/archive-entry.ts';
import { readEntry } from '../../archive/read-entry.ts';
import { listEntries } from '../../archive/zip-file.ts';
import { readXml } from './read-xml.ts';

/** A reference from one part of a Word file to another. References out of the file are left out: none is followed. */
export interface Relationship {
  /** The last part of the relationship's type: `header`, `footnotes`, `officeDocument`… */
  readonly kind: string;
  /** The name of the part. */
  readonly part: string;
}

/** The largest part that is read, in bytes, unpacked: some hundred times that of a long letter. */
const maxPartBytes = 20 * 1024 * 1024;

/** The parts of a Word file (ECMA-376, part 2: Open Packaging Conventions). */
export interface WordPackage {
  readonly hasPart: (name: string) => boolean;
  readonly readPart: (name: string) => Promise<Uint8Array>;
  /** The references of a part, or of the whole file for an empty name. */
  readonly relationships: (name: string) => Promise<Relationship[]>;
}

/** @throws FailureError `damaged-file`, `too-large`, and as reading an archive does */
export async function openWordPackage(bytes: Uint8Array): Promise<WordPackage> {
  const parts = new Map<string, ArchiveEntry>();
  for (const entry of await listEntries({ bytes })) parts.set(entry.name.toLowerCase(), entry);

  async function readPart(name: string): Promise<Uint8Array> {
    const entry = parts.get(name.toLowerCase());
    if (!entry) throw new FailureError('damaged-file', 'This Word file is damaged: a part of it is missing.');
    if (entry.size > maxPartBytes) {
      throw new FailureError('too-large', 'This Word file holds far more text than a letter has; it was not read.');
    }
    return readEntry({ bytes }, entry);
  }

  return {
    hasPart: (name) => parts.has(name.toLowerCase()),
    readPart,
    relationships: async (name) => {
      const folder = posix.dirname(name);
      const part = posix.join(folder, '_rels', `${posix.basename(name)}.rels`);
      if (!parts.has(part.toLowerCase())) return [];
      const found: Relationship[] = [];
      readXml(await readPart(part), {
        open: ({ local, attributes }) => {
          const { Type, Target, TargetMode } = attributes;
          if (local !== 'Relationship' || !Type || !Target || TargetMode?.value === 'External') return;
          const target = posix.join('/', Target.value.startsWith('/') ? '' : folder, Target.value).slice(1);
          found.push({ kind: Type.value.slice(Type.value.lastIndexOf('/') + 1), part: target });
        },
      });
      return found;
    },
  };
}
