import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { openCase } from '../../services/case-service.ts';
import { chooseRange } from '../../services/choose-letters.ts';
import { rowAt } from '../../services/library-service.ts';
import { useCase } from '../../stores/case.ts';
import { placeOf, useLibrary } from '../../stores/library.ts';
import { type Chosen, isChosen, none, toggled, useSelection } from '../../stores/selection.ts';
import { rowHeight } from './letter-option.tsx';

/** A letter of the list and the place that it had when it was gone to; the letter is unknown until its row has come. */
interface Mark {
  readonly place: number;
  readonly letterId: number | undefined;
}

/**
 * Going from letter to letter in a list that is scrolled to where they are: opening one, or once `choosing` choosing
 * several. Places are counted from 0; nothing needs to be loaded there. Letters keep their marks when they get other
 * places.
 */
export function useListMoves(list: RefObject<HTMLElement | null>, look: () => void, choosing: boolean) {
  const { rows, total = 0, listings, moved } = useLibrary();
  const open = useCase(({ view }) => view?.letter.id);
  const chosen = useSelection((state) => state.chosen);
  const [active, setActive] = useState<Mark>();
  /** Where a range begins, and what is chosen besides it. */
  const anchor = useRef<Mark & { readonly before: Chosen }>(undefined);
  /** The newest row gone to: while it is loaded, another one may be gone to. */
  const goingTo = useRef(0);

  const placeNow = (mark: Mark): number => {
    const stays = mark.letterId === undefined || rows.get(mark.place)?.id === mark.letterId;
    return Math.min(total - 1, stays ? mark.place : (placeOf(rows, mark.letterId) ?? mark.place));
  };
  const markAt = (place: number): Mark => ({ place, letterId: rows.get(place)?.id });
  /** The place that keys go out from; undefined before any was gone to. */
  const activePlace = active && total > 0 ? placeNow(active) : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is shown from its top, the same one stays
  useLayoutEffect(() => {
    list.current?.scrollTo({ top: 0 });
    setActive(undefined);
    anchor.current = undefined;
    look();
  }, [listings, list, look]);
  useLayoutEffect(() => {
    if (!list.current || moved.by === 0) return;
    list.current.scrollTop += moved.by * rowHeight;
    setActive((mark) => mark && { ...mark, place: mark.place + moved.by });
    look();
  }, [moved, list, look]);
  useEffect(() => {
    if (!choosing) anchor.current = undefined;
  }, [choosing]);

  const activate = (place: number): void => {
    goingTo.current++;
    setActive(markAt(place));
  };
  const goTo = (place: number): void => {
    activate(place);
    reveal(list.current, place);
    look();
  };
  const openAt = async (place: number): Promise<void> => {
    const going = ++goingTo.current;
    const row = rows.get(place) ?? (await rowAt(place));
    if (!row || going !== goingTo.current) return;
    setActive({ place, letterId: row.id });
    await openCase(row.id);
  };
  /** Opens the letter at a place, or only begins the next range there while letters are being chosen. */
  const settleAt = (place: number): void => {
    anchor.current = { ...markAt(place), before: choosing ? chosen : none };
    if (!choosing) void openAt(place);
  };
  const toggle = (place: number): void => {
    const row = rows.get(place);
    if (!row) return;
    // The open letter is chosen along with the first one that is added to it.
    const isOpenListed = open !== undefined && placeOf(rows, open) !== undefined;
    const before = choosing ? chosen : isOpenListed ? toggled(none, open) : none;
    const next = toggled(before, row.id);
    if (next.kind === 'some' && next.ids.size === 0) useSelection.getState().stop();
    else useSelection.getState().start(next);
    anchor.current = { ...markAt(place), before: next };
  };
  const extendTo = (place: number): void => {
    anchor.current ??= {
      ...markAt(placeOf(rows, open) ?? activePlace ?? place),
      before: choosing ? chosen : none,
    };
    const from = placeNow(anchor.current);
    if (!choosing && from === place) void openAt(place);
    else void chooseRange(from, place, anchor.current.before);
  };
  const chooseAll = (): void => {
    anchor.current = undefined;
    useSelection.getState().start({ kind: 'all', except: new Set() });
  };
  /** Whether a letter is shown as selected: one of those chosen, or else the open one. */
  const isSelected = (letterId: number): boolean => (choosing ? isChosen(chosen, letterId) : letterId === open);
  /** Where the keys begin when the list gets the focus: at the open letter, if it is near. */
  const openPlace = placeOf(rows, open);

  return { activePlace, openPlace, activate, goTo, settleAt, toggle, extendTo, chooseAll, isSelected };
}

function reveal(list: HTMLElement | null, place: number): void {
  if (!list) return;
  const { scrollTop, clientHeight } = list;
  const top = place * rowHeight;
  list.scrollTop = Math.min(top, Math.max(scrollTop, top + rowHeight - clientHeight));
}
