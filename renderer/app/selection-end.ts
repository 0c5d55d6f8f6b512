/** Where the selected text ends on screen, in px of the window; undefined when nothing of it can be seen. */
export function selectionEnd(): DOMRect | undefined {
  const selection = document.getSelection();
  const rects = selection?.rangeCount ? [...selection.getRangeAt(0).getClientRects()] : [];
  return rects.filter(({ width }) => width > 0).at(-1);
}
