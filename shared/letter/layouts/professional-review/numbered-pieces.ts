import type { Span } from '../../../model/span.ts';
import { paragraphGap, startsParagraph } from '../../paragraphs.ts';
import { trimRange } from '../../white-space.ts';
import { afterSentence } from '../headed-parts.ts';

const marker = /(?<=^|\s)\(?(\d{1,2})[.)]\s{1,3}(?=\S)/g;

const bullet = /(?<=^|\s)[\u2022\u25CF\u25AA\u25E6\u2023]\s{1,3}(?=\S)|(?<=^|\n)[*-]\s{1,3}(?=\S)/g;

/** The entries of a bulleted list that fills `span`, without their bullets; none when it is no such list. */
export function bulletedPieces(readingText: string, span: Span): Span[] {
  const bullets = [...readingText.slice(span.start, span.end).matchAll(bullet)];
  if (bullets[0]?.index !== 0) return [];
  return bullets.map((mark, index) => {
    const end = bullets[index + 1]?.index ?? span.end - span.start;
    return trimRange(readingText, span.start + mark.index + mark[0].length, span.start + end);
  });
}

/**
 * The pieces of a list numbered from 1 that fills `span`, without their numbers; none when it is no such list. In
 * `prose` a number counts only at the start of a paragraph, or after a sentence where all is one paragraph.
 */
export function numberedPieces(readingText: string, span: Span, prose: boolean): Span[] {
  const text = readingText.slice(span.start, span.end);
  const joined = !text.includes(paragraphGap);
  const starts: { at: number; body: number }[] = [];
  for (const match of text.matchAll(marker)) {
    const at = span.start + match.index;
    if (starts.length === 0 && match.index > 0) return [];
    if (Number(match[1]) !== starts.length + 1) continue;
    const led = starts.length === 0 || startsParagraph(readingText, at) || (joined && afterSentence(readingText, at));
    if (led || !prose) starts.push({ at, body: at + match[0].length });
  }
  return starts.map(({ body }, index) => trimRange(readingText, body, starts[index + 1]?.at ?? span.end));
}
