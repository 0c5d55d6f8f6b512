import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { lookAt } from '../../services/library-service.ts';
import { selectIsEmpty, useLibrary } from '../../stores/library.ts';
import { countChosen, useSelection } from '../../stores/selection.ts';
import { titleOf } from './letter-item.tsx';
import styles from './letter-list.module.css';
import { LetterOption, optionId, rowHeight } from './letter-option.tsx';
import { placeAfterKey } from './list-keys.ts';
import { createTypeToFind } from './type-to-find.ts';
import { useListMoves } from './use-list-moves.ts';
import { usePlacesInSight } from './use-places-in-sight.ts';

/** Rows drawn above and below those in sight. */
const overscan = 4;

/** The list, or what stands for it in an empty library. */
export function Letters({ choosing }: { choosing: boolean }) {
  const isEmpty = useLibrary(selectIsEmpty);
  return isEmpty ? <p className={styles['none']}>No letters yet.</p> : <LetterList choosing={choosing} />;
}

/**
 * All letters found: the scroll bar stands for every one of them, and rows are loaded where one looks. A click or an
 * arrow key opens a letter; with Ctrl or Shift, or once `choosing`, it chooses letters for doing something to all of
 * them. The list has the focus itself and tells by `aria-activedescendant` from which row the keys go out, since rows
 * come and go (https://www.w3.org/WAI/ARIA/apg/patterns/listbox).
 */
function LetterList({ choosing }: { choosing: boolean }) {
  const { rows, total, trash } = useLibrary();
  const list = useRef<HTMLDivElement>(null);
  const [sight, look] = usePlacesInSight(list, rowHeight);
  const moves = useListMoves(list, look, choosing);
  const { activePlace } = moves;
  const [typeToFind] = useState(createTypeToFind);
  const count = total ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a shorter list may end above where it was looked at
  useLayoutEffect(look, [total, look]);
  useEffect(() => lookAt(sight.first, sight.last), [sight]);
  /** Where the keys begin in a list that has the focus. */
  const begin = () => {
    if (activePlace === undefined && count > 0) moves.activate(moves.openPlace ?? sight.first);
  };
  // The focus may be there before the letters are.
  useEffect(() => {
    if (document.activeElement === list.current) begin();
  });

  /** What a click or a key does at a place, by the keys that are held with it. */
  const actAt = (place: number, { shiftKey, ctrlKey, metaKey }: MouseEvent | KeyboardEvent) => {
    if (shiftKey) moves.extendTo(place);
    else if (choosing || ctrlKey || metaKey) moves.toggle(place);
    else moves.settleAt(place);
  };
  const onClick = (event: MouseEvent) => {
    const place = placeAt(event.target);
    if (place === undefined) return;
    moves.activate(place);
    actAt(place, event);
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const place = placeAt(event.target);
    if (place !== undefined) {
      moves.activate(place);
      event.currentTarget.focus({ preventScroll: true });
    } else if (!event.currentTarget.contains(event.relatedTarget)) {
      begin();
    }
  };
  /** Does what a key means in a list; false where it means nothing. */
  const press = (event: KeyboardEvent): boolean => {
    const { key } = event;
    const isCtrl = event.ctrlKey || event.metaKey;
    if (event.altKey) return false;
    const rowsInSight = Math.floor((list.current?.clientHeight ?? 0) / rowHeight);
    const place = placeAfterKey(key, activePlace, { total: count, rowsInSight });
    if (place !== undefined) {
      moves.goTo(place);
      if (event.shiftKey) moves.extendTo(place);
      else if (!isCtrl) moves.settleAt(place);
      return true;
    }
    if (key === 'a' && isCtrl) {
      moves.chooseAll();
      return true;
    }
    if (key === 'Escape') {
      const { chosen, stop } = useSelection.getState();
      if (!choosing || countChosen(chosen, count) === 0) return false;
      stop();
      return true;
    }
    if (key.length === 1 && !isCtrl && (key !== ' ' || typeToFind.isTyping())) {
      const titles = [...rows].map(([at, row]) => [at, titleOf(row)] as const);
      const found = typeToFind.find(key, titles, activePlace ?? sight.first - 1);
      if (found !== undefined) moves.goTo(found);
      return found !== undefined;
    }
    if ((key !== ' ' && key !== 'Enter') || activePlace === undefined) return false;
    actAt(activePlace, event);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const first = Math.max(0, sight.first - overscan);
  const last = Math.min(count - 1, sight.last + overscan);
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const isActiveDrawn = activePlace !== undefined && first <= activePlace && activePlace <= last;
  const activeRow = isActiveDrawn ? rows.get(activePlace) : undefined;
  return (
    <div
      ref={list}
      role="listbox"
      aria-label="Letters"
      aria-multiselectable
      aria-activedescendant={activeRow && optionId(activeRow.id)}
      tabIndex={0}
      className={styles['list']}
      onClick={onClick}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles['rows']} style={{ height: count * rowHeight }}>
        {drawn.map((place) => {
          const row = rows.get(place);
          return row ? (
            <LetterOption
              key={row.id}
              row={row}
              place={place}
              total={count}
              choosing={choosing}
              isSelected={moves.isSelected(row.id)}
              isActive={place === activePlace}
            />
          ) : (
            <div
              key={`at ${place}`}
              aria-hidden
              className={styles['placeholder']}
              style={{ top: place * rowHeight, height: rowHeight }}
            />
          );
        })}
      </div>
      {total === 0 && (
        // A list box has options, one way or the other.
        <div role="option" aria-selected={false} tabIndex={-1} className={styles['none']}>
          {nothingFound(trash)}
        </div>
      )}
    </div>
  );
}

function placeAt(target: EventTarget): number | undefined {
  const option = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  return option ? Number(option.dataset['place']) : undefined;
}

function nothingFound(trash: boolean): string {
  const { query } = useLibrary.getState();
  return trash && query.trim() === '' ? 'The trash is empty.' : 'No letter matches.';
}
