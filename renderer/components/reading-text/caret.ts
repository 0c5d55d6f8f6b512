/**
 * A caret in text that cannot be edited, so that a person without a mouse can select what they want to annotate:
 * arrows move it, with Ctrl (Alt on macOS) by word, with Shift they select.
 */
type Move = readonly [direction: 'forward' | 'backward', unit: 'character' | 'word' | 'line' | 'lineboundary'];

function moveFor(event: KeyboardEvent): Move | undefined {
  const byWord = event.ctrlKey || event.altKey;
  switch (event.key) {
    case 'ArrowRight':
      return ['forward', byWord ? 'word' : 'character'];
    case 'ArrowLeft':
      return ['backward', byWord ? 'word' : 'character'];
    case 'ArrowDown':
      return ['forward', 'line'];
    case 'ArrowUp':
      return ['backward', 'line'];
    case 'End':
      return ['forward', 'lineboundary'];
    case 'Home':
      return ['backward', 'lineboundary'];
    default:
      return undefined;
  }
}

/** Moves the caret or the selection inside `root`; true when the key was one of the caret's. */
export function moveCaret(event: KeyboardEvent, root: HTMLElement): boolean {
  const selection = document.getSelection();
  if (!selection) return false;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
    selection.selectAllChildren(root);
    return true;
  }
  const move = moveFor(event);
  if (!move) return false;
  if (!root.contains(selection.focusNode)) {
    placeAtStart(root, selection);
    return true;
  }
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  selection.modify(event.shiftKey ? 'extend' : 'move', move[0], move[1]);
  // At the block's end the browser would walk on into the next one.
  if (!root.contains(selection.focusNode) && anchorNode && focusNode) {
    selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  }
  return true;
}

function placeAtStart(root: HTMLElement, selection: Selection): void {
  const text = root.querySelector('[data-start]')?.firstChild;
  if (text) selection.collapse(text, 0);
}

/** Where the caret stands, in the coordinates of `root`; undefined when it is elsewhere. */
export function caretRect(root: HTMLElement): { top: number; left: number; height: number } | undefined {
  const selection = document.getSelection();
  if (!selection?.focusNode || !root.contains(selection.focusNode)) return undefined;
  const range = new Range();
  range.setStart(selection.focusNode, selection.focusOffset);
  range.collapse(true);
  const rect = range.getClientRects()[0];
  if (!rect) return undefined;
  const origin = root.getBoundingClientRect();
  return { top: rect.top - origin.top, left: rect.left - origin.left, height: rect.height };
}
