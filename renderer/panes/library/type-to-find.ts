/** Words typed without a longer pause than this belong together, in ms. */
const pause = 1000;

/** Finds a row by how its title begins, as one types; only among the rows that it is given. */
export interface TypeToFind {
  /** Whether a word has been begun, so that a space is part of it. */
  readonly isTyping: () => boolean;
  /**
   * The place of the next title, from `from` on and around the end, that begins with what has been typed; undefined
   * where none does, which begins anew.
   */
  readonly find: (
    key: string,
    titles: readonly (readonly [place: number, title: string])[],
    from: number,
  ) => number | undefined;
}

export function createTypeToFind(): TypeToFind {
  const { compare } = new Intl.Collator('en', { usage: 'search', sensitivity: 'base' });
  let typed = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begins = (title: string) => compare(title.slice(0, typed.length), typed) === 0;
  return {
    isTyping: () => typed !== '',
    find(key, titles, from) {
      // A word that goes on may still be that of the row where it has led.
      const after = typed === '' ? from + 1 : from;
      typed += key;
      clearTimeout(timer);
      timer = setTimeout(() => {
        typed = '';
      }, pause);
      const inOrder = [...titles].sort(([a], [b]) => a - b).filter(([, title]) => begins(title));
      const found = inOrder.find(([place]) => place >= after) ?? inOrder[0];
      if (!found) typed = '';
      return found?.[0];
    },
  };
}
