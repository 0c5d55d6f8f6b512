/** What stands between two paragraphs of a reading text, and nowhere else. */
export const paragraphGap = '\n\n';

/** True when a paragraph of the reading text starts at `offset`. */
export const startsParagraph = (readingText: string, offset: number): boolean =>
  offset === 0 || readingText.charCodeAt(offset - 1) === 0x0a;

/** The end of the paragraph that holds `offset`. */
export function paragraphEnd(readingText: string, offset: number): number {
  const end = readingText.indexOf(paragraphGap, offset);
  return end < 0 ? readingText.length : end;
}
