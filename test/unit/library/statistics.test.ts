import { describe, expect, test } from 'vitest';
import { statisticsOf } from '../../../electron/library/statistics.ts';
import type { Item, LetterParse } from '../../../shared/model/letter-parse.ts';
import { decisions } from '../../../shared/model/letter-parse.ts';
import type { ItemGrouping } from '../../../shared/model/statistics.ts';
import {
  lettersOfDecision,
  lettersOfGroup,
  lettersOfItemCount,
  lettersOfOpinion,
  lettersOfPlace,
} from '../../../shared/search/letters-behind.ts';
import { newLetters, parsedLetter } from '../../bench/library/bench-letters.ts';
import { testLibrary } from './test-library.ts';

const seed = 7;
const count = 80;

/** A library of generated letters, beside what the parser says of each. */
function libraryOfLetters() {
  const library = testLibrary();
  const added = library.addLetters(newLetters(seed, 0, count));
  const parses = new Map(added.map(({ letterId }, index) => [letterId, parsedLetter(seed, index).content.parse]));
  const found = (query: string): number[] => library.listLetters({ query, limit: 1000 }).rows.map(({ id }) => id);
  const parsesFound = (query: string): LetterParse[] =>
    found(query).map((id) => parses.get(id) ?? expect.fail(`no letter ${id}`));
  const statistics = (query: Parameters<typeof statisticsOf>[1]) => statisticsOf(library.db, query);
  return { ...library, parses, found, parsesFound, statistics };
}

/** The values that an item has of a grouping, worked out from the parse alone. */
function valuesOf(by: ItemGrouping, item: Item, { case: parsed, facts }: LetterParse): string[] {
  const sourcesOf = (citations: Item['reviewer']['citations']) => citations.map(({ source }) => source.toLowerCase());
  switch (by) {
    case 'category':
      return facts.items.flatMap(({ ordinal, category }) =>
        ordinal === item.ordinal && category ? [category.value] : [],
      );
    case 'reviewer-source':
      return sourcesOf(item.reviewer.citations);
    case 'administrator-source':
      return sourcesOf(item.claimsAdministrator.citations);
    case 'specialty':
      return parsed.reviewer.certifications.map((value) => value.toLowerCase());
    case 'state':
      return parsed.reviewer.licensedIn.map((value) => value.toLowerCase());
    case 'year':
      return [
        parsed.dates.decision ?? parsed.dates.received ?? parsed.dates.assigned ?? `20${parsed.number?.slice(2, 4)}`,
      ]
        .map((date) => date.slice(0, 4))
        .filter((year) => /^\d{4}$/.test(year));
  }
}

const itemsOf = (parses: readonly LetterParse[]) =>
  parses.flatMap((parse) => parse.case.items.map((item) => ({ item, parse })));

describe('statistics', () => {
  test.each([
    '',
    'decision:overturned',
    'state:california specialty:"pain medicine" guideline:odg',
    'lumbar -sex:male',
  ])('count what the letters of the search say, and lead to the letters behind every figure: %s', (query) => {
    const { statistics, parsesFound, found } = libraryOfLetters();
    const told = statistics({ query });
    const all = itemsOf(parsesFound(query));
    expect(told.letters).toBe(found(query).length);
    expect(told.items).toBe(all.length);
    for (const { by, groups, without, different } of told.groupings) {
      expect(groups.length).toBe(different);
      expect(without).toBe(all.filter(({ item, parse }) => valuesOf(by, item, parse).length === 0).length);
      for (const { value, counts } of groups) {
        for (const decision of decisions) {
          const counted = all.filter(
            ({ item, parse }) => item.decision === decision && valuesOf(by, item, parse).includes(value),
          );
          expect(counts[decision], `${by} ${value} ${decision}`).toBe(counted.length);
          const behind = parsesFound(lettersOfGroup(query, by, value, decision));
          expect(new Set(behind), `${by} ${value} ${decision}`).toEqual(new Set(counted.map(({ parse }) => parse)));
        }
      }
    }
    for (const decision of decisions) {
      const counted = all.filter(({ item }) => item.decision === decision);
      expect(told.decisions[decision]).toBe(counted.length);
      expect(new Set(parsesFound(lettersOfDecision(query, decision)))).toEqual(
        new Set(counted.map(({ parse }) => parse)),
      );
    }
    for (const { items, letters } of told.itemsPerLetter) {
      const behind = parsesFound(lettersOfItemCount(query, items));
      expect(behind.length).toBe(letters);
      for (const parse of behind) expect(parse.case.items.length).toBe(items);
    }
    for (const [field, { places, letters }] of [
      ['chapter', told.chapters],
      ['page', told.pages],
    ] as const) {
      expect(letters).toBeGreaterThanOrEqual(places[0]?.letters ?? 0);
      for (const place of places) {
        expect(found(lettersOfPlace(query, field, place.value)).length, place.value).toBe(place.letters);
      }
    }
  });

  test('are not empty for what the test looks at', () => {
    const { statistics } = libraryOfLetters();
    const told = statistics({ query: '' });
    for (const { by, groups } of told.groupings) expect(groups.length, by).toBeGreaterThan(2);
    expect(told.chapters.places.length).toBeGreaterThan(10);
    expect(told.pages.places.length).toBeGreaterThan(10);
    expect(told.itemsPerLetter.length).toBeGreaterThan(3);
    expect(new Set(told.chapters.places.map(({ label }) => label)).size).toBe(told.chapters.places.length);
  });

  test('tell second opinions by the decision that they are about', () => {
    const { statistics, saveSecondOpinion, parses, found } = libraryOfLetters();
    const [[letterId, parse] = expect.fail()] = [...parses].filter(([, { case: c }]) => c.items.length > 1);
    const [first = expect.fail(), second = expect.fail()] = parse.case.items;
    const opinion = { letterId, reason: '', author: 'R' };
    saveSecondOpinion({ ...opinion, ordinal: first.ordinal, itemTitle: first.title, verdict: 'agree' });
    saveSecondOpinion({ ...opinion, ordinal: second.ordinal, itemTitle: second.title, verdict: 'disagree' });
    const told = statistics({ query: '' }).opinions;
    const sum = (verdict: 'agree' | 'disagree' | 'unsure') =>
      told.reduce((total, { counts }) => total + counts[verdict], 0);
    expect([sum('agree'), sum('disagree'), sum('unsure')]).toEqual([1, 1, 0]);
    expect(told.find(({ decision }) => decision === first.decision)?.counts.agree).toBe(1);
    expect(found(lettersOfOpinion('', first.decision, 'agree'))).toEqual([letterId]);
    expect(found(lettersOfOpinion('', first.decision, 'unsure'))).toEqual([]);
  });

  test('leave out the trash, and count it alone when asked', () => {
    const { statistics, trashLetters, parses } = libraryOfLetters();
    const [letterId = expect.fail()] = parses.keys();
    trashLetters({ letterIds: [letterId] });
    expect(statistics({ query: '' }).letters).toBe(count - 1);
    expect(statistics({ query: '', trash: true }).letters).toBe(1);
  });

  test('of an empty library are zero', () => {
    const { db } = testLibrary();
    expect(statisticsOf(db, { query: '' })).toMatchObject({ letters: 0, items: 0, itemsPerLetter: [], opinions: [] });
  });
});
