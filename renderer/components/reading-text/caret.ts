/**
 * A caret in text that cannot be edited, so that a person without a mouse can select what they want to annotate:
 * arrows move it, with Ctrl (Alt on macOS) by word, with Shift they select; Ctrl+Home and Ctrl+End go to the edges.
 */
type Move = readonly [direction: 'forward' | 'backward', unit: 'character' | 'word' | 'line' | 'lineboundary'];

function moveFor(event: KeyboardEvent): Move | undefined {
  const byWord = event.ctrlKey || event.altKey;
  switch (event.key) {
    case 'ArrowRight':
      return ['forward', byWord ? 'word' : 'character'];
    case 'ArrowLeft':
      return ['backward', byWord ? 'word' : 'character'];
    // With Alt these go to another letter.
    case 'ArrowDown':
      return event.altKey ? undefined : ['forward', 'line'];
    case 'ArrowUp':
      return event.altKey ? undefined : ['backward', 'line'];
    case 'End':
      return ['forward', 'lineboundary'];
    case 'Home':
      return ['backward', 'lineboundary'];
    default:
      return undefined;
  }
}

/** Where the caret last stood in each block: a field that takes the focus takes the selection with it. */
const lastPlaces = new WeakMap<HTMLElement, { readonly node: Node; readonly offset: number }>();

document.addEventListener('selectionchange', () => {
  const { focusNode = null, focusOffset = 0 } = document.getSelection() ?? {};
  const root = focusNode?.parentElement?.closest<HTMLElement>('[data-text-root]');
  if (focusNode && root) lastPlaces.set(root, { node: focusNode, offset: focusOffset });
});

/** Puts the caret back where it last stood in `root`, or at its beginning. */
export function restoreCaret(root: HTMLElement): void {
  const last = lastPlaces.get(root);
  const [first] = textsIn(root);
  if (last && root.contains(last.node)) document.getSelection()?.collapse(last.node, last.offset);
  else if (first) document.getSelection()?.collapse(first, 0);
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
  if (!root.contains(selection.focusNode)) restoreCaret(root);
  else if (event.ctrlKey && move[1] === 'lineboundary') moveToEdge(root, selection, move[0], event.shiftKey);
  else moveInside(root, selection, move, event.shiftKey);
  keepInView(root);
  return true;
}

function moveInside(root: HTMLElement, selection: Selection, [direction, unit]: Move, extend: boolean): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  selection.modify(extend ? 'extend' : 'move', direction, unit);
  // At the block's end the browser would walk on into the next one.
  if (!root.contains(selection.focusNode) && anchorNode && focusNode) {
    selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  }
}

function moveToEdge(root: HTMLElement, selection: Selection, direction: Move[0], extend: boolean): void {
  const text = textsIn(root).at(direction === 'backward' ? 0 : -1);
  if (text) selection[extend ? 'extend' : 'collapse'](text, direction === 'backward' ? 0 : text.length);
}

const textsIn = (root: HTMLElement): Text[] =>
  [...root.querySelectorAll('[data-start]')].flatMap(({ firstChild }) =>
    firstChild instanceof Text ? firstChild : [],
  );

/** Space left between the caret and the edge of its pane, in px. */
const margin = 40;

/** Scrolls the pane along with the caret, which the browser does for editable text only. */
function keepInView(root: HTMLElement): void {
  const caret = caretRect(root);
  const body = root.closest('[data-pane-body]');
  if (!caret || !body) return;
  const top = caret.top + root.getBoundingClientRect().top;
  const view = body.getBoundingClientRect();
  const above = view.top + margin - top;
  const below = top + caret.height + margin - view.bottom;
  if (above > 0) body.scrollBy({ top: -above });
  else if (below > 0) body.scrollBy({ top: below });
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
