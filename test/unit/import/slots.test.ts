import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSlots } from '../../../electron/import/slots.ts';

test('never more slots are held than there are, and everyone is served in turn', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.record({ all: fc.boolean(), turns: fc.nat(5), fails: fc.boolean() }), { maxLength: 20 }),
      async (total, jobs) => {
        const slots = createSlots(total);
        const started: number[] = [];
        let held = 0;
        const work = jobs.map(({ all, turns, fails }, index) => {
          const count = all ? total : 1;
          return slots.withSome(count, async () => {
            started.push(index);
            held += count;
            expect(held).toBeLessThanOrEqual(total);
            for (let turn = 0; turn < turns; turn++) await undefined;
            held -= count;
            if (fails) throw new Error('failed');
            return index;
          });
        });
        const ended = await Promise.allSettled(work);
        expect(ended.map(({ status }) => status === 'rejected')).toEqual(jobs.map(({ fails }) => fails));
        expect(started).toEqual(jobs.map((_, index) => index));
      },
    ),
  );
});
