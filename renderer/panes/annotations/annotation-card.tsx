import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { IconButton } from '../../components/button.tsx';
import { currentContent, deleteAnnotation, recordNoteEdit } from '../../services/annotation-service.ts';
import { editDraft } from '../../services/draft-saver.ts';
import { useCase } from '../../stores/case.ts';
import { selectDraft, useDrafts } from '../../stores/drafts.ts';
import styles from './annotation-card.module.css';
import { TagsInput } from './tags-input.tsx';

/** One highlight with its quote, its note and its tags; all of it is edited in place. */
export function AnnotationCard({ annotation, number }: { annotation: Annotation; number: number }) {
  const { id, target, author, createdAt } = annotation;
  const active = useCase(({ activeAnnotation }) => activeAnnotation === id);
  const writing = useCase(({ writingNote }) => writingNote === id);
  const draft = useDrafts(selectDraft('annotation', `annotation:${id}`));
  const { note, tags } = draft ?? annotation;
  const card = useRef<HTMLElement>(null);
  const editor = useRef<HTMLTextAreaElement>(null);
  const before = useRef<{ note: string; tags: readonly string[] }>(undefined);

  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  useEffect(() => {
    if (!writing) return;
    editor.current?.focus();
    useCase.getState().writeNote(undefined);
  }, [writing]);

  const change = (changed: { note?: string; tags?: readonly string[] }) =>
    editDraft({ kind: 'annotation', id, note, tags, ...changed });
  const beginEdit = () => {
    before.current ??= { note, tags };
    useCase.getState().activate(id);
  };
  const endEdit = () => {
    if (before.current) recordNoteEdit(before.current, { id, ...currentContent(annotation) });
    before.current = undefined;
  };

  return (
    <article
      ref={card}
      className={styles['card']}
      data-active={active || undefined}
      data-annotation={number}
      aria-label={`Annotation ${number}`}
      onFocus={beginEdit}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || endEdit()}
    >
      <button
        type="button"
        className={styles['quote']}
        title={annotation.anchored ? 'Show in the letter' : undefined}
        disabled={!annotation.anchored}
        onClick={() => useCase.getState().revealSpan(target)}
      >
        <span className={styles['number']}>{number}</span>
        <q>{target.quote.exact}</q>
      </button>
      <textarea
        ref={editor}
        className={styles['note']}
        aria-label={`Note ${number}`}
        placeholder="Add a note"
        value={note}
        onChange={(event) => change({ note: event.target.value })}
      />
      <TagsInput label={`Tags of annotation ${number}`} tags={tags} onChange={(next) => change({ tags: next })} />
      <footer className={styles['foot']}>
        <span className={styles['author']}>{author}</span>
        <time dateTime={createdAt} title={new Date(createdAt).toLocaleString()}>
          {shortTime(createdAt)}
        </time>
        <IconButton label="Delete annotation" onPress={() => void deleteAnnotation(annotation)}>
          <Trash2 aria-hidden />
        </IconButton>
      </footer>
    </article>
  );
}

const shortTime = (iso: string): string =>
  new Date(iso).toLocaleString(undefined, { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });
