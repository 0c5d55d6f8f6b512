/**
 * A process that works on a library without end, and says on stdout what it is about to do and what was acknowledged:
 * `worker.ts DIR SEED KNOWN`, where KNOWN is a JSON array of the backups that may be restored.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';
import { createImporter } from '../../electron/import/import-service.ts';
import { type LibraryClient, openLibraryClient } from '../../electron/library/library-client.ts';
import type { CaseView, LetterRow } from '../../shared/model/letter.ts';
import { type Random, random } from '../corpus/random.ts';
import { contentOf, realLetter } from '../unit/library/real-letter.ts';
import { sampleAnnotation } from '../unit/library/sample-letter.ts';
import {
  correctionKey,
  correctionValue,
  type Intent,
  type Line,
  letterKey,
  noteKey,
  noteValue,
  opinionKey,
} from './facts.ts';

const [dir = '', seed = '', known = '[]'] = process.argv.slice(2);
const chance = random(seed);
const restorable = new Set<string>(JSON.parse(known));
const letterText = readFileSync(new URL('../fixtures/letters/narrow-column.txt', import.meta.url), 'utf8');

// Written at once: what was said before the process is killed has been said.
const say = (line: Line) => writeSync(1, `${JSON.stringify(line)}\n`);

async function acknowledge(intent: Intent, work: () => Promise<string | undefined>): Promise<void> {
  say({ kind: 'will', intent });
  const name = await work();
  say({ kind: 'did', ...(name !== undefined && { name }) });
}

const write = (facts: [string, string][], work: () => Promise<unknown>, atomic = true) =>
  acknowledge({ kind: 'write', atomic, facts }, async () => {
    await work();
    return undefined;
  });

const newText = () => `${letterText}\nLetter ${randomUUID()}.\n`;
const sumOf = (text: string) => createHash('sha256').update(text).digest('hex');
const author = 'Dr. Torture';

async function addLetters(library: LibraryClient): Promise<void> {
  const texts = Array.from({ length: chance.int(1, 4) }, newText);
  const letters = texts.map((text) => realLetter(text, contentOf(text)));
  await write(
    letters.map(({ sha256 }) => [letterKey(sha256), 'there']),
    () => library.addLetters(letters),
  );
}

/** Through workers, as the app does; each letter may or may not be in when the process dies. */
async function importFiles(library: LibraryClient): Promise<void> {
  const texts = Array.from({ length: chance.int(5, 30) }, newText);
  const importer = createImporter({ library, threads: 1 });
  const sources = texts.map((text, index) => ({ name: `${index}.txt`, bytes: Buffer.from(text) as never }));
  await write(
    texts.map((text) => [letterKey(sumOf(text)), 'there']),
    () => importer.whenDone(importer.start(sources)),
    false,
  );
  await importer.close();
}

async function annotate(library: LibraryClient, { letter, parse }: CaseView): Promise<void> {
  const note = `note ${chance.int(0, 1e9)} ${'word '.repeat(chance.int(0, 300))}`;
  const quote = parse.readingText.slice(0, 12);
  const annotation = sampleAnnotation(letter.id, parse.readingText, quote, { note });
  await write([[noteKey(annotation.id), noteValue(note, false)]], () => library.createAnnotation(annotation));
}

async function changeNote(library: LibraryClient, { annotations }: CaseView): Promise<void> {
  if (annotations.length === 0) return;
  const { id, note } = chance.pick(annotations);
  if (chance.chance(0.3)) {
    await write([[noteKey(id), noteValue(note, true)]], () => library.deleteAnnotation(id));
    if (chance.chance(0.5)) await write([[noteKey(id), note]], () => library.restoreAnnotation(id));
  } else {
    const changed = `changed ${chance.int(0, 1e9)}`;
    await write([[noteKey(id), changed]], () => library.updateAnnotation({ id, note: changed }));
  }
}

async function giveOpinion(library: LibraryClient, { letter, parse }: CaseView): Promise<void> {
  const [item] = parse.case.items;
  if (!item) return;
  const reason = `reason ${chance.int(0, 1e9)}`;
  const opinion = { letterId: letter.id, ordinal: 1, itemTitle: item.title, reason, author };
  await write([[opinionKey(letter.sha256), reason]], () => library.saveSecondOpinion(opinion));
}

async function correct(library: LibraryClient, { letter, corrections }: CaseView): Promise<void> {
  if (corrections.length > 0 && chance.chance(0.5)) {
    const { id } = chance.pick(corrections);
    await write([[correctionKey(id), correctionValue(true)]], () => library.removeCorrection(id));
    return;
  }
  const id = randomUUID();
  const change = { kind: 'set-fact', set: { fact: 'patient.age', value: chance.int(20, 80) } } as const;
  await write([[correctionKey(id), correctionValue(false)]], () =>
    library.addCorrection({ id, letterId: letter.id, change, author }),
  );
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

async function workOnce(library: LibraryClient, draw: Random): Promise<void> {
  const { rows } = await library.listLetters({ query: '', limit: 1000 });
  if (rows.length === 0) return addLetters(library);
  const kind = draw.int(0, 99);
  if (kind < 8) return addLetters(library);
  if (kind < 10) return importFiles(library);
  if (kind < 14) return backUp(library);
  if (kind < 17) return restore(library);
  const view = await library.openCase(draw.pick<LetterRow>(rows).id);
  if (kind < 50) return annotate(library, view);
  if (kind < 65) return changeNote(library, view);
  if (kind < 85) return giveOpinion(library, view);
  return correct(library, view);
}

for (;;) {
  const library = await openLibraryClient({ dir });
  say({ kind: 'opened' });
  for (let left = chance.int(20, 60); left > 0; left--) await workOnce(library, chance);
  await library.close();
}
