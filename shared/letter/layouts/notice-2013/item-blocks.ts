import type { Span } from '../../../model/span.ts';
import { noticeItemLabels } from '../../layout-headings.ts';
import { paragraphEnd, startsParagraph } from '../../paragraphs.ts';
import { capitalFollows } from '../../printed-labels.ts';
import { trimRange } from '../../white-space.ts';
import { type Side, sidesOf } from '../guideline-sentences.ts';
import { afterSentence } from '../headed-parts.ts';

/** What a notice says of one item under its heading `1) Regarding the request for X:`. */
export interface ItemBlock extends Span {
  readonly number?: number;
  /** Absent when the block has no heading, only labels. */
  readonly title?: Span;
  readonly sides: Partial<Record<Side, Span>>;
  readonly rationale?: Span;
}

interface Opening extends Pick<ItemBlock, 'number' | 'title'> {
  readonly start: number;
  /** Where the text after the heading starts. */
  readonly body: number;
}

interface Label extends Span {
  readonly part: keyof typeof noticeItemLabels;
}

const heading =
  /(?:(?<![\p{L}\d])\(?(\d{1,2})\s?[).:]\s{0,3})?(?<![\p{L}\d])Regarding\s{1,3}(?:the\s{1,3})?(?:\w{1,20}\s{1,3})?requests?\s{1,3}(?:for|of)\s{1,3}/giu;
const label = new RegExp(
  `(?<![\\p{L}\\d])(?:(${noticeItemLabels.guidelines})|(${noticeItemLabels.rationale}))(\\s{0,3}[:\\uFF1A])?`,
  'giu',
);
const longestTitle = 600;

/** The blocks in `[start, end)`, in order; linear in its length. */
export function itemBlocks(readingText: string, start: number, end: number): ItemBlock[] {
  const labels = itemLabels(readingText, start, end);
  const openings = headings(readingText, start, end, labels);
  if (openings.length === 0) {
    for (const { part, start: at } of labels) {
      if (part === 'guidelines') openings.push({ start: at, body: at });
    }
  }
  let next = 0;
  return openings.map((opening, index) => {
    const blockEnd = openings[index + 1]?.start ?? end;
    const own: Label[] = [];
    for (let found = labels[next]; found && found.start < blockEnd; found = labels[++next]) {
      if (found.start >= opening.body && !own.some(({ part }) => part === found?.part)) own.push(found);
    }
    return block(readingText, opening, own, blockEnd);
  });
}

function itemLabels(readingText: string, start: number, end: number): Label[] {
  return [...readingText.slice(start, end).matchAll(label)].flatMap((match) => {
    const at = start + match.index;
    const leads = startsParagraph(readingText, at);
    const announced = match[3] !== undefined || capitalFollows(readingText, at + match[0].length);
    if (!/^\p{Lu}/u.test(match[0]) || !(leads || (announced && afterSentence(readingText, at)))) return [];
    return [{ part: match[1] === undefined ? 'rationale' : 'guidelines', start: at, end: at + match[0].length }];
  });
}

/**
 * A heading is followed by the first label, or ends in a colon that ends its paragraph, so the sentence "Regarding the
 * request for X, guidelines state …" in a rationale is none. A numbered one may run over a paragraph's end.
 */
function headings(readingText: string, start: number, end: number, labels: readonly Label[]): Opening[] {
  const found: Opening[] = [];
  const candidates = [...readingText.slice(start, end).matchAll(heading)].filter(
    (match) => match[1] !== undefined || (/^\p{Lu}/u.test(match[0]) && afterSentence(readingText, start + match.index)),
  );
  let next = 0;
  for (const [index, match] of candidates.entries()) {
    const at = start + match.index;
    const from = at + match[0].length;
    while ((labels[next]?.start ?? end) < from) next++;
    const label = labels[next]?.start ?? end;
    const following = start + (candidates[index + 1]?.index ?? end - start);
    const stop = headingEnd(readingText, from, Math.min(label, following), label < following, match[1] !== undefined);
    if (stop === undefined || (match[1] === undefined && labels.length > 0 && !leadsTo(readingText, stop, label)))
      continue;
    const whole = trimRange(readingText, from, stop);
    const tail = readingText.slice(Math.max(whole.start, whole.end - 6), whole.end);
    const colon = /[\s:\uFF1A.]{0,6}$/.exec(tail)?.[0].length ?? 0;
    found.push({
      ...(match[1] !== undefined && { number: Number(match[1]) }),
      title: trimRange(readingText, whole.start, whole.end - colon),
      start: at,
      body: stop,
    });
  }
  return found;
}

function headingEnd(
  readingText: string,
  from: number,
  limit: number,
  beforeLabel: boolean,
  numbered: boolean,
): number | undefined {
  const endsInColon = (stop: number) => /[:\uFF1A]\s*$/.test(readingText.slice(Math.max(from, stop - 6), stop));
  const paragraph = Math.min(paragraphEnd(readingText, from), limit);
  if (paragraph - from <= longestTitle && endsInColon(paragraph)) return paragraph;
  return numbered && beforeLabel && limit - from <= longestTitle ? limit : undefined;
}

const leadsTo = (readingText: string, from: number, to: number): boolean =>
  to - from < 20 && readingText.slice(from, to).trim() === '';

function block(readingText: string, opening: Opening, labels: readonly Label[], end: number): ItemBlock {
  const part = (name: Label['part']): Span | undefined => {
    const index = labels.findIndex((found) => found.part === name);
    const found = labels[index];
    return found && trimRange(readingText, found.end, labels[index + 1]?.start ?? end);
  };
  const guidelines = part('guidelines') ?? trimRange(readingText, opening.body, labels[0]?.start ?? opening.body);
  const rationale = part('rationale');
  return {
    ...opening,
    end: trimRange(readingText, opening.start, end).end,
    sides: guidelines.end > guidelines.start ? sidesOf(readingText, guidelines.start, guidelines.end) : {},
    ...(rationale && { rationale }),
  };
}
