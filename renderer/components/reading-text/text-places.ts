/** The places on screen that show a span of the letter. */
import type { Span } from '../../../shared/model/span.ts';
import { restoreCaret } from './caret.ts';
import { rangesFor } from './offsets.ts';

/** The blocks on screen that show the beginning of the span. */
export function blocksShowing({ start }: Span): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-text-root]')].filter(
    (block) => block.checkVisibility() && rangesFor({ start, end: start + 1 }, block).length > 0,
  );
}

/** Scrolls the pane so that the line of the range stands in its upper third, unless it is in view already. */
export function scrollToRange(range: Range): void {
  const body = range.startContainer.parentElement?.closest('[data-pane-body]');
  if (!body) return;
  const line = range.getBoundingClientRect();
  const view = body.getBoundingClientRect();
  if (line.top >= view.top + 8 && line.top <= view.bottom - 40) return;
  body.scrollBy({ top: line.top - (view.top + view.height / 3) });
}

/** Moves the focus to the text of a span, with the caret where it last stood there. */
export function focusText(span: Span): void {
  const [block] = blocksShowing(span);
  const [range] = block ? rangesFor(span, block) : [];
  if (!block || !range) return;
  block.focus({ preventScroll: true });
  restoreCaret(block);
  scrollToRange(range);
}
