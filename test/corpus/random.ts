/** A stream of chance that depends on its seed alone, so that a letter is the same on every machine. */
export interface Random {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** One of `list`; throws when it is empty. */
  pick<T>(list: readonly T[]): T;
  /** `count` different members of `list`, or all of it, in chance order. */
  sample<T>(list: readonly T[], count: number): T[];
}

/** The stream of `seed`: xmur3 spreads the text over 128 bits, sfc32 draws from them. */
export function random(seed: string): Random {
  const next = sfc32(spread(seed));
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('Nothing can be picked from an empty list.');
    return list[below(list.length)] as T;
  };
  return {
    int: (min, max) => min + below(max - min + 1),
    chance: (p) => next() < p,
    pick,
    sample: (list, count) => {
      const left = [...list];
      return Array.from({ length: Math.min(count, list.length) }, () => left.splice(below(left.length), 1)[0] as never);
    },
  };
}

/** The stream of chance of a letter, apart for each `purpose`, so that a change in one leaves the others alone. */
export const letterRandom = (seed: number, index: number, purpose: string): Random =>
  random(`${seed}/${index}/${purpose}`);

function spread(seed: string): [number, number, number, number] {
  let hash = 1779033703 ^ seed.length;
  for (let i = 0; i < seed.length; i++) {
    hash = Math.imul(hash ^ seed.charCodeAt(i), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  const word = (): number => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
  return [word(), word(), word(), word()];
}

/** Numbers in [0, 1) from a 128-bit state. */
function sfc32([a, b, c, d]: [number, number, number, number]): () => number {
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}
