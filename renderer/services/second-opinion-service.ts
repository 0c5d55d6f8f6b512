import type { Draft } from '../stores/drafts.ts';
import { useHistory } from '../stores/history.ts';
import { commitDraft } from './draft-saver.ts';

type Opinion = Extract<Draft, { kind: 'second-opinion' }>;

/** Makes a change of verdict or reason one step that can be undone. */
export function recordOpinionEdit(before: Opinion, after: Opinion): void {
  if (before.verdict === after.verdict && before.reason === after.reason) return;
  // A draft is never lost, so writing one cannot fail for good.
  const write = async (opinion: Opinion) => {
    await commitDraft(opinion);
    return true;
  };
  useHistory.getState().push({
    label: `change second opinion on item ${after.ordinal}`,
    letterId: after.letterId,
    undo: () => write(before),
    redo: () => write(after),
  });
}
