import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asSelection,
  type Chosen,
  countChosen,
  isChosen,
  none,
  toggled,
  withRange,
} from '../../../../renderer/stores/selection.ts';

const all: Chosen = { kind: 'all', except: new Set() };

describe('choosing letters', () => {
  it('keeps the letters that are not loaded when one of all is taken out, and when it is put back', () => {
    const without = toggled(all, 2);
    expect(without).toEqual({ kind: 'all', except: new Set([2]) });
    expect(countChosen(without, 1000)).toBe(999);
    expect(toggled(without, 2)).toEqual(all);
  });

  it('chooses a range instead of all, and besides what was chosen one by one', () => {
    expect(withRange(all, [2, 3])).toEqual({ kind: 'some', ids: new Set([2, 3]) });
    expect(withRange(toggled(none, 7), [2, 3])).toEqual({ kind: 'some', ids: new Set([7, 2, 3]) });
  });

  it('takes rows that are loaded later for chosen when all are', () => {
    const without: Chosen = { kind: 'all', except: new Set([2]) };
    expect([1, 2, 3, 4].filter((id) => isChosen(without, id))).toEqual([1, 3, 4]);
    expect(isChosen(all, 99)).toBe(true);
  });

  it('says to the library what it shows', () => {
    const list = { query: 'tag:x', trash: false };
    expect(asSelection({ kind: 'some', ids: new Set([2, 1]) }, list)).toEqual({ letterIds: [2, 1] });
    expect(asSelection({ kind: 'all', except: new Set([2]) }, list)).toEqual({ ...list, except: [2] });
  });

  it('ends with what was clicked, one row at a time', () => {
    const clicks = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 });
    fc.assert(
      fc.property(clicks, fc.boolean(), (ids, fromAll) => {
        const rows = Array.from({ length: 10 }, (_, id) => id);
        let chosen: Chosen = fromAll ? all : none;
        const expected = new Set(fromAll ? rows : []);
        for (const id of ids) {
          if (!expected.delete(id)) expected.add(id);
          chosen = toggled(chosen, id);
        }
        expect(countChosen(chosen, rows.length)).toBe(expected.size);
        expect(new Set(rows.filter((id) => isChosen(chosen, id)))).toEqual(expected);
      }),
    );
  });
});
