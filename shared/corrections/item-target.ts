import { describeTarget } from '../anchoring/describe-target.ts';
import type { Target } from '../model/annotation.ts';
import type { LetterParse } from '../model/letter-parse.ts';
import type { Span } from '../model/span.ts';
import { spansOverlap } from '../model/text-order.ts';

type Parsed = Pick<LetterParse, 'readingText' | 'places' | 'sections'>;

/** An item without a printed title is known by the first words of its text, about as many as a title has. */
const firstWords = 80;

/**
 * The place in the letter by which corrections and second opinions know an item, whatever its ordinal becomes: its
 * printed title, or without one the first words of its text. Undefined when the letter has no such item.
 */
export function itemTarget(parse: Parsed, ordinal: number): Target | undefined {
  const span = itemPlace(parse, ordinal);
  return span && describeTarget(parse.readingText, span);
}

/**
 * The ordinal of the item that is known by `place`; undefined when there is none any more. Text within a titled item
 * does not name it: that would be another item, whose heading is one no longer.
 */
export function itemAt(parse: Parsed & Pick<LetterParse, 'case'>, place: Span): number | undefined {
  const titled = parse.places.find(
    ({ path, start, end }) => titlePath.test(path) && spansOverlap({ start, end }, place),
  );
  if (titled) return Number(titlePath.exec(titled.path)?.[1]) + 1;
  const within = parse.sections.find(
    ({ kind, start, end }) => kind === 'item' && start <= place.start && place.start < end,
  )?.ordinal;
  return within !== undefined && parse.case.items[within - 1]?.title === '' ? within : undefined;
}

const titlePath = /^items\.(\d+)\.title$/;

function itemPlace({ places, sections }: Parsed, ordinal: number): Span | undefined {
  const title = places.find(({ path }) => path === `items.${ordinal - 1}.title`);
  if (title) return { start: title.start, end: title.end };
  const section = sections.find((one) => one.kind === 'item' && one.ordinal === ordinal);
  return section && { start: section.start, end: Math.min(section.end, section.start + firstWords) };
}
