/** What a reviewer does to many letters at once, and to what is no letter. */
import { randomUUID } from 'node:crypto';
import type { LibraryClient } from '../../electron/library/library-client.ts';
import { caseStatuses, type LetterRow } from '../../shared/model/letter.ts';
import type { Random } from '../corpus/random.ts';
import { write } from './acknowledge.ts';
import { authorKey, type Change, letterKey, letterValue, searchKey, statusKey, tagKey } from './facts.ts';

const tags = ['urgent', 'pain', 'to discuss'];

export async function changeMany(library: LibraryClient, rows: readonly LetterRow[], chance: Random): Promise<void> {
  const chosen = rows.filter(() => chance.chance(0.3));
  const selection = { letterIds: chosen.map(({ id }) => id) };
  const kind = chance.int(0, 3);
  const tag = chance.pick(tags);
  if (kind === 0) {
    const status = chance.pick([...caseStatuses]);
    const changes = chosen.map(({ sha256 }): Change => [statusKey(sha256), status]);
    await write(changes, () => library.setStatusOf(selection, status));
  } else if (kind === 1) {
    const changes = chosen.map(({ sha256 }): Change => [tagKey(sha256, tag), 'set']);
    await write(changes, () => library.addTag(selection, tag));
  } else if (kind === 2) {
    const changes = chosen.map(({ sha256 }): Change => [tagKey(sha256, tag), null]);
    await write(changes, () => library.removeTag(selection, tag));
  } else {
    // Some stay, to be worked on.
    const few = chosen.slice(0, 3);
    const changes = few.map(({ sha256 }): Change => [letterKey(sha256), letterValue(true)]);
    await write(changes, () => library.trashLetters({ letterIds: few.map(({ id }) => id) }));
  }
}

export async function emptyTrash(library: LibraryClient, chance: Random): Promise<void> {
  const { rows } = await library.listLetters({ query: '', trash: true, limit: 1000 });
  const chosen = rows.filter(() => chance.chance(0.6));
  const selection = { letterIds: chosen.map(({ id }) => id) };
  if (chance.chance(0.5)) {
    const changes = chosen.map(({ sha256 }): Change => [letterKey(sha256), letterValue(false)]);
    await write(changes, () => library.restoreLetters(selection));
    return;
  }
  const deleted = chosen.map(({ sha256 }) => sha256);
  await write([], () => library.deleteForever(selection), { deleted });
}

export async function changeSearches(library: LibraryClient, chance: Random): Promise<void> {
  const [first] = await library.savedSearches();
  if (first && chance.chance(0.4)) {
    await write([[searchKey(first.id), null]], () => library.deleteSavedSearch(first.id));
    return;
  }
  const search = { id: randomUUID(), name: 'Search', query: `age:${chance.int(20, 80)}` };
  await write([[searchKey(search.id), search.query]], () => library.saveSearch(search));
}

export async function changeAuthor(library: LibraryClient, chance: Random): Promise<void> {
  const author = `Dr. ${chance.int(1, 1e9)}`;
  await write([[authorKey, author]], () => library.setSettings({ author }));
}
