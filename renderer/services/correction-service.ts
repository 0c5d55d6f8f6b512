import { describeChange } from '../../shared/corrections/describe-change.ts';
import type { Change } from '../../shared/model/correction.ts';
import type { CaseView } from '../../shared/model/letter.ts';
import { fail, type Result } from '../../shared/result.ts';
import { useCase } from '../stores/case.ts';
import { useHistory } from '../stores/history.ts';
import { useLibrary } from '../stores/library.ts';
import { useToasts } from '../stores/toasts.ts';
import { api } from './api.ts';
import { flushDrafts } from './draft-saver.ts';

/** Corrects the open case, as a step that can be undone; gives why that was refused, or undefined once it is done. */
export async function correctCase(change: Change): Promise<string | undefined> {
  const letterId = useCase.getState().view?.letter.id;
  if (letterId === undefined) return undefined;
  const id = crypto.randomUUID();
  const result = await ask(() => api.addCorrection({ id, letterId, change }));
  if (!result.ok) return result.error.message;
  useHistory.getState().push({
    label: describeChange(change),
    letterId,
    undo: () => remove(id),
    redo: () => restore(id),
  });
  return undefined;
}

/** Corrects the open case and says so if that was refused; gives whether it is done. */
export async function correctOrTell(change: Change): Promise<boolean> {
  const refusal = await correctCase(change);
  if (refusal !== undefined) useToasts.getState().show({ kind: 'error', message: refusal });
  return refusal === undefined;
}

/** Takes one of the open case's corrections back, whenever it was made; that can be undone as well. */
export async function undoCorrection(id: string): Promise<void> {
  const view = useCase.getState().view;
  const correction = view?.corrections.find((each) => each.id === id);
  if (!correction || !(await remove(id))) return;
  // A step of its own: steps made since then know items by the ordinals that they had with this correction.
  useHistory.getState().push({
    label: `take back the correction: ${describeChange(correction.change)}`,
    letterId: correction.letterId,
    undo: () => restore(id),
    redo: () => remove(id),
  });
}

const remove = (id: string): Promise<boolean> => told(ask(() => api.removeCorrection({ id })));
const restore = (id: string): Promise<boolean> => told(ask(() => api.restoreCorrection({ id })));

/** Sends what is typed first, since items may have other ordinals afterwards; then shows the case as it has become. */
async function ask(request: () => Promise<Result<CaseView>>): Promise<Result<CaseView>> {
  if (!(await flushDrafts())) {
    return fail('cannot-write', 'Nothing was corrected: some of your notes could not be saved yet.');
  }
  const result = await request();
  if (result.ok) {
    useCase.getState().update(result.value);
    useLibrary.getState().updateRow(result.value.letter);
  }
  return result;
}

async function told(request: Promise<Result<CaseView>>): Promise<boolean> {
  const result = await request;
  if (!result.ok) useToasts.getState().show({ kind: 'error', message: result.error.message });
  return result.ok;
}
