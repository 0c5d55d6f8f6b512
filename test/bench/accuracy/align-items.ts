import type { Item } from '../../../shared/model/letter-parse.ts';
import { printed } from './printed.ts';

/** How much two items have in common; the rationale weighs most, since titles repeat. */
function likeness(a: Item, b: Item): number {
  const same = (x: string, y: string, weight: number): number => (printed(x) === printed(y) ? weight : 0);
  return (
    0.1 +
    same(a.title, b.title, 2) +
    same(a.rationale.text, b.rationale.text, 4) +
    same(a.claimsAdministrator.text, b.claimsAdministrator.text, 1) +
    same(a.reviewer.text, b.reviewer.text, 1)
  );
}

/**
 * The pairs of gold and parsed items that have most in common, in order, so that one item too many or too few does
 * not make all that follow it wrong.
 */
export function alignItems(
  gold: readonly Item[],
  parsed: readonly Item[],
): [gold: Item | undefined, parsed: Item | undefined][] {
  const best: number[][] = Array.from({ length: gold.length + 1 }, () => new Array<number>(parsed.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = gold.length - 1; i >= 0; i--) {
    for (let j = parsed.length - 1; j >= 0; j--) {
      const pair = likeness(gold[i] as Item, parsed[j] as Item) + at(i + 1, j + 1);
      (best[i] as number[])[j] = Math.max(pair, at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [Item | undefined, Item | undefined][] = [];
  let i = 0;
  let j = 0;
  while (i < gold.length || j < parsed.length) {
    const [g, p] = [gold[i], parsed[j]];
    if (g && p && at(i, j) === likeness(g, p) + at(i + 1, j + 1)) {
      pairs.push([g, p]);
      i++;
      j++;
    } else if (p && (!g || at(i, j) === at(i, j + 1))) {
      pairs.push([undefined, p]);
      j++;
    } else {
      pairs.push([g, undefined]);
      i++;
    }
  }
  return pairs;
}
