import { describe, expect, test } from 'vitest';
import { chartsOf, percent } from '../../../../renderer/statistics/charts-of.ts';
import type { Statistics } from '../../../../shared/model/statistics.ts';

const none = { upheld: 0, overturned: 0, 'partially-overturned': 0, unknown: 0 };
const statistics: Statistics = {
  letters: 3,
  items: 5,
  decisions: { ...none, upheld: 4, overturned: 1 },
  groupings: [
    {
      by: 'category',
      groups: [
        { value: 'surgery', label: 'Surgery', counts: { ...none, upheld: 3, overturned: 1 } },
        { value: 'dental', label: 'Dental', counts: { ...none, upheld: 1 } },
      ],
      different: 2,
      without: 1,
    },
    { by: 'year', groups: [], different: 0, without: 5 },
  ],
  itemsPerLetter: [{ items: 1, letters: 2 }],
  chapters: { letters: 2, different: 3, places: [{ value: 'odg pain', label: 'ODG Pain', letters: 2 }] },
  pages: { letters: 0, different: 0, places: [] },
  opinions: [{ decision: 'upheld', counts: { agree: 1, disagree: 2, unsure: 0 } }],
};
const chart = (id: string) => chartsOf(statistics, 'lumbar').find((each) => each.id === id) ?? expect.fail(id);

describe('chartsOf', () => {
  test('leaves out charts without rows and parts that no row has', () => {
    expect(chartsOf(statistics, '').map(({ id }) => id)).toEqual([
      'decisions',
      'category',
      'items-per-letter',
      'chapters',
      'opinions',
    ]);
    expect(chart('category').parts.map(({ label }) => label)).toEqual(['Overturned', 'Upheld']);
    expect(chart('opinions').parts.map(({ label }) => label)).toEqual(['Agree', 'Disagree']);
  });

  test('tells denominators, and what is not shown', () => {
    expect(chart('decisions').note).toBe('5 items in 3 letters.');
    expect(chart('category').note).toBe(
      'Share of each row’s items, of 5 items in all. Not shown: 1 item of no known category. An item can be in several rows.',
    );
    expect(chart('chapters').note).toBe(
      'Letters that cite it, either party, of 3 letters; 2 name any chapter. The 1 most cited of 3.',
    );
    expect(chart('opinions').note).toBe('3 second opinions on 5 items.');
  });

  test('gives each figure the query for its letters', () => {
    expect(chart('category').rows[0]).toEqual({
      label: 'Surgery',
      figures: [
        { count: 1, query: 'item:"surgery overturned" lumbar' },
        { count: 3, query: 'item:"surgery upheld" lumbar' },
      ],
      total: { count: 4, query: 'item:surgery lumbar' },
    });
    expect(chart('items-per-letter').rows[0]?.total.query).toBe('items:1 lumbar');
    expect(chart('opinions').rows[0]?.figures[1]?.query).toBe('opinion:"disagree upheld" lumbar');
    expect(chart('opinions').rows[0]?.total.query).toBe('opinion:"any upheld" lumbar');
  });
});

describe('percent', () => {
  test.each([
    [0, 5, '0%'],
    [1, 200, '<1%'],
    [1, 3, '33%'],
    [199, 200, '>99%'],
    [5, 5, '100%'],
    [0, 0, '0%'],
  ])('%i of %i is %s', (count, of, printed) => expect(percent(count, of)).toBe(printed));

  test.each([
    [0, 5, '0%'],
    [1, 8, '12.5%'],
    [1, 200, '0.5%'],
    [1, 2000, '<0.1%'],
    [4, 5, '80.0%'],
    [1999, 2000, '>99.9%'],
    [5, 5, '100%'],
  ])('%i of %i is %s with a decimal', (count, of, printed) => expect(percent(count, of, 1)).toBe(printed));
});
