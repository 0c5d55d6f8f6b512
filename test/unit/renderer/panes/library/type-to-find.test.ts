import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTypeToFind } from '../../../../../renderer/panes/library/type-to-find.ts';

const titles = [
  [7, 'Épidural injection'],
  [0, 'Acupuncture'],
  [1, 'Epidural steroid'],
  [2, 'MRI of the knee'],
] as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('finds the next title in the order of the list, around its end', () => {
  const { find } = createTypeToFind();
  expect(find('e', titles, 0)).toBe(1);
  vi.runAllTimers();
  expect(find('e', titles, 1)).toBe(7);
  vi.runAllTimers();
  expect(find('e', titles, 7)).toBe(1);
});

it('narrows down as one types, spaces among it, and stays where it still fits', () => {
  const { find, isTyping } = createTypeToFind();
  expect(isTyping()).toBe(false);
  const places = [...'mri of'].map((key) => find(key, titles, 2));
  expect(new Set(places)).toEqual(new Set([2]));
  expect(isTyping()).toBe(true);
  vi.runAllTimers();
  expect(isTyping()).toBe(false);
});

it('begins anew after what no title begins with', () => {
  const { find } = createTypeToFind();
  expect(find('x', titles, 0)).toBeUndefined();
  expect(find('m', titles, 0)).toBe(2);
});
