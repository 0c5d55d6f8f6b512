import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

export interface PlacesInSight {
  readonly first: number;
  readonly last: number;
}

/**
 * The places of a list, from 0, of which something is in sight, for rows of one height (in px). Follows scrolling and
 * the size of the list; `look` has to be called after it was scrolled in an effect, so that nothing is painted before.
 */
export function usePlacesInSight(list: RefObject<HTMLElement | null>, rowHeight: number) {
  const [sight, setSight] = useState<PlacesInSight>({ first: 0, last: 0 });
  const look = useCallback(() => {
    const element = list.current;
    if (!element) return;
    const { scrollTop, clientHeight } = element;
    const first = Math.max(0, Math.floor(scrollTop / rowHeight));
    const last = Math.max(first, Math.ceil((scrollTop + clientHeight) / rowHeight) - 1);
    setSight((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, [list, rowHeight]);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    look();
    // The rows are there in the same frame.
    const onScroll = () => flushSync(look);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [list, look]);
  return [sight, look] as const;
}
