import type { Annotation } from './annotation.ts';
import type { Span } from './span.ts';

/** True when the spans share at least one code unit. */
export const spansOverlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Text order: by start, then the longer first, then by age. The number a reader sees is the index plus one. */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  return (
    a.target.start - b.target.start ||
    b.target.end - a.target.end ||
    a.createdAt.localeCompare(b.createdAt) ||
    a.id.localeCompare(b.id)
  );
}
