import { readdirSync, readFileSync } from 'node:fs';
import type { ParseOutput } from '../../../shared/model/letter-parse.ts';

const folder = new URL('../../fixtures/letters/', import.meta.url);

/** Made-up letters, each printed in another manner and named after it, with their hand-checked parse. */
export const fixtureLetters = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((file) => {
    const bytes = readFileSync(new URL(file, folder));
    const expected = JSON.parse(readFileSync(new URL(file.replace(/txt$/, 'json'), folder), 'utf8')) as ParseOutput;
    return { file, bytes, source: bytes.toString('utf8'), expected };
  });
