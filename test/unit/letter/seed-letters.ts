import { readdirSync, readFileSync } from 'node:fs';
import type { ParseOutput } from '../../../shared/model/letter-parse.ts';

const folder = new URL('../../../seeds/', import.meta.url);

/** One of the real letters, with its hand-checked parse. */
export interface SeedLetter {
  readonly file: string;
  readonly bytes: Buffer;
  readonly source: string;
  readonly expected: ParseOutput;
}

export const seedLetters: readonly SeedLetter[] = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((file) => {
    const bytes = readFileSync(new URL(file, folder));
    const expected = readFileSync(new URL(`expected/${file.replace(/\.txt$/, '.json')}`, folder), 'utf8');
    return { file, bytes, source: bytes.toString('utf8'), expected: JSON.parse(expected) };
  });
