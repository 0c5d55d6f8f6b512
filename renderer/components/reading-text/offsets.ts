/**
 * Between the DOM and the reading text. Every paragraph element carries `data-start`, its offset in the reading
 * text, and holds exactly one text node; a block of paragraphs carries `data-text-root`.
 */
import type { Span } from '../../../shared/model/span.ts';

const paragraphsIn = (root: Element): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-start]')];

function spanOf(paragraph: HTMLElement): Span {
  const start = Number(paragraph.dataset['start']);
  return { start, end: start + (paragraph.firstChild?.textContent?.length ?? 0) };
}

/** The reading offset of a DOM position inside a paragraph; undefined outside of any. */
export function offsetAt(node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>('[data-start]');
  if (!paragraph) return undefined;
  const { start, end } = spanOf(paragraph);
  if (node === paragraph) return offset === 0 ? start : end;
  return start + offset;
}

/** DOM ranges that cover a span inside a block, one for each paragraph it touches. */
export function rangesFor(span: Span, root: Element): Range[] {
  return paragraphsIn(root).flatMap((paragraph) => {
    const text = paragraph.firstChild;
    const whole = spanOf(paragraph);
    const start = Math.max(span.start, whole.start);
    const end = Math.min(span.end, whole.end);
    if (!text || start >= end) return [];
    return [rangeIn(text, start - whole.start, end - whole.start)];
  });
}

/** DOM ranges for what is found in the texts of a block, a paragraph at a time. */
export function rangesOf(find: (text: string) => readonly Span[], root: Element): Range[] {
  return paragraphsIn(root).flatMap(({ firstChild: text }) =>
    text ? find(text.textContent ?? '').map(({ start, end }) => rangeIn(text, start, end)) : [],
  );
}

function rangeIn(text: Node, start: number, end: number): Range {
  const range = new Range();
  range.setStart(text, start);
  range.setEnd(text, end);
  return range;
}

/**
 * The span that is selected, without white space at its ends; undefined when nothing is, or when the selection
 * began outside of a letter's text. A selection that runs out of its block ends with the block.
 */
export function selectedSpan(readingText: string): Span | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.anchorNode || selection.rangeCount === 0) return undefined;
  const root = rootOf(selection.anchorNode);
  if (!root) return undefined;
  const chosen = selection.getRangeAt(0);
  const touched = paragraphsIn(root).filter((paragraph) => chosen.intersectsNode(paragraph));
  const [first] = touched;
  const last = touched.at(-1);
  if (!first || !last) return undefined;
  const clamp = (offset: number) => Math.max(spanOf(first).start, Math.min(spanOf(last).end, offset));
  let start = clamp(offsetIfIn(root, chosen.startContainer, chosen.startOffset) ?? spanOf(first).start);
  let end = clamp(offsetIfIn(root, chosen.endContainer, chosen.endOffset) ?? spanOf(last).end);
  while (start < end && /\s/.test(readingText[start] ?? '')) start++;
  while (end > start && /\s/.test(readingText[end - 1] ?? '')) end--;
  return start < end ? { start, end } : undefined;
}

/** Shows of a selection that runs out of its block only what can be annotated of it: what {@link selectedSpan} gives. */
export function clipSelection(readingText: string): void {
  const selection = document.getSelection();
  const root = selection?.anchorNode && rootOf(selection.anchorNode);
  const span = root && selectedSpan(readingText);
  if (!span || !selection.focusNode || root.contains(selection.focusNode)) return;
  const ranges = rangesFor(span, root);
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first && last)
    selection.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
}

const rootOf = (node: Node): Element | null =>
  (node instanceof Element ? node : node.parentElement)?.closest('[data-text-root]') ?? null;

/** Ends the selection of a text that has served its purpose, unless another one was made meanwhile. */
export function endSelection(readingText: string, span: Span): void {
  const selected = selectedSpan(readingText);
  if (selected?.start === span.start && selected.end === span.end) document.getSelection()?.collapseToEnd();
}

const offsetIfIn = (root: Element, node: Node, offset: number): number | undefined =>
  root.contains(node) ? offsetAt(node, offset) : undefined;
