/**
 * A process that works on a library without end, and says on stdout what it is about to do and what was acknowledged:
 * `worker.ts DIR SEED KNOWN`, where KNOWN is a JSON array of the backups that may be restored.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createImporter } from '../../electron/import/import-service.ts';
import { type LibraryClient, openLibraryClient } from '../../electron/library/library-client.ts';
import { parserVersion } from '../../shared/letter/parse-letter.ts';
import type { LetterRow } from '../../shared/model/letter.ts';
import { random } from '../corpus/random.ts';
import { contentOf, realLetter } from '../unit/library/real-letter.ts';
import { acknowledge, say, write } from './acknowledge.ts';
import { changeAuthor, changeMany, changeSearches, emptyTrash } from './batch-work.ts';
import { annotate, changeNote, correct, giveOpinion, readAgain } from './case-work.ts';
import { type Change, letterKey, letterValue, parserKey, statusKey } from './facts.ts';

const [dir = '', seed = '', known = '[]'] = process.argv.slice(2);
const chance = random(seed);
const restorable = new Set<string>(JSON.parse(known));
const letterText = readFileSync(new URL('../fixtures/letters/narrow-column.txt', import.meta.url), 'utf8');

const newText = () => `${letterText}\nLetter ${randomUUID()}.\n`;
const sumOf = (text: string) => createHash('sha256').update(text).digest('hex');

const added = (sha256: string): Change[] => [
  [letterKey(sha256), letterValue(false)],
  [statusKey(sha256), 'new'],
  [parserKey(sha256), String(parserVersion)],
];

async function addLetters(library: LibraryClient): Promise<void> {
  const texts = Array.from({ length: chance.int(1, 4) }, newText);
  const letters = texts.map((text) => realLetter(text, contentOf(text)));
  await write(
    letters.flatMap(({ sha256 }) => added(sha256)),
    () => library.addLetters(letters),
  );
}

/** Through workers, as the app does; each letter may or may not be in when the process dies. */
async function importFiles(library: LibraryClient): Promise<void> {
  const texts = Array.from({ length: chance.int(5, 30) }, newText);
  const importer = createImporter({ library, threads: 1 });
  const sources = texts.map((text, index) => ({ name: `${index}.txt`, bytes: Buffer.from(text) as never }));
  await write(
    texts.flatMap((text) => added(sumOf(text))),
    () => importer.whenDone(importer.start(sources)),
    { atomic: false },
  );
  await importer.close();
}

async function backUp(library: LibraryClient): Promise<void> {
  await acknowledge({ kind: 'back-up' }, async () => {
    const { name } = await library.backUp();
    restorable.add(name);
    return name;
  });
}

async function restore(library: LibraryClient): Promise<void> {
  const names = (await library.listBackups()).map(({ name }) => name).filter((name) => restorable.has(name));
  if (names.length === 0) return;
  const name = chance.pick(names);
  await acknowledge({ kind: 'restore', name }, async () => {
    await library.restoreBackup(name);
    return undefined;
  });
}

async function workOnce(library: LibraryClient): Promise<void> {
  const { rows } = await library.listLetters({ query: '', limit: 1000 });
  if (rows.length < 2) return addLetters(library);
  const kind = chance.int(0, 99);
  if (kind < 8) return addLetters(library);
  if (kind < 10) return importFiles(library);
  if (kind < 14) return backUp(library);
  if (kind < 17) return restore(library);
  if (kind < 27) return changeMany(library, rows, chance);
  if (kind < 31) return emptyTrash(library, chance);
  if (kind < 34) return changeSearches(library, chance);
  if (kind < 36) return changeAuthor(library, chance);
  const view = await library.openCase(chance.pick<LetterRow>(rows).id);
  if (kind < 55) return annotate(library, view, chance);
  if (kind < 67) return changeNote(library, view, chance);
  if (kind < 80) return giveOpinion(library, view, chance);
  if (kind < 90) return correct(library, view, chance);
  return readAgain(library, view, chance);
}

for (;;) {
  // Letters are checked in idle time as well, which here is any.
  const library = await openLibraryClient({ dir, quiet: 0 });
  say({ kind: 'opened' });
  for (let left = chance.int(20, 60); left > 0; left--) await workOnce(library);
  await library.close();
}
