import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeValue, encodeValue } from '../../../electron/runtime/chromium/transfer.ts';

const leaf = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.double(),
  fc.bigInt(),
  fc.constantFrom(null, undefined, Number.NaN, -0, Number.POSITIVE_INFINITY),
  fc.date({ noInvalidDate: false }),
  fc.uint8Array(),
  fc.float64Array(),
);
const key = fc.oneof(fc.string(), fc.constantFrom('$', 'v', '__proto__', 'toJSON', 'constructor'));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value')),
    fc.dictionary(key, tie('value'), { noNullPrototype: true }),
    fc.array(fc.tuple(tie('value'), tie('value'))).map((entries) => new Map(entries)),
    fc.array(tie('value')).map((entries) => new Set(entries)),
  ),
}));

test('what a structured clone carries comes out as a structured clone would', () => {
  fc.assert(
    fc.property(value, (sent) => {
      deepStrictEqual(decodeValue(encodeValue(sent)), structuredClone(sent));
    }),
  );
});

test('bytes of a part of a buffer and whole buffers arrive as they were', () => {
  const buffer = new Uint8Array([1, 2, 3, 4]).buffer;
  expect(decodeValue(encodeValue(new Uint8Array(buffer, 1, 2)))).toEqual(new Uint8Array([2, 3]));
  expect(new Uint8Array(decodeValue(encodeValue(buffer)) as ArrayBuffer)).toEqual(new Uint8Array([1, 2, 3, 4]));
});

test('an error keeps its name and message', () => {
  const error = decodeValue(encodeValue(new RangeError('too far'))) as Error;
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'RangeError', message: 'too far' });
});

test('functions, symbols and cycles are refused', () => {
  const cycle: unknown[] = [];
  cycle.push({ cycle });
  for (const bad of [() => 1, { deep: [Symbol('x')] }, cycle]) {
    expect(() => encodeValue(bad)).toThrow('An object could not be cloned');
  }
});
