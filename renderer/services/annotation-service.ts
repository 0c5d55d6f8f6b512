import { describeTarget } from '../../shared/anchoring/describe-target.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Span } from '../../shared/model/span.ts';
import { useCase } from '../stores/case.ts';
import { draftKey } from '../stores/drafts.ts';
import { useHistory } from '../stores/history.ts';
import { rowOf, useLibrary } from '../stores/library.ts';
import { useToasts } from '../stores/toasts.ts';
import { api, valueOrToast } from './api.ts';
import { commitDraft, dropDraft, flushDrafts, markInProgress } from './draft-saver.ts';
import { countFacetsSoon } from './facet-service.ts';
import { announceStep } from './undoable.ts';

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
  useCase.getState().showCard(annotation.id);
  markInProgress(annotation.letterId);
  useHistory.getState().push({
    label: 'add highlight',
    letterId: annotation.letterId,
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
    letterId: annotation.letterId,
    undo: () => restore(annotation.id),
    redo: () => remove(annotation),
  };
  announceStep(step, 'Annotation deleted.');
}

/** What a person writes on an annotation. */
export interface NoteContent {
  readonly note: string;
  readonly tags: readonly string[];
}

/** Makes a change of an annotation's note or tags one step that can be undone. */
export function recordNoteEdit({ id, letterId }: Annotation, before: NoteContent, after: NoteContent): void {
  if (before.note === after.note && before.tags.join('\n') === after.tags.join('\n')) return;
  // A draft is never lost, so writing one cannot fail for good.
  const write = async ({ note, tags }: NoteContent) => {
    await commitDraft({ kind: 'annotation', id, note, tags });
    return true;
  };
  useHistory.getState().push({ label: 'edit note', letterId, undo: () => write(before), redo: () => write(after) });
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

async function restore(id: string): Promise<boolean> {
  const annotation = await valueOrToast(api.restoreAnnotation({ id }));
  if (annotation) show(annotation);
  return annotation !== undefined;
}

function show(annotation: Annotation): void {
  useCase.getState().putAnnotation(annotation);
  countNotes(annotation.letterId, 1);
}

/** Keeps the list's count in step without asking the library again. */
function countNotes(letterId: number, change: number): void {
  const row = rowOf(letterId);
  if (row) useLibrary.getState().updateRow({ ...row, noteCount: Math.max(0, row.noteCount + change) });
  // Its tags count with those of the letters.
  countFacetsSoon();
}
