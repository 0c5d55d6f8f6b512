import type { Span } from '../../../model/span.ts';
import { type DeterminedItem, titleKey } from './determinations.ts';
import type { ItemBlock } from './item-blocks.ts';

/** A disputed item: what the lists and what its own block say of it, at least one of them. */
export interface JoinedItem {
  readonly item?: DeterminedItem | undefined;
  readonly block?: ItemBlock | undefined;
}

/**
 * Brings determinations and blocks together: by title, by number, and what is left without a number in order. A block
 * that no determination names is an item of its own.
 */
export function joinBlocks(
  readingText: string,
  items: readonly DeterminedItem[],
  blocks: readonly ItemBlock[],
): JoinedItem[] {
  const open = new Set(blocks);
  const chosen = new Map<DeterminedItem, ItemBlock>();
  const join = <Key>(
    keyOf: (block: ItemBlock) => Key | undefined,
    keysOf: (item: DeterminedItem) => readonly Key[],
  ) => {
    const waiting = new Map<Key, ItemBlock[]>();
    for (const block of [...open].reverse()) {
      const key = keyOf(block);
      if (key === undefined) continue;
      const same = waiting.get(key);
      if (same) same.push(block);
      else waiting.set(key, [block]);
    }
    for (const item of items) {
      if (chosen.has(item)) continue;
      const block = keysOf(item)
        .map((key) => waiting.get(key)?.pop())
        .find((candidate) => candidate !== undefined && open.has(candidate));
      if (!block) continue;
      chosen.set(item, block);
      open.delete(block);
    }
  };
  const key = (span: Span | undefined) => (span && titleKey(readingText.slice(span.start, span.end))) || undefined;
  join(
    (block) => key(block.title),
    ({ first, repeated }) => [...new Set([first, ...repeated].flatMap(({ title }) => key(title) ?? []))],
  );
  join(
    (block) => block.number,
    ({ first }) => (first.number === undefined ? [] : [first.number]),
  );
  const numbered = items.every(({ first }) => first.number !== undefined);
  join(
    (block) => (numbered && block.number !== undefined ? undefined : true),
    () => [true],
  );
  return [...items.map((item) => ({ item, block: chosen.get(item) })), ...[...open].map((block) => ({ block }))];
}
