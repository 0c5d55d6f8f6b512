import { useCase } from '../stores/case.ts';
import { useHistory } from '../stores/history.ts';
import { rowOf, useLibrary } from '../stores/library.ts';
import { api, valueOrToast } from './api.ts';
import { countFacetsSoon } from './facet-service.ts';

/** Gives the open letter these tags instead of those that it has, each as a step that can be undone. */
export async function setLetterTags(tags: readonly string[]): Promise<void> {
  const letter = useCase.getState().view?.letter;
  if (!letter) return;
  const { id: letterId, tags: before } = letter;
  for (const tag of before.filter((each) => !tags.includes(each))) {
    if (!(await remove(letterId, tag))) return;
    useHistory.getState().push({
      label: `remove tag “${tag}”`,
      letterId,
      undo: () => add(letterId, tag),
      redo: () => remove(letterId, tag),
    });
  }
  for (const tag of tags.filter((each) => !before.includes(each))) {
    if (!(await add(letterId, tag))) return;
    useHistory.getState().push({
      label: `add tag “${tag}”`,
      letterId,
      undo: () => remove(letterId, tag),
      redo: () => add(letterId, tag),
    });
  }
}

async function add(letterId: number, tag: string): Promise<boolean> {
  if (!(await valueOrToast(api.addTag({ selection: { letterIds: [letterId] }, tag })))) return false;
  show(letterId, (tags) => [...tags.filter((each) => each !== tag), tag].sort());
  return true;
}

async function remove(letterId: number, tag: string): Promise<boolean> {
  if (!(await valueOrToast(api.removeTag({ selection: { letterIds: [letterId] }, tag })))) return false;
  show(letterId, (tags) => tags.filter((each) => each !== tag));
  return true;
}

function show(letterId: number, alter: (tags: readonly string[]) => string[]): void {
  const open = useCase.getState().view?.letter;
  const row = open?.id === letterId ? open : rowOf(letterId);
  if (!row) return;
  const changed = { ...row, tags: alter(row.tags) };
  useCase.getState().setLetter(changed);
  useLibrary.getState().updateRow(changed);
  countFacetsSoon();
}
