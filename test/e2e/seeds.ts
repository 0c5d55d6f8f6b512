import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ParseOutput, parseOutputSchema } from '../../shared/model/letter-parse.ts';

const folder = new URL('../../seeds/', import.meta.url).pathname;

/** Paths of the five sample letters, in name order. */
export const seedPaths: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => join(folder, name));

/** The path of the seed whose name begins with these three digits. */
export function seedPath(digits: string): string {
  const path = seedPaths.find((each) => basename(each).startsWith(digits));
  if (!path) throw new Error(`No seed ${digits}`);
  return path;
}

/** The hand-checked parse of a seed. */
export function expectedParse(path: string): ParseOutput {
  const file = join(folder, 'expected', `${basename(path, '.txt')}.json`);
  return parseOutputSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
