/** Marks what the search asks for in the texts on the desk, once one pauses in typing. */
import { useLibrary } from '../../stores/library.ts';
import { foundWords, type WantedWords, wantedWords } from './found-words.ts';
import { paint } from './highlights.ts';
import { rangesOf } from './offsets.ts';

/** After the last key stroke, in ms: the list comes first. */
const pause = 200;
/** A letter can have thousands of blocks: so long, in ms, they are marked in one go. */
const atOnce = 10;

/** The blocks on the desk, each with what takes its marks away. */
const blocks = new Map<Element, () => void>();
let wanted: readonly WantedWords[] = wantedWords(useLibrary.getState().query);
let newest = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Marks what is found in a block of a letter from now on; gives the function that ends it. */
export function markFoundIn(block: Element): () => void {
  mark(block);
  return () => {
    blocks.get(block)?.();
    blocks.delete(block);
  };
}

function mark(block: Element): void {
  blocks.get(block)?.();
  const ranges = wanted.length > 0 ? rangesOf((text) => foundWords(text, wanted), block) : [];
  blocks.set(block, paint('found', ranges));
}

async function markAll(query: string): Promise<void> {
  const before = wanted;
  wanted = wantedWords(query);
  if (before.length === 0 && wanted.length === 0) return;
  const mine = ++newest;
  let began = performance.now();
  for (const block of [...blocks.keys()]) {
    if (performance.now() - began > atOnce) {
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    }
    // Something else is searched for by now.
    if (mine !== newest) return;
    if (blocks.has(block)) mark(block);
  }
}

useLibrary.subscribe(({ query }, before) => {
  if (query === before.query) return;
  clearTimeout(timer);
  timer = setTimeout(() => void markAll(query), pause);
});
