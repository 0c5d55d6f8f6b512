import { describe, expect, test } from 'vitest';
import { citedChapter, citedPages } from '../../../../electron/library/find/cited-places.ts';
import type { Citation } from '../../../../shared/model/letter-parse.ts';

const citation = (source: Citation['source'], more: Partial<Citation> = {}): Citation => ({
  source,
  pages: [],
  text: '',
  start: 0,
  end: 0,
  ...more,
});

describe('citedChapter', () => {
  test.each([
    ['ACOEM', { chapter: '12 Low Back Complaints' }, 'acoem 12', 'ACOEM 12 Low Back Complaints'],
    ['ACOEM', { chapter: '12' }, 'acoem 12', 'ACOEM 12'],
    ['ODG', { chapter: 'Forearm, Wrist, & Hand' }, 'odg forearm, wrist and hand', 'ODG Forearm, Wrist and Hand'],
    ['ODG', { chapter: 'Hip  &  Pelvis' }, 'odg hip and pelvis', 'ODG Hip and Pelvis'],
    [
      'MTUS',
      { guideline: 'Chronic Pain Medical Treatment 2009' },
      'mtus chronic pain medical treatment guidelines',
      'MTUS Chronic Pain Medical Treatment Guidelines',
    ],
    [
      'MTUS',
      { guideline: 'Acupuncture Treatment Guidelines' },
      'mtus acupuncture treatment guidelines',
      'MTUS Acupuncture Treatment Guidelines',
    ],
  ] as const)('%s %j', (source, more, value, label) => {
    expect(citedChapter(citation(source, more))).toEqual({ value, label });
  });

  test('is none where none is named, or the source is another', () => {
    expect(citedChapter(citation('ODG'))).toBeUndefined();
    expect(citedChapter(citation('OTHER', { guideline: 'Mosby', chapter: '3' }))).toBeUndefined();
    expect(citedChapter(citation('ODG', { chapter: '""' }))).toBeUndefined();
  });
});

describe('citedPages', () => {
  const values = (pages: string[], more: Partial<Citation> = {}) =>
    citedPages(citation('MTUS', { pages, ...more })).map(({ value }) => value);

  test('counts the pages of a range one by one, unless they are many', () => {
    expect(values(['68', '94-96'])).toEqual(['mtus p. 68', 'mtus p. 94', 'mtus p. 95', 'mtus p. 96']);
    expect(values(['1-900'])).toEqual(['mtus p. 1-900']);
    expect(values(['96-94'])).toEqual(['mtus p. 96-94']);
    expect(values(['e15'])).toEqual(['mtus p. e15']);
  });

  test('are pages of their chapter', () => {
    expect(citedPages(citation('ACOEM', { chapter: '12 Low Back Complaints', pages: ['308'] }))).toEqual([
      { value: 'acoem 12 p. 308', label: 'p. 308, ACOEM 12 Low Back Complaints' },
    ]);
  });
});
