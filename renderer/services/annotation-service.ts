import { describeTarget } from '../../shared/anchoring/describe-target.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Span } from '../../shared/model/span.ts';
import { useCase } from '../stores/case.ts';
import { draftKey, useDrafts } from '../stores/drafts.ts';
import { useHistory } from '../stores/history.ts';
import { useLibrary } from '../stores/library.ts';
import { useToasts } from '../stores/toasts.ts';
import { api, valueOrToast } from './api.ts';
import { commitDraft, dropDraft, flushDrafts, markInProgress } from './draft-saver.ts';

/** Highlights a span of the open letter; gives the new annotation once it is saved. */
export async function createAnnotation(span: Span): Promise<Annotation | undefined> {
  const view = useCase.getState().view;
  if (!view) return undefined;
  const annotation = await valueOrToast(
    api.createAnnotation({
      id: crypto.randomUUID(),
      letterId: view.letter.id,
      target: describeTarget(view.parse.readingText, span),
      note: '',
      tags: [],
    }),
  );
  if (!annotation) return undefined;
  show(annotation);
  useCase.getState().activate(annotation.id);
  markInProgress(annotation.letterId);
  useHistory.getState().push({
    label: 'add highlight',
    undo: () => remove(annotation),
    redo: () => restore(annotation.id),
  });
  return annotation;
}

/** Deletes an annotation (softly) and offers to bring it back. */
export async function deleteAnnotation(annotation: Annotation): Promise<void> {
  // What is still being typed belongs to the annotation: it must be there when the deletion is undone.
  await flushDrafts();
  if (!(await remove(annotation))) return;
  const step = {
    label: 'delete annotation',
    undo: () => restore(annotation.id),
    redo: () => remove(annotation),
  };
  useHistory.getState().push(step);
  useToasts.getState().show({
    kind: 'info',
    message: 'Annotation deleted.',
    action: {
      label: 'Undo',
      run: () => {
        // Through the history when it is still the last step, so that it cannot be undone twice.
        if (useHistory.getState().done.at(-1) === step) void useHistory.getState().undo();
        else void restore(annotation.id);
      },
    },
  });
}

/** Writes a note and its tags as one undoable step; `before` is what they were when editing began. */
export function recordNoteEdit(
  before: { note: string; tags: readonly string[] },
  after: { id: string; note: string; tags: readonly string[] },
): void {
  if (before.note === after.note && before.tags.join('\n') === after.tags.join('\n')) return;
  const write = (content: { note: string; tags: readonly string[] }) =>
    commitDraft({ kind: 'annotation', id: after.id, note: content.note, tags: content.tags });
  useHistory.getState().push({ label: 'edit note', undo: () => write(before), redo: () => write(after) });
}

async function remove({ id, letterId }: Annotation): Promise<boolean> {
  const result = await api.deleteAnnotation({ id });
  if (!result.ok) {
    useToasts.getState().show({ kind: 'error', message: result.error.message });
    return false;
  }
  dropDraft(draftKey({ kind: 'annotation', id, note: '', tags: [] }));
  useCase.getState().removeAnnotation(id);
  countNotes(letterId, -1);
  return true;
}

async function restore(id: string): Promise<void> {
  const annotation = await valueOrToast(api.restoreAnnotation({ id }));
  if (annotation) show(annotation);
}

function show(annotation: Annotation): void {
  useCase.getState().putAnnotation(annotation);
  countNotes(annotation.letterId, 1);
}

/** Keeps the list's count in step without asking the library again. */
function countNotes(letterId: number, change: number): void {
  const row = useLibrary.getState().rows.find(({ id }) => id === letterId);
  if (row) useLibrary.getState().updateRow({ ...row, noteCount: Math.max(0, row.noteCount + change) });
}

/** The note and tags of an annotation as they stand on screen: the draft while there is one. */
export function currentContent(annotation: Annotation): { note: string; tags: readonly string[] } {
  const draft = useDrafts.getState().pending[`annotation:${annotation.id}`]?.draft;
  return draft?.kind === 'annotation' ? draft : annotation;
}
