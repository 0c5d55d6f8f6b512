import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asSelection,
  type Chosen,
  chosenAfter,
  countChosen,
  shownAsChosen,
} from '../../../../renderer/stores/selection.ts';

const all: Chosen = { kind: 'all', except: new Set() };
const loaded = [1, 2, 3];

describe('choosing letters', () => {
  it('keeps the letters that are not loaded when one of all is taken out, and when it is put back', () => {
    const without = chosenAfter(all, new Set([1, 3]), loaded);
    expect(without).toEqual({ kind: 'all', except: new Set([2]) });
    expect(countChosen(without, 1000)).toBe(999);
    expect(chosenAfter(without, new Set(loaded), loaded)).toEqual(all);
  });

  it('chooses a range instead of all', () => {
    expect(chosenAfter(all, new Set([2]), loaded)).toEqual({ kind: 'some', ids: new Set([2]) });
    expect(chosenAfter(all, new Set(), loaded)).toEqual({ kind: 'some', ids: new Set() });
  });

  it('takes rows that are loaded later for chosen when all are', () => {
    const without: Chosen = { kind: 'all', except: new Set([2]) };
    expect(shownAsChosen(without, [1, 2, 3, 4])).toEqual(new Set([1, 3, 4]));
    expect(shownAsChosen(all, loaded)).toBe('all');
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
        let chosen: Chosen = fromAll ? all : { kind: 'some', ids: new Set() };
        const expected = new Set(fromAll ? rows : []);
        for (const id of ids) {
          if (!expected.delete(id)) expected.add(id);
          chosen = chosenAfter(chosen, new Set(expected), rows);
        }
        expect(countChosen(chosen, rows.length)).toBe(expected.size);
        const shown = shownAsChosen(chosen, rows);
        expect(shown === 'all' ? new Set(rows) : shown).toEqual(expected);
      }),
    );
  });
});
