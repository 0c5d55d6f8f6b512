import type { BodyPart, ItemFacts, Side } from '../../model/clinical-facts.ts';
import type { Span } from '../../model/span.ts';
import { type NamedPart, namedParts } from './body-part-words.ts';
import type { FoldedText } from './folded-text.ts';

interface Mention extends NamedPart {
  readonly side?: Side;
}

interface SideWord extends Span {
  readonly side: Side;
}

const both =
  '\\b(?:bilateral(?:ly)?|bilat\\b\\.?|both(?!\\s(?:the\\s)?(?:physical|of\\sthese))|b/l|(?:left|right)\\s?(?:and|&|/)\\s?(?:the\\s)?(?:left|right))';
const one = (word: string, short: string, letter: string): string =>
  `\\b${word}(?:[\\s-]sided?)?\\b|\\b${short}\\b\\.?|\\(${letter}\\)|(?<![\\w/-])${letter}\\.?(?=\\s(?:shoulder|elbow|forearm|wrist|hand|finger|thumb|hip|thigh|knee|ankle|foot|heel|toe|arm|leg|carpal|cubital|upper|lower|rotator|SI\\b))`;
const sideWord = new RegExp(`(${both})|(${one('left', 'lt', 'L')})|${one('right', 'rt', 'R')}`, 'gi');

/** What may stand between a side and its part, in either order: `left total knee`, `knee, left`, `knee (right)`. */
const sideBefore = /^(?:\s[\w'-]{1,25}){0,3}\s$/;
const sideAfter = /^\s?(?:[,:(-]\s?)?$/;
/** Between two parts that share the side before the first: `right shoulder, elbow and wrist`. */
const shared = /^\s?(?:,|\/|&|,?\s?(?:and|&))\s?$/i;
const unpaired: ReadonlySet<BodyPart> = new Set([
  'cervical-spine',
  'thoracic-spine',
  'lumbar-spine',
  'spine',
  'head',
  'abdomen',
  'chest',
  'pelvis',
]);

/**
 * The parts of the body that a title names, each once for every side it is named with; segments of the spine count as
 * its region. The span holds the side's words where they stand beside the part's. A title's only side is that of its
 * only part, wherever the two stand; otherwise a side belongs to the part it stands beside.
 */
export function bodyPartsIn(title: FoldedText): ItemFacts['bodyParts'] {
  const { text } = title;
  const parts = namedParts(text);
  const sides = [...text.matchAll(sideWord)].map(
    ({ index, 0: words, 1: isBoth, 2: isLeft }): SideWord => ({
      side: isBoth ? 'bilateral' : isLeft ? 'left' : 'right',
      start: index,
      end: index + words.length,
    }),
  );
  const sided = withSides(text, parts, sides);
  const onlySide = new Set(sides.map(({ side }) => side)).size === 1 ? sides[0]?.side : undefined;
  const onePart = new Set(parts.map(({ part }) => part)).size === 1;
  const settled =
    onlySide && onePart && sided.every(({ side }) => !side) ? sided.map((at) => ({ ...at, side: onlySide })) : sided;
  return distinct(settled).map(({ part, side, start, end }) => ({
    ...title.at(start, end),
    part,
    ...(side && { side }),
  }));
}

/** Gives each part the side that stands beside it; parts and sides in the order of the text. */
function withSides(text: string, parts: readonly NamedPart[], sides: readonly SideWord[]): Mention[] {
  const found: Mention[] = [];
  let next = 0;
  for (const [index, part] of parts.entries()) {
    while (next < sides.length && (sides[next]?.start ?? 0) < part.start) next++;
    const previous = found[index - 1];
    const before = sides[next - 1];
    const after = sides[next];
    const following = parts[index + 1];
    if (before && before.end > (previous?.end ?? 0) && isBetween(sideBefore, text, before.end, part.start)) {
      found.push({ ...part, side: before.side, start: before.start });
    } else if (
      after &&
      isBetween(sideAfter, text, part.end, after.start) &&
      !(following && isBetween(sideBefore, text, after.end, following.start))
    ) {
      found.push({ ...part, side: after.side, end: after.end });
    } else if (previous?.side && !unpaired.has(part.part) && isBetween(shared, text, previous.end, part.start)) {
      found.push({ ...part, side: previous.side });
    } else found.push(part);
  }
  return found;
}

const isBetween = (pattern: RegExp, text: string, start: number, end: number): boolean =>
  end >= start && end - start < 90 && pattern.test(text.slice(start, end));

/** The first mention of each part and side; one without a side only when no other mention has one. */
function distinct(mentions: readonly Mention[]): Mention[] {
  const withSide = new Set(mentions.filter(({ side }) => side).map(({ part }) => part));
  const seen = new Set<string>();
  return mentions.filter(({ part, side }) => {
    const key = `${part} ${side ?? ''}`;
    if (seen.has(key) || (!side && withSide.has(part))) return false;
    seen.add(key);
    return true;
  });
}
