/**
 * Running headers and footers that only their return tells: lines at the edges of pages (`page-edge-lines.ts`) and, in
 * texts whose page breaks are gone, lines that carry the case number or the number of their page (`CM15-0177001   Page
 * 2 of 5`, `Form Effective 12.09.15   Page | 2`, `2/5`) or part sentences.
 */
import { isFull, measureSpacing, type Spacing, startsSmall } from './line-breaks.ts';
import { pageEdgeLines } from './page-edge-lines.ts';
import { shortestPage } from './page-furniture.ts';
import { labelAtLineStart } from './printed-labels.ts';
import {
  isBareNumber,
  isOwnHeader,
  isPageOfPages,
  namesCase,
  namesPage,
  pageNumbersOf,
  partsSentence,
  runningKey,
  runningText,
  standsApart,
} from './running-text.ts';
import type { SourceLine } from './source-lines.ts';

/** The lines of a letter that are such headers or footers. */
export function runningLines(source: string, lines: readonly SourceLine[]): ReadonlySet<SourceLine> {
  return new Set([...pageEdgeLines(source, lines), ...returningLines(source, lines)]);
}

interface Returning {
  readonly line: SourceLine;
  readonly text: string;
  /** It stands apart from the lines beside it, or parts a sentence. */
  readonly apart: boolean;
}

/**
 * The lines that return at least a page's text apart: with the case number or the number of their page where some of
 * them stand apart or part a sentence; with anything else where they part sentences at least twice. What stands
 * first in the letter as its own header stays.
 */
function returningLines(source: string, lines: readonly SourceLine[]): ReadonlySet<SourceLine> {
  const spacing = measureSpacing(source, lines);
  const parting = partingLines(source, lines, spacing);
  const groups = new Map<string, Returning[]>();
  for (const [index, line] of lines.entries()) {
    const parts = parting.has(line);
    if (!parts && !isNamed(source.slice(line.start, Math.min(line.end, line.start + longestNamed)))) continue;
    const text = runningText(source, line);
    if (text === undefined || isFirstHeader(source, lines, index)) continue;
    const key = runningKey(text);
    const apart = parts || index === 0 || standsApart(line, lines[index + 1], spacing);
    const group = groups.get(key);
    if (group) group.push({ line, text, apart });
    else groups.set(key, [{ line, text, apart }]);
  }
  addCopies(source, lines, groups);
  const last = lines.at(-1);
  return new Set([...groups.values()].flatMap((group) => sureOnes(group, last)).map(({ line }) => line));
}

/** Within so many lines of the start stands the letter's own header, before its first heading. */
const ownHeaderLines = 30;

function isFirstHeader(source: string, lines: readonly SourceLine[], index: number): boolean {
  const line = lines[index];
  if (index >= ownHeaderLines || !line || !isOwnHeader(source, line)) return false;
  return !lines.slice(0, index).some(({ start }) => labelAtLineStart(source, start)?.kind === 'heading');
}

/** The most lines of a header or footer. */
const mostLines = 4;

/** The lines between two full lines of one sentence that are themselves not full: no wrapped text looks like that. */
function partingLines(source: string, lines: readonly SourceLine[], spacing: Spacing): ReadonlySet<SourceLine> {
  const found = new Set<SourceLine>();
  for (const [index, below] of lines.entries()) {
    const last = lines[index - 1];
    if (!last || !startsSmall(source, below) || isFull(source, last, below, spacing)) continue;
    const block: SourceLine[] = [];
    for (let at = index - 1; at > 0 && block.length < mostLines; at--) {
      const line = lines[at];
      const above = lines[at - 1];
      if (!line || !above || startsSmall(source, line) || isBareNumber(source, line)) break;
      block.push(line);
      if (!isFull(source, above, below, spacing) || !partsSentence(source, above, below)) continue;
      for (const one of block) found.add(one);
      break;
    }
  }
  return found;
}

/** Adds to what parts sentences the same lines that stand elsewhere. */
function addCopies(source: string, lines: readonly SourceLine[], groups: Map<string, Returning[]>): void {
  const parting = [...groups].filter(([, group]) => group.length >= 2 && !isNamed(group[0]?.text ?? ''));
  if (parting.length === 0) return;
  const known = new Map(parting.map(([key, group]) => [key, new Map(group.map((one) => [one.line, one]))]));
  for (const key of known.keys()) groups.set(key, []);
  const heading = lines.findIndex(
    ({ start }, index) => index < ownHeaderLines && labelAtLineStart(source, start)?.kind === 'heading',
  );
  for (const line of lines.slice(heading < 0 ? ownHeaderLines : heading)) {
    const text = runningText(source, line);
    const key = text === undefined ? '' : runningKey(text);
    const copies = known.get(key);
    if (text !== undefined && copies) groups.get(key)?.push(copies.get(line) ?? { line, text, apart: false });
  }
}

const longestNamed = 121;
const isNamed = (text: string): boolean => namesCase(text) || namesPage(text);

/** All lines of a group, or none where it is not sure that they are running headers or footers. */
function sureOnes(group: readonly Returning[], last: SourceLine | undefined): readonly Returning[] {
  const [first] = group;
  const pages = pageNumbersOf(group.map(({ text }) => text));
  if (!first || !pages || group.length < 2) return [];
  const spread = group.every(({ line }, index) => {
    const before = group[index - 1]?.line;
    return !before || line.start - before.end >= shortestPage || line === last;
  });
  const apart = group.filter((one) => one.apart).length;
  if (!spread || apart === 0) return [];
  if (pages.length === 0) return group.length >= 3 && apart >= 2 && !isPageOnly(first.text) ? group : [];
  if ((pages[0] ?? 0) > 2 || !(isNamed(first.text) || (group.length >= 3 && apart >= 2))) return [];
  const leavesOut = pages.some((page, index) => page !== (pages[0] ?? 0) + index);
  return isPageOfPages(first.text) && leavesOut ? [] : group;
}

/** A page that does not change is that of a citation. */
const isPageOnly = (text: string): boolean => namesPage(text) && !namesCase(text);
