import { expect, test } from 'vitest';
import { sampleLetter } from './sample-letter.ts';
import { codeOf, testLibrary } from './test-library.ts';

test('the last second opinion on an item counts', () => {
  const library = testLibrary();
  const letterId = library.addLetters([sampleLetter('text', { titles: ['MRI', 'Brace'] })])[0]?.letterId ?? 0;
  const opinion = { letterId, ordinal: 2, itemTitle: 'Brace', reason: 'Evidence is thin', author: 'Dr. Reviewer' };

  const draft = library.saveSecondOpinion(opinion);
  expect(draft).toMatchObject(opinion);
  expect('verdict' in draft).toBe(false);
  expect(library.openCase(letterId).letter).toMatchObject({ status: 'in-progress', opinionCount: 0 });

  const saved = library.saveSecondOpinion({ ...opinion, verdict: 'disagree', reason: 'Evidence is strong' });
  library.saveSecondOpinion({ ...opinion, ordinal: 1, itemTitle: 'MRI', verdict: 'agree' });
  const view = library.openCase(letterId);
  expect(view.secondOpinions.map(({ ordinal, verdict }) => [ordinal, verdict])).toEqual([
    [1, 'agree'],
    [2, 'disagree'],
  ]);
  expect(view.secondOpinions[1]).toEqual(saved);
  expect(view.letter.opinionCount).toBe(2);
  expect(library.listLetters({ query: 'strong', limit: 5 }).total).toBe(1);
});

test('a second opinion is on an item of a letter', () => {
  const library = testLibrary();
  const letterId = library.addLetters([sampleLetter('text')])[0]?.letterId ?? 0;
  const opinion = { letterId, ordinal: 1, itemTitle: '', reason: '', author: '' };
  expect(codeOf(() => library.saveSecondOpinion({ ...opinion, ordinal: 2 }))).toBe('invalid-input');
  expect(codeOf(() => library.saveSecondOpinion({ ...opinion, letterId: 9 }))).toBe('no-such-letter');
  expect(library.openCase(letterId).letter.status).toBe('new');
});
