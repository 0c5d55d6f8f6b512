import { Highlighter, MessageSquarePlus, PencilLine } from 'lucide-react';
import { useEffect, useState } from 'react';
import { clipSelection, selectedSpan } from '../components/reading-text/offsets.ts';
import { useCase } from '../stores/case.ts';
import { annotateSelection, correctSelection, highlightSelection } from './commands.ts';
import { selectionEnd } from './selection-end.ts';
import styles from './selection-toolbar.module.css';

/** Follows the selection in the letter, and offers to highlight it, to write a note on it or to correct how it was read. */
export function SelectionToolbar() {
  const selection = useCase((state) => state.selection);
  const [position, setPosition] = useState<{ top: number; left: number }>();

  useEffect(() => {
    let pointerDown = false;
    const follow = () => {
      const text = useCase.getState().view?.parse.readingText;
      const span = text === undefined ? undefined : selectedSpan(text);
      useCase.getState().select(span);
      setPosition(span && !pointerDown ? endOfSelection() : undefined);
    };
    const onPointerDown = () => {
      pointerDown = true;
    };
    const onPointerUp = () => {
      pointerDown = false;
      // The selection settles after the event.
      requestAnimationFrame(() => {
        clipSelection(useCase.getState().view?.parse.readingText ?? '');
        follow();
      });
    };
    const onKeyDown = ({ key, defaultPrevented }: KeyboardEvent) => {
      if (key === 'Escape' && !defaultPrevented && useCase.getState().selection) {
        document.getSelection()?.collapseToEnd();
      }
    };
    const onScroll = () => setPosition((shown) => shown && endOfSelection());
    document.addEventListener('selectionchange', follow);
    document.addEventListener('pointerdown', onPointerDown);
    document.addEventListener('pointerup', onPointerUp);
    // Dragging the selected text away ends in no pointerup.
    document.addEventListener('pointercancel', onPointerUp);
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('scroll', onScroll, true);
    return () => {
      document.removeEventListener('selectionchange', follow);
      document.removeEventListener('pointerdown', onPointerDown);
      document.removeEventListener('pointerup', onPointerUp);
      document.removeEventListener('pointercancel', onPointerUp);
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('scroll', onScroll, true);
    };
  }, []);

  if (!selection || !position) return null;
  return (
    <div
      role="toolbar"
      aria-label="Selected text"
      className={styles['toolbar']}
      style={position}
      // Keeps the selection alive while the buttons are pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      <button type="button" onClick={() => void highlightSelection()}>
        <Highlighter aria-hidden />
        Highlight <kbd>H</kbd>
      </button>
      <button type="button" onClick={() => void annotateSelection()}>
        <MessageSquarePlus aria-hidden />
        Note <kbd>N</kbd>
      </button>
      <button type="button" aria-haspopup="menu" onClick={correctSelection}>
        <PencilLine aria-hidden />
        Correct… <kbd>C</kbd>
      </button>
    </div>
  );
}

/** Just below the selection's end, kept on screen even when that has been scrolled away. In px of the window. */
function endOfSelection(): { top: number; left: number } | undefined {
  const last = selectionEnd();
  if (!last) return undefined;
  const width = 320;
  const below = last.bottom + 6;
  const top = below + 40 > window.innerHeight ? last.top - 42 : below;
  const inside = Math.max(60, Math.min(top, window.innerHeight - 80));
  return { top: inside, left: Math.max(8, Math.min(last.right - width / 2, window.innerWidth - width - 8)) };
}
