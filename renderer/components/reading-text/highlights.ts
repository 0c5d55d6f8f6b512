/** The app's named highlights of the CSS Custom Highlight API; base.css gives them their colours. */
export const highlightNames = ['found', 'annotation', 'annotation-overlap', 'annotation-active', 'reveal'] as const;
export type HighlightName = (typeof highlightNames)[number];

const highlights = Object.fromEntries(
  highlightNames.map((name, priority) => {
    const highlight = new Highlight();
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
    return [name, highlight];
  }),
) as Record<HighlightName, Highlight>;

/** Paints the ranges until the returned function is called. */
export function paint(name: HighlightName, ranges: readonly Range[]): () => void {
  for (const range of ranges) highlights[name].add(range);
  return () => {
    for (const range of ranges) highlights[name].delete(range);
  };
}
