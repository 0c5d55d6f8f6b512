import type { Span, TextSpan } from '../../../shared/model/span.ts';

/** The paragraphs of a span of the reading text; only the line breaks between them are left out. */
export function paragraphsOf(readingText: string, span: Span): TextSpan[] {
  const paragraphs: TextSpan[] = [];
  let start = span.start;
  for (const part of readingText.slice(span.start, span.end).split('\n')) {
    const end = start + part.length;
    if (part.trim() !== '') paragraphs.push({ start, end, text: part });
    start = end + 1;
  }
  return paragraphs;
}
