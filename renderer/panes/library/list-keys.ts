/** Where a key leads from a place of the list; undefined where it does not move. */
export function placeAfterKey(
  key: string,
  place: number | undefined,
  { total, rowsInSight }: { readonly total: number; readonly rowsInSight: number },
): number | undefined {
  const last = total - 1;
  const step = stepOf(key, rowsInSight);
  if (last < 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (step === undefined) return undefined;
  // The first step into a list goes to its first row.
  return place === undefined ? 0 : Math.min(last, Math.max(0, place + step));
}

function stepOf(key: string, rowsInSight: number): number | undefined {
  // One row of the page before stays in sight.
  const page = Math.max(1, rowsInSight - 1);
  return { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[key];
}
