import { paragraphEnd, startsParagraph } from '../../paragraphs.ts';
import { capitalFollows, headingPatterns, isCapitals } from '../../printed-labels.ts';
import { trimRange } from '../../white-space.ts';

export type IssuesPart = keyof typeof headingPatterns;

/** A part of a letter, from its heading to the next part's. */
export interface Part {
  readonly kind: IssuesPart;
  readonly start: number;
  /** Where the text after the heading starts; `start` when the letter lacks the heading. */
  readonly body: number;
  readonly end: number;
  readonly hasHeading: boolean;
}

/** The sentences that open the parts in every seed: they tell a part whose heading is missing. */
const openings: Readonly<Record<IssuesPart, RegExp>> = {
  'how-made': /MAXIMUS\s+Federal\s+Services\s+(?:has\s+)?sent\s+the\s+complete\s+case\s+file/i,
  summary: /The\s+(?:expert|physician)\s+reviewer\s+developed\s+the\s+following\s+clinical\s+case\s+summary/i,
  issues: /The\s+Final\s+Determination\s+was\s+based\s+on\s+decisions\s+for\s+the\s+disputed/i,
};

const headings = Object.fromEntries(
  Object.entries(headingPatterns).map(([kind, pattern]) => [kind, new RegExp(`${pattern}(?:\\s*:)?`, 'gi')]),
) as Record<IssuesPart, RegExp>;

/** The parts of a letter that have a heading or an opening sentence, in the order they are printed. */
export function findParts(readingText: string): Part[] {
  const starts = (Object.keys(headingPatterns) as IssuesPart[]).flatMap((kind) => {
    const heading = findHeading(readingText, kind);
    if (heading) return [{ kind, ...heading, hasHeading: true }];
    const opening = readingText.search(openings[kind]);
    return opening < 0 ? [] : [{ kind, start: opening, body: opening, hasHeading: false }];
  });
  starts.sort((a, b) => a.start - b.start);
  return starts.map((part, index) => {
    const end = starts[index + 1]?.start ?? readingText.length;
    return { ...part, body: Math.min(part.body, end), end };
  });
}

/**
 * A heading stands alone in its paragraph; one in capitals may also be followed by text, or stand amid a text
 * whose lines were all joined.
 */
export function findHeading(readingText: string, kind: IssuesPart): { start: number; body: number } | undefined {
  let inline: { start: number; body: number } | undefined;
  for (const match of readingText.matchAll(headings[kind])) {
    const start = match.index;
    const end = start + match[0].length;
    const capitals = isCapitals(match[0]);
    const body = trimRange(readingText, end, readingText.length).start;
    const alone = startsParagraph(readingText, start) && end === paragraphEnd(readingText, start);
    if (alone && (capitals || /^\p{Lu}/u.test(match[0]))) return { start, body };
    if (!inline && capitals && (end === readingText.length || capitalFollows(readingText, end)))
      inline = { start, body };
  }
  return inline;
}
