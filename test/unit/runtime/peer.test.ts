import { expect, test, vi } from 'vitest';
import { createPeer } from '../../../electron/runtime/chromium/page/peer.ts';

/** Both ends in one world; what passes between them is cloned, as the engine does between worlds. */
function createPair() {
  const channel = new EventTarget();
  const near = createPeer(channel, 'to-near', 'to-far', 'secret');
  const far = createPeer(channel, 'to-far', 'to-near', 'secret');
  return { near, far, across: <T>(value: T) => far.decode(structuredClone(near.encode(value))) as T };
}

test('data is copied, not shared', () => {
  const sent = { list: [1, { deep: 'x' }], bytes: new Uint8Array([1]) };
  const received = createPair().across(sent);
  expect(received).toEqual(sent);
  expect(received.list).not.toBe(sent.list);
});

test('functions are called at once, with their results and errors', () => {
  const api = createPair().across({
    add: (a: number, b: number) => a + b,
    fail: (): number => {
      throw new RangeError('too far');
    },
  });
  expect(api.add(2, 3)).toBe(5);
  expect(() => api.fail()).toThrow(expect.objectContaining({ name: 'RangeError', message: 'too far' }));
  expect(api.add(1, 1)).toBe(2);
});

test('a callback may call back while its caller waits', () => {
  const { across } = createPair();
  const visit = across((times: number, callback: (count: number) => number): number => {
    return times === 0 ? 0 : callback(times) + 1;
  });
  const callback = (count: number): number => visit(count - 1, callback);
  expect(visit(4, callback)).toBe(4);
});

test('promises settle on the other side', async () => {
  const { across } = createPair();
  await expect(across(Promise.resolve({ done: true }))).resolves.toEqual({ done: true });
  await expect(across(Promise.reject(new Error('refused')))).rejects.toThrow('refused');
});

test('data that looks like a reference stays data', () => {
  const call = vi.fn();
  const received = createPair().across({ call, other: { notTheSecret: { kind: 'function', id: 1 } } });
  expect(received.other).toEqual({ notTheSecret: { kind: 'function', id: 1 } });
});
