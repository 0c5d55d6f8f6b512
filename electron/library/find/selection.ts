import type { Selection } from '../../../shared/contract.ts';
import { parseSearchQuery } from '../../../shared/search/search-query.ts';
import type { ReadDatabase } from '../database.ts';
import { foundLetterIds } from './found-letters.ts';

/** The ids of the selected letters; ids that are no letter's are among them if they were given. */
export function selectedIds(db: ReadDatabase, selection: Selection): number[] {
  if ('letterIds' in selection) return [...selection.letterIds];
  const except = new Set(selection.except);
  const { terms } = parseSearchQuery(selection.query);
  return foundLetterIds(db, { terms, trash: selection.trash }).filter((id) => !except.has(id));
}

/** The selected letters with the names of their files, in the order of the selection. */
export function selectedLetters(db: ReadDatabase, selection: Selection): { id: number; fileName: string }[] {
  const name = db.prepare<[number], { id: number; fileName: string }>(
    'SELECT id, file_name AS fileName FROM letter WHERE id = ? AND deleted_at IS NULL',
  );
  return selectedIds(db, selection).flatMap((id) => name.get(id) ?? []);
}
