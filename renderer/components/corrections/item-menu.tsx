import { Eraser, Merge, PencilLine, SquarePen } from 'lucide-react';
import { useRef, useState } from 'react';
import { itemTarget } from '../../../shared/corrections/item-target.ts';
import type { Change } from '../../../shared/model/correction.ts';
import type { Item, LetterParse } from '../../../shared/model/letter-parse.ts';
import { correctOrTell } from '../../services/correction-service.ts';
import { CardButton } from '../button.tsx';
import { MenuAction, PopupMenu } from '../menu.tsx';
import { ItemEditor } from './item-editor.tsx';

/** How long a closing menu may take to give the focus back, in ms. */
const menuCloses = 100;

/** What can be set right about an item as a whole. */
export function ItemMenu({ parse, item }: { parse: LetterParse; item: Item }) {
  const { ordinal } = item;
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  const target = itemTarget(parse, ordinal);
  if (!target) return null;
  const category = parse.facts.items.find((facts) => facts.ordinal === ordinal)?.category?.value;
  /** The item goes, and the focus with it: it moves on to the item that takes its place or goes before it. */
  const away = async (change: Change) => {
    const pane = button.current?.closest<HTMLElement>('[data-pane]');
    if (!(await correctOrTell(change))) return;
    setTimeout(() => {
      const focused = document.activeElement;
      if (focused !== document.body && focused !== pane) return;
      const buttons = [...(pane?.querySelectorAll<HTMLElement>('[data-item-menu] button') ?? [])];
      const next = change.kind === 'merge-item' ? buttons[ordinal - 2] : buttons[Math.min(ordinal, buttons.length) - 1];
      (next ?? pane)?.focus();
    }, menuCloses);
  };
  return (
    <span data-item-menu>
      <CardButton
        ref={button}
        label={`Correct item ${ordinal}`}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || event.altKey) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <SquarePen aria-hidden />
      </CardButton>
      {open && (
        <PopupMenu label={`Correct item ${ordinal}`} opened={{ from: button, onClose: () => setOpen(false) }}>
          <MenuAction
            text="Edit title, decision and category…"
            icon={<PencilLine aria-hidden />}
            onAction={() => setEditing(true)}
          />
          {ordinal > 1 && (
            <MenuAction
              text="Join with the item above"
              icon={<Merge aria-hidden />}
              onAction={() => void away({ kind: 'merge-item', item: target })}
            />
          )}
          <MenuAction
            text="Not an item: remove"
            icon={<Eraser aria-hidden />}
            onAction={() => void away({ kind: 'remove-item', item: target })}
          />
        </PopupMenu>
      )}
      {editing && <ItemEditor item={item} category={category} target={target} onClose={() => setEditing(false)} />}
    </span>
  );
}
