import { useEffect } from 'react';
import { paint } from '../components/reading-text/highlights.ts';
import { rangesFor } from '../components/reading-text/offsets.ts';
import { useCase } from '../stores/case.ts';

/** How long the place stays lit, in ms. */
const flashTime = 1800;

/** Scrolls to the place that was asked for and lights it up for a moment, in every pane that shows it. */
export function Reveal() {
  const reveal = useCase((state) => state.reveal);
  useEffect(() => {
    if (!reveal) return;
    let unpaint: (() => void) | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Two frames on: the pane that folds the place away opens first.
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        let roots = rootsShowing(reveal.span);
        if (roots.length === 0) {
          useCase.getState().showWholeLetter(true);
          requestAnimationFrame(() => {
            roots = rootsShowing(reveal.span);
            show(roots);
          });
        } else show(roots);
      }),
    );
    const show = (roots: readonly Element[]) => {
      const ranges = roots.flatMap((root) => {
        const [first, ...rest] = rangesFor(reveal.span, root);
        first?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
        if (first) centre(first);
        return first ? [first, ...rest] : [];
      });
      unpaint = paint('reveal', ranges);
      timer = setTimeout(unpaint, flashTime);
    };
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      unpaint?.();
    };
  }, [reveal]);
  return null;
}

/** The blocks on screen that show the beginning of the span. */
function rootsShowing(span: { start: number; end: number }): Element[] {
  return [...document.querySelectorAll('[data-text-root]')].filter(
    (root) => root.checkVisibility() && rangesFor({ start: span.start, end: span.start + 1 }, root).length > 0,
  );
}

/** Scrolls the pane so that the line of the range stands in its middle, unless it is in view already. */
function centre(range: Range): void {
  const body = range.startContainer.parentElement?.closest('[data-pane-body]');
  if (!body) return;
  const line = range.getBoundingClientRect();
  const view = body.getBoundingClientRect();
  if (line.top >= view.top + 8 && line.top <= view.bottom - 40) return;
  body.scrollBy({ top: line.top - (view.top + view.height / 3) });
}
