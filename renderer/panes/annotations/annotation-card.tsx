import { Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { CardButton } from '../../components/button.tsx';
import { printedTime } from '../../components/printed-time.ts';
import { focusText } from '../../components/reading-text/text-places.ts';
import { TagsInput } from '../../components/tags-input.tsx';
import { deleteAnnotation, type NoteContent, recordNoteEdit } from '../../services/annotation-service.ts';
import { commitDraft, editDraft } from '../../services/draft-saver.ts';
import { useCase } from '../../stores/case.ts';
import { selectDraft, useDrafts } from '../../stores/drafts.ts';
import styles from './annotation-card.module.css';

/** One highlight with its quote, its note and its tags; all of it is edited in place. */
export function AnnotationCard({ annotation, number }: { annotation: Annotation; number: number }) {
  const { id, target, author, createdAt } = annotation;
  const active = useCase(({ activeAnnotation }) => activeAnnotation === id);
  const writing = useCase(({ writingNote }) => writingNote === id);
  const called = useCase(({ calledCard }) => (calledCard?.id === id ? calledCard : undefined));
  const draft = useDrafts(selectDraft('annotation', `annotation:${id}`));
  const { note, tags } = draft ?? annotation;
  const card = useRef<HTMLElement>(null);
  const editor = useRef<HTMLTextAreaElement>(null);
  /** The content before the edit that is under way. */
  const before = useRef<NoteContent>(undefined);

  useEffect(() => {
    if (called) card.current?.scrollIntoView({ block: 'nearest' });
  }, [called]);
  useEffect(() => {
    if (!writing) return;
    editor.current?.focus();
    useCase.getState().writeNote(undefined);
  }, [writing]);

  const writeNote = (text: string) => {
    before.current ??= { note, tags };
    editDraft({ kind: 'annotation', id, note: text, tags });
  };
  const endNote = () => {
    if (before.current) recordNoteEdit(annotation, before.current, { note, tags });
    before.current = undefined;
  };
  const setTags = (next: readonly string[]) => {
    recordNoteEdit(annotation, { note, tags }, { note, tags: next });
    void commitDraft({ kind: 'annotation', id, note, tags: next });
  };
  const backToText = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && annotation.anchored) focusText(target);
  };
  const remove = () => {
    // The focus goes to a neighbour before it would be lost with the card.
    const neighbour = card.current?.nextElementSibling ?? card.current?.previousElementSibling;
    neighbour?.querySelector('button')?.focus();
    void deleteAnnotation(annotation);
  };

  return (
    <article
      ref={card}
      className={styles['card']}
      data-active={active || undefined}
      data-annotation={number}
      aria-label={`Annotation ${number}`}
      onFocus={() => useCase.getState().activate(id)}
      onKeyDown={backToText}
    >
      <button
        type="button"
        className={styles['quote']}
        title={annotation.anchored ? 'Show in the letter' : undefined}
        disabled={!annotation.anchored}
        onClick={() => useCase.getState().revealSpan(target)}
      >
        <span className={styles['number']}>{number}</span> <q>{target.quote.exact}</q>
      </button>
      <textarea
        ref={editor}
        className={styles['note']}
        aria-label={`Note ${number}`}
        placeholder="Add a note"
        value={note}
        onChange={(event) => writeNote(event.target.value)}
        onBlur={endNote}
      />
      <TagsInput label={`Tags of annotation ${number}`} tags={tags} onChange={setTags} />
      <footer className={styles['foot']}>
        <span className={styles['author']} title={author}>
          {author}
        </span>
        <time dateTime={createdAt} title={printedTime(createdAt)}>
          {shortTime(createdAt)}
        </time>
        <CardButton label="Delete annotation" onClick={remove}>
          <Trash2 aria-hidden />
        </CardButton>
      </footer>
    </article>
  );
}

const format = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});
const shortTime = (iso: string): string => format.format(new Date(iso));
