import { parse } from 'node:path';
import type { LetterRow } from '../../shared/model/letter.ts';

/** Bytes of a file name that every file system takes, with room for an extension and a number. */
const maxBytes = 200;

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Gives every letter a file name without extension that is safe on every system, and used once: letters whose files
 * have the same name get their number after it.
 */
export function createOutputNames(): (letter: Pick<LetterRow, 'id' | 'fileName'>) => string {
  const used = new Set<string>();
  const key = (name: string) => name.normalize('NFC').toLowerCase();
  return ({ id, fileName }) => {
    let name = safeName(parse(fileName).name);
    while (used.has(key(name))) name = `${name} (${id})`;
    used.add(key(name));
    return name;
  };
}

function safeName(stem: string): string {
  let cleaned = stem.toWellFormed().replace(/[<>:"/\\|?*\p{Cc}\p{Cf}]/gu, '_');
  while (/[. ]$/.test(cleaned)) cleaned = cleaned.slice(0, -1);
  cleaned = cleaned.trim();
  let name = '';
  for (const character of cleaned) {
    if (Buffer.byteLength(name + character) > maxBytes) break;
    name += character;
  }
  name ||= 'letter';
  return reserved.test(name) || name.startsWith('.') ? `_${name}` : name;
}
