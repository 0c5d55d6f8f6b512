/** Numbers from 0 up to below 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Numbers and marks that readers of the formats stumble over, written over the bytes at random places. */
const awkward: readonly Uint8Array[] = [
  ...['\0\0\0\0', '\xff\xff\xff\xff', '\xff\xff\xff\x7f', '4294967295', '-1', '\r\n\f\0', '\ufeff'],
  ...[
    'endobj',
    '/Length 99999999',
    '/Kids [1 0 R 2 0 R]',
    'stream\n',
    '%%EOF',
    '/Filter/FlateDecode',
    '<<<<<<<<',
    '[[[[[[[',
  ],
  ...[
    'PK\x01\x02',
    'PK\x03\x04',
    'PK\x05\x06',
    '<w:p>',
    '</w:p>',
    '&amp;',
    '<![CDATA[',
    '<!--',
    '<!DOCTYPE x>',
    '&#x0;',
  ],
].map((text) => Buffer.from(text, 'latin1'));

/** The bytes with one to four changes of kinds that damage and malice have: flips, cuts, moves, marks. */
export function mutate(original: Uint8Array, random: () => number): Uint8Array<ArrayBuffer> {
  let bytes = Buffer.from(original);
  const below = (limit: number) => Math.floor(random() * limit);
  const range = () => {
    const start = below(bytes.length);
    return [start, Math.min(bytes.length, start + 1 + below(2 ** below(12)))] as const;
  };
  const changes: readonly (() => void)[] = [
    () => {
      for (let flips = 1 + below(40); flips > 0; flips--) {
        const at = below(bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
      }
    },
    () => {
      bytes = bytes.subarray(0, below(bytes.length));
    },
    () => {
      const [start, end] = range();
      bytes = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
    },
    () => {
      const [start, end] = range();
      bytes = Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)]);
    },
    () => {
      const [start, end] = range();
      for (let at = start; at < end; at++) bytes[at] = below(256);
    },
    () => {
      const mark = awkward[below(awkward.length)] ?? Buffer.alloc(0);
      bytes.set(mark.subarray(0, bytes.length), below(Math.max(1, bytes.length - mark.length)));
    },
  ];
  for (let count = 1 + below(4); count > 0 && bytes.length > 0; count--) changes[below(changes.length)]?.();
  return new Uint8Array(bytes);
}
