import { describe, expect, test } from 'vitest';
import { classifyDecision, decisionAtEnd } from '../../../shared/letter/decision.ts';
import { parseLetter } from '../../../shared/letter/parse-letter.ts';
import { itemText, letterText } from './letter-text.ts';

describe('the decision at the end of a heading', () => {
  const heading = (printed: string) => {
    const { items } = parseLetter(letterText({ items: [itemText(printed)] })).parse.case;
    return items.map(({ title, decision, decisionText }) => [title, decision, decisionText]);
  };

  test.each([
    ['Lumbar MRI (Upheld)', 'Lumbar MRI', 'upheld', 'Upheld'],
    ['Lumbar MRI [DECISION: UPHELD]', 'Lumbar MRI', 'upheld', 'UPHELD'],
    ['Lumbar MRI -- Overturned', 'Lumbar MRI', 'overturned', 'Overturned'],
    ['Lumbar MRI = Overturned', 'Lumbar MRI', 'overturned', 'Overturned'],
    ['Lumbar MRI: Denial Upheld', 'Lumbar MRI', 'upheld', 'Upheld'],
    ['Lumbar MRI: Upheld (not medically necessary)', 'Lumbar MRI', 'upheld', 'Upheld'],
    ['Lumbar MRI\nDecision: Modified', 'Lumbar MRI', 'partially-overturned', 'Modified'],
    ['Lumbar MRI\n\nFinal Determination: Upheld', 'Lumbar MRI', 'upheld', 'Upheld'],
    ['Appeal of prior decision: Upheld', 'Appeal of prior decision', 'upheld', 'Upheld'],
    ['\u2022 Lumbar MRI: Upheld', 'Lumbar MRI', 'upheld', 'Upheld'],
    ['Issue 1 - Lumbar MRI: Upheld', 'Lumbar MRI', 'upheld', 'Upheld'],
    ['Issue 7 - Lumbar MRI: Upheld', 'Issue 7 - Lumbar MRI', 'upheld', 'Upheld'],
    ['Work hardening, modified (see below)', 'Work hardening, modified (see below)', 'unknown', ''],
    ['Lumbar MRI (if not upheld', 'Lumbar MRI (if not upheld', 'unknown', ''],
  ])('%j', (printed, ...expected) => {
    expect(heading(printed)).toEqual([expected]);
  });
});

test('the words are told from what announces them', () => {
  expect(decisionAtEnd('EMG (Decision: Overturned in part)')).toEqual({ start: 15, end: 33, from: 4 });
  expect(decisionAtEnd('EMG: Upheld.')).toEqual({ start: 5, end: 11, from: 5 });
  expect(decisionAtEnd('EMG: Upheld)')).toBeUndefined();
  expect(classifyDecision('Upheld')).toBe('upheld');
  expect(classifyDecision('Denial Upheld')).toBe('unknown');
});
