/** What a reviewer does to one letter. */
import { randomUUID } from 'node:crypto';
import type { LibraryClient } from '../../electron/library/library-client.ts';
import { packContent } from '../../electron/library/packed-content.ts';
import type { CaseView, LetterRow } from '../../shared/model/letter.ts';
import type { Random } from '../corpus/random.ts';
import { contentOf } from '../unit/library/real-letter.ts';
import { sampleAnnotation } from '../unit/library/sample-letter.ts';
import { write } from './acknowledge.ts';
import {
  type Change,
  correctionKey,
  correctionValue,
  noteKey,
  noteValue,
  opinionKey,
  parserKey,
  statusKey,
} from './facts.ts';

export const author = 'Dr. Torture';

/** Who writes about a new case begins to work on it. */
const begun = ({ sha256, status }: LetterRow): Change => [statusKey(sha256), status === 'new' ? 'in-progress' : status];

export async function annotate(library: LibraryClient, { letter, parse }: CaseView, chance: Random): Promise<void> {
  const note = `note ${chance.int(0, 1e9)} ${'word '.repeat(chance.int(0, 300))}`;
  const quote = parse.readingText.slice(0, 12);
  const annotation = sampleAnnotation(letter.id, parse.readingText, quote, { note });
  const changes: Change[] = [[noteKey(letter.sha256, annotation.id), noteValue(note, false)], begun(letter)];
  await write(changes, () => library.createAnnotation(annotation));
}

export async function changeNote(
  library: LibraryClient,
  { letter, annotations }: CaseView,
  chance: Random,
): Promise<void> {
  if (annotations.length === 0) return;
  const { id, note } = chance.pick(annotations);
  if (chance.chance(0.3)) {
    await write([[noteKey(letter.sha256, id), noteValue(note, true)]], () => library.deleteAnnotation(id));
    if (chance.chance(0.5)) await write([[noteKey(letter.sha256, id), note]], () => library.restoreAnnotation(id));
  } else {
    const changed = `changed ${chance.int(0, 1e9)}`;
    await write([[noteKey(letter.sha256, id), changed]], () => library.updateAnnotation({ id, note: changed }));
  }
}

export async function giveOpinion(library: LibraryClient, { letter, parse }: CaseView, chance: Random): Promise<void> {
  const [item] = parse.case.items;
  if (!item) return;
  const reason = `reason ${chance.int(0, 1e9)}`;
  const opinion = { letterId: letter.id, ordinal: 1, itemTitle: item.title, reason, author };
  await write([[opinionKey(letter.sha256), reason], begun(letter)], () => library.saveSecondOpinion(opinion));
}

export async function correct(library: LibraryClient, view: CaseView, chance: Random): Promise<void> {
  const { letter, corrections } = view;
  if (corrections.length > 0 && chance.chance(0.5)) {
    const { id } = chance.pick(corrections);
    await write([[correctionKey(letter.sha256, id), correctionValue(true)]], () => library.removeCorrection(id));
    return;
  }
  const id = randomUUID();
  const change = { kind: 'set-fact', set: { fact: 'patient.age', value: chance.int(20, 80) } } as const;
  const changes: Change[] = [[correctionKey(letter.sha256, id), correctionValue(false)], begun(letter)];
  await write(changes, () => library.addCorrection({ id, letterId: letter.id, change, author }));
}

/** As a newer parser does: the same letter, which it reads a little otherwise. */
export async function readAgain(library: LibraryClient, { letter, parse }: CaseView, chance: Random): Promise<void> {
  const parserVersion = chance.int(1000, 1e9);
  const content = { ...contentOf(`${parse.readingText}\n\nRead again ${parserVersion}.`), parserVersion };
  await write([[parserKey(letter.sha256), String(parserVersion)]], () =>
    library.replaceParse(letter.id, packContent(content)),
  );
}
