import type { Span } from '../../model/span.ts';
import { startsParagraph } from '../paragraphs.ts';
import { capitalFollows, isCapitals } from '../printed-labels.ts';
import { trimRange } from '../white-space.ts';

/** A part of a letter, from the start of its heading to the start of the next one's. */
export interface HeadedPart<Kind extends string> extends Span {
  readonly kind: Kind;
  /** The heading as printed, without its colon. */
  readonly heading: string;
  /** Where the text after the heading starts; `end` when there is none. */
  readonly body: number;
}

/** The headings of a layout, as one pattern to look for. */
export interface HeadingFinder<Kind extends string> {
  readonly kinds: readonly Kind[];
  readonly pattern: RegExp;
  /** Headings that a letter may print several times; of the others the first that is plainly one counts. */
  readonly repeated: readonly Kind[];
}

/** `patterns` maps kinds, which must be in the order of alternatives, to heading patterns without capturing groups. */
export function headingFinder<Kind extends string>(
  patterns: Readonly<Record<Kind, string>>,
  repeated: readonly NoInfer<Kind>[] = [],
): HeadingFinder<Kind> {
  const kinds = Object.keys(patterns) as Kind[];
  const alternatives = kinds.map((kind) => `(${patterns[kind]})`).join('|');
  return {
    kinds,
    repeated,
    pattern: new RegExp(`(?<![\\p{L}\\d/-])(?:${alternatives})(?![\\p{L}\\d])(\\s{0,40}[:\\uFF1A])?`, 'giu'),
  };
}

interface Heading<Kind extends string> {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly heading: string;
  /** It leads its paragraph; others are headings amid a text whose lines were all joined. */
  readonly leads: boolean;
}

/**
 * The parts of a letter, in the order they are printed. A heading leads its paragraph, and fills it, has a colon or is
 * in capitals; without one that does, it may stand amid a paragraph, in capitals or with a colon.
 */
export function headedParts<Kind extends string>(readingText: string, finder: HeadingFinder<Kind>): HeadedPart<Kind>[] {
  const found = headings(readingText, finder);
  const chosen = finder.kinds.flatMap((kind) => {
    const own = found.filter((heading) => heading.kind === kind);
    const leading = own.filter(({ leads }) => leads);
    const best = leading.length > 0 ? leading : own;
    return finder.repeated.includes(kind) ? best : best.slice(0, 1);
  });
  chosen.sort((a, b) => a.start - b.start);
  return chosen.map(({ kind, start, end, heading }, index) => {
    const next = chosen[index + 1]?.start ?? readingText.length;
    const body = trimRange(readingText, Math.min(end, next), next);
    return { kind, heading, start, body: body.end > body.start ? body.start : next, end: next };
  });
}

function headings<Kind extends string>(readingText: string, finder: HeadingFinder<Kind>): Heading<Kind>[] {
  const found: Heading<Kind>[] = [];
  for (const match of readingText.matchAll(finder.pattern)) {
    const at = finder.kinds.findIndex((_kind, index) => match[index + 1] !== undefined);
    const kind = finder.kinds[at];
    const heading = match[at + 1];
    if (kind === undefined || heading === undefined || !/^\p{Lu}/u.test(heading)) continue;
    const start = match.index;
    const end = start + match[0].length;
    const colon = match[0].length > heading.length;
    const alone = startsParagraph(readingText, end + 2) || end === readingText.length;
    const leads = startsParagraph(readingText, start);
    const capitals = isCapitals(heading);
    const plain = leads
      ? alone || colon || (capitals && capitalFollows(readingText, end))
      : colon
        ? isTitle(heading) || afterSentence(readingText, start)
        : capitals && noSmallLetterFollows(readingText, end);
    if (plain) found.push({ kind, start, end, heading, leads });
  }
  return found;
}

const smallLetter = /\s*\p{Ll}/uy;

function noSmallLetterFollows(readingText: string, offset: number): boolean {
  smallLetter.lastIndex = offset;
  return !smallLetter.test(readingText);
}

/** True when no longer word starts with a small letter. */
const isTitle = (heading: string): boolean => !/(?<!\p{L})\p{Ll}[\p{L}]{4}/u.test(heading);

const sentenceEnd = /[.?!:;)"'\u2019\u201D\d]\s{1,3}$/;

/** True when what stands before `offset` may be the end of a sentence or of a heading. */
export const afterSentence = (readingText: string, offset: number): boolean =>
  startsParagraph(readingText, offset) || sentenceEnd.test(readingText.slice(Math.max(0, offset - 5), offset));
