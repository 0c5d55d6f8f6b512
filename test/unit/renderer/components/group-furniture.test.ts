import { expect, it } from 'vitest';
import { groupFurniture } from '../../../../renderer/components/group-furniture.ts';

it('groups what is the same but for its numbers, in the order of the letter', () => {
  const piece = (text: string, start: number) => ({ text, start, end: start + text.length });
  const [a, one, b, two] = [piece('IMR  Case', 0), piece('Page 1', 20), piece('IMR Case', 40), piece('Page 2', 60)];
  expect(groupFurniture([a, one, b, two])).toEqual([
    { text: 'IMR Case', pieces: [a, b] },
    { text: 'Page 1', pieces: [one, two] },
  ]);
  expect(groupFurniture([])).toEqual([]);
});
