import { type Step, useHistory } from '../stores/history.ts';
import { useToasts } from '../stores/toasts.ts';

/** Remembers a step that was made, and says what was done with a way to take it back at once. */
export function announceStep(step: Step, message: string, topic?: string): void {
  useHistory.getState().push(step);
  const undo = async () => {
    const outcome = await useHistory.getState().undo(step);
    // Why it did not go well has been said where it failed.
    if (!outcome) useToasts.getState().show({ kind: 'info', message: 'This cannot be undone any more.', topic });
  };
  useToasts.getState().show({ kind: 'info', message, topic, action: { label: 'Undo', run: () => void undo() } });
}
