import type { Annotation, Quote, Target } from '../../shared/model/annotation.ts';
import { compareAnnotations } from '../../shared/model/text-order.ts';
import { FailureError } from '../../shared/result.ts';
import { inTransaction, type ReadDatabase, type WriteDatabase } from './database.ts';
import { readReadingText } from './letter-content.ts';
import { markBegun } from './letters.ts';
import type { AnnotationChange, NewAnnotation } from './library-api.ts';

const select = `
  SELECT id, letter_id AS letterId, span_start AS start, span_end AS end, quote, note, tags, author,
    created_at AS createdAt, updated_at AS updatedAt, anchored, deleted_at AS deletedAt
  FROM annotation`;

interface StoredAnnotation {
  id: string;
  letterId: number;
  start: number;
  end: number;
  quote: string;
  note: string;
  tags: string;
  author: string;
  createdAt: string;
  updatedAt: string;
  anchored: 0 | 1;
  deletedAt: string | null;
}

function toAnnotation({ start, end, quote, tags, anchored, deletedAt: _, ...stored }: StoredAnnotation): Annotation {
  return {
    ...stored,
    target: { start, end, quote: JSON.parse(quote) as Quote },
    tags: JSON.parse(tags) as string[],
    anchored: anchored === 1,
  };
}

/** The annotations of a letter, in text order. */
export function annotationsOf(db: ReadDatabase, letterId: number): Annotation[] {
  return db
    .prepare<[number], StoredAnnotation>(`${select} WHERE letter_id = ? AND deleted_at IS NULL`)
    .all(letterId)
    .map(toAnnotation)
    .sort(compareAnnotations);
}

/**
 * Creates an annotation once: repeated with the same id, it answers with what is stored.
 * @throws FailureError `no-such-letter`, `invalid-input`, or `no-such-annotation` when it was deleted meanwhile
 */
export function createAnnotation(db: WriteDatabase, annotation: NewAnnotation): Annotation {
  return inTransaction(db, () => {
    const existing = find(db, annotation.id);
    if (existing) return sameTarget(existing, annotation);
    assertQuoted(readReadingText(db, annotation.letterId), annotation.target);
    const now = new Date().toISOString();
    const { start, end, quote } = annotation.target;
    db.prepare(
      `INSERT INTO annotation
         (id, letter_id, span_start, span_end, quote, note, tags, tag_words, author, created_at, updated_at)
       VALUES (@id, @letterId, @start, @end, @quote, @note, @tags, @tagWords, @author, @now, @now)`,
    ).run({
      id: annotation.id,
      letterId: annotation.letterId,
      start,
      end,
      quote: JSON.stringify(quote),
      note: annotation.note.toWellFormed(),
      ...storedTags(annotation.tags),
      author: annotation.author,
      now,
    });
    markBegun(db, annotation.letterId);
    return getLive(db, annotation.id);
  });
}

/** Changes what is given and keeps the rest. @throws FailureError `no-such-annotation` */
export function updateAnnotation(db: WriteDatabase, { id, note, tags }: AnnotationChange): Annotation {
  return inTransaction(db, () => {
    const before = getLive(db, id);
    db.prepare(
      'UPDATE annotation SET note = @note, tags = @tags, tag_words = @tagWords, updated_at = @now WHERE id = @id',
    ).run({
      id,
      note: (note ?? before.note).toWellFormed(),
      ...storedTags(tags ?? before.tags),
      now: new Date().toISOString(),
    });
    return getLive(db, id);
  });
}

/** A soft delete; deleting twice is no error. @throws FailureError `no-such-annotation` */
export function deleteAnnotation(db: WriteDatabase, id: string): void {
  inTransaction(db, () => {
    if (!find(db, id)) throw noSuchAnnotation();
    const now = new Date().toISOString();
    db.prepare('UPDATE annotation SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL').run(now, id);
  });
}

/** Undoes a delete: the annotation is again as it was. @throws FailureError `no-such-annotation` */
export function restoreAnnotation(db: WriteDatabase, id: string): Annotation {
  return inTransaction(db, () => {
    db.prepare('UPDATE annotation SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL').run(id);
    return getLive(db, id);
  });
}

function find(db: ReadDatabase, id: string): StoredAnnotation | undefined {
  return db.prepare<[string], StoredAnnotation>(`${select} WHERE id = ?`).get(id);
}

function getLive(db: ReadDatabase, id: string): Annotation {
  const stored = find(db, id);
  if (!stored || stored.deletedAt !== null) throw noSuchAnnotation();
  return toAnnotation(stored);
}

/** A late repetition must neither bring a deleted annotation back nor pass for another one. */
function sameTarget(stored: StoredAnnotation, { letterId, target }: NewAnnotation): Annotation {
  if (stored.deletedAt !== null) throw noSuchAnnotation();
  if (stored.letterId !== letterId || stored.start !== target.start || stored.end !== target.end) {
    throw new FailureError('invalid-input', 'Another annotation already has this identifier.');
  }
  return toAnnotation(stored);
}

function assertQuoted(readingText: string, { start, end, quote }: Target): void {
  if (start >= end || end > readingText.length || readingText.slice(start, end) !== quote.exact) {
    throw new FailureError('invalid-input', 'The selected words are not at this place in the letter.');
  }
}

function storedTags(tags: readonly string[]): { tags: string; tagWords: string } {
  return { tags: JSON.stringify(tags), tagWords: tags.join(' · ').toWellFormed() };
}

const noSuchAnnotation = () => new FailureError('no-such-annotation', 'This note has been deleted.');
