import { useEffect } from 'react';
import { paint } from '../components/reading-text/highlights.ts';
import { rangesFor } from '../components/reading-text/offsets.ts';
import { blocksShowing, scrollToRange } from '../components/reading-text/text-places.ts';
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
        const blocks = blocksShowing(reveal.span);
        if (blocks.length > 0) return show(blocks);
        useCase.getState().showWholeLetter(true);
        requestAnimationFrame(() => show(blocksShowing(reveal.span)));
      }),
    );
    const show = (blocks: readonly Element[]) => {
      const ranges = blocks.map((block) => rangesFor(reveal.span, block));
      for (const [first] of ranges) if (first) scrollToRange(first);
      unpaint = paint('reveal', ranges.flat());
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
