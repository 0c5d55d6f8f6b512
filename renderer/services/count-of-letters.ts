/** `1 letter`, `12,345 letters`. */
export const letters = (count: number): string =>
  count === 1 ? '1 letter' : `${count.toLocaleString('en-US')} letters`;
