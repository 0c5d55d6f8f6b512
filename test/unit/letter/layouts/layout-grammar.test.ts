import { describe, expect, test } from 'vitest';
import { guidelineStatement } from '../../../../shared/letter/layouts/guideline-statement.ts';
import { necessities } from '../../../../shared/letter/layouts/necessity.ts';
import { parseLetter } from '../../../../shared/letter/parse-letter.ts';
import { expectInvariants } from '../parse-invariants.ts';

function parse(...paragraphs: string[]) {
  const source = paragraphs.join('\n\n');
  expectInvariants(source);
  return parseLetter(source).parse;
}
const headingsOf = ({ case: { items } }: ReturnType<typeof parse>) =>
  items.map(({ title, decision, decisionText }) => [title, decision, decisionText]);

test.each([
  ['is medically necessary', 'overturned', 'medically necessary'],
  ['is medically necessary and appropriate', 'overturned', 'medically necessary and appropriate'],
  ['is not medically necessary', 'upheld', 'not medically necessary'],
  ['is notmedically necessary and appropriate', 'upheld', 'notmedically necessary and appropriate'],
  ['is not medically necessary or appropriate', 'upheld', 'not medically necessary or appropriate'],
  ['is not considered medically necessary', 'upheld', 'not considered medically necessary'],
  ['cannot be deemed medically necessary', 'upheld', 'cannot be deemed medically necessary'],
  ['wasn\u2019t medically necessary', 'upheld', 'wasn\u2019t medically necessary'],
  ['is medically unnecessary', 'upheld', 'medically unnecessary'],
  ['is partially medically necessary', 'partially-overturned', 'partially medically necessary'],
  ['is medically necessary, in part', 'partially-overturned', 'medically necessary, in part'],
])('the finding "%s"', (text, decision, words) => {
  const found = necessities(text, 0, text.length).map((one) => [one.decision, text.slice(one.start, one.end)]);
  expect(found).toEqual([[decision, words]]);
});

describe('a guideline in sentences', () => {
  test.each([
    ['based its decision on the ODG, Pain Chapter, which is not part of the MTUS.', ['ODG Pain']],
    [
      'relied on ACOEM Chapter 12 Low Back Complaints, page 300, which is part of the MTUS.',
      ['ACOEM 12 Low Back Complaints', 'MTUS'],
    ],
    ['relied on the Chronic Pain Medical Treatment Guidelines, page 9, which is part of the MTUS.', ['MTUS']],
    ['found no section of the MTUS applicable and relevant to the issue at dispute.', []],
    ['relied on the ODG, Pain Chapter, because the MTUS does not address this drug.', ['ODG Pain']],
    ['noted that the MTUS is silent and relied on the ODG.', []],
    ['relied on the ODG, Pain Chapter. They address the treatment at issue.', ['ODG Pain']],
    [
      'relied on the Shoulder Complaints Chapter (ACOEM Practice Guidelines, Chapter 9), page 2.',
      ['ACOEM 9 Shoulder Complaints'],
    ],
    ['did not cite any evidence-based criteria.', []],
    ['based its decision on no guideline.', []],
    ['found the section of the MTUS used by the Claims Administrator relevant and appropriate.', ['MTUS']],
  ])('"%s"', (words, sources) => {
    const text = `The Expert Reviewer ${words}`;
    const { citations } = guidelineStatement(text, { start: 0, end: text.length });
    expect(citations.map(({ source, chapter }) => (chapter ? `${source} ${chapter}` : source))).toEqual(sources);
    for (const { start, end, text: cited } of citations) expect(text.slice(start, end)).toBe(cited);
  });
});

describe('the decisions layout', () => {
  const letter = (...items: string[]) =>
    parse(
      'MAXIMUS FEDERAL SERVICES, INC.',
      'DOCUMENTS REVIEWED',
      'None.',
      'IMR DECISION(S) AND RATIONALE(S)',
      ...items,
    );
  const sides = ['The Claims Administrator based its decision on the ODG.', 'The Expert Reviewer relied on the ODG.'];

  test.each([
    ['1. MRI of the lumbar spine: Overturned', 'MRI of the lumbar spine', 'overturned', 'Overturned'],
    ['1. PT: Modified to 6 visits', 'PT', 'partially-overturned', 'Modified to 6 visits'],
    ['1. MRI: Upheld as modified', 'MRI', 'unknown', 'Upheld as modified'],
    ['1. MRI: denied', 'MRI', 'unknown', 'denied'],
    ['1. MRI (Denied)', 'MRI', 'unknown', 'Denied'],
    ['The request for an MRI is medically necessary.', 'an MRI', 'overturned', 'medically necessary'],
    [
      '1) An MRI was not medically necessary and appropriate.',
      'An MRI',
      'upheld',
      'not medically necessary and appropriate',
    ],
    [
      '1. Retrospective request for Norco: Modified',
      'Retrospective request for Norco',
      'partially-overturned',
      'Modified',
    ],
    ['1. Norco 10/325 mg. Quantity 60: Upheld', 'Norco 10/325 mg. Quantity 60', 'upheld', 'Upheld'],
    ['MRI: Withdrawn', 'MRI', 'unknown', 'Withdrawn'],
  ])('the heading %j', (heading, ...expected) => {
    expect(headingsOf(letter(heading, ...sides, 'Decision rationale: It is so.'))).toEqual([expected]);
  });

  test.each([
    'Criteria are: (1) Alpha was seen; (2) Beta was seen.As such, the request for Norco is not medically necessary.',
    'Criteria are: (1) Alpha was seen; (2) Beta was seen; as such, the request for Norco is not medically necessary.',
    'Criteria: 1. Alpha was seen. 2. Beta was seen.As such, the request for Norco is not medically necessary.',
  ])('a list with the finding at its end starts no item: %s', (rationale) => {
    const { case: parsed } = letter(
      '1. Norco is not medically necessary and appropriate.',
      ...sides,
      `Decision rationale: ${rationale}`,
    );
    expect(parsed.items.map(({ title, rationale: { text } }) => [title, text])).toEqual([['Norco', rationale]]);
  });

  test('a list, a finding and a decision told in a rationale start no item', () => {
    const rationale =
      'Criteria:\n\n1. Pain.\n\n2. The MRI was done. Surgery is not medically necessary.\n\n3. The denial is upheld.\n\nThe request for an EMG is not medically necessary.';
    const { items } = letter('1. EMG: Upheld', ...sides, `Decision rationale: ${rationale}`).case;
    expect(items.map(({ title }) => title)).toEqual(['EMG']);
    expect(items[0]?.rationale.text).toBe(rationale);
  });

  test('without a label the rationale is what follows the guidelines', () => {
    const { items } = letter('1. EMG: Upheld', ...sides, 'It is so.').case;
    expect(items.map((item) => [item.reviewer.text, item.rationale.text])).toEqual([[sides[1], 'It is so.']]);
  });
});

describe('the notice of 2013', () => {
  const determined = (number: number, title: string, words: string) =>
    `${number}) MAXIMUS Federal Services, Inc. has determined the request for ${title} is ${words}.`;
  const block = (number: number, title: string, rationale: string) => [
    `${number}) Regarding the request for ${title}:`,
    'Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her Decision:',
    'The Claims Administrator cited the ODG. The Expert Reviewer relied on the ODG.',
    'Rationale for the Decision:',
    rationale,
  ];
  const title = 'Notice of Independent Medical Review Determination';
  const list = 'INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE';

  test('lists that decide an item in two ways are reported', () => {
    const found = parse(
      title,
      determined(1, 'X', 'not medically necessary'),
      list,
      determined(1, 'X', 'medically necessary'),
    );
    expect(headingsOf(found)).toEqual([['X', 'upheld', 'not medically necessary']]);
    expect(found.diagnostics.map(({ code }) => code)).toContain('conflicting-decision');
  });

  test('an item that only the second list names is not lost', () => {
    const words = 'medically necessary';
    const found = parse(title, determined(1, 'X', words), list, determined(1, 'X', words), determined(2, 'Y', words));
    expect(headingsOf(found).map(([name]) => name)).toEqual(['X', 'Y']);
  });

  test('blocks in another order find their items by title', () => {
    const words = 'medically necessary';
    const { items } = parse(
      title,
      determined(1, 'X', words),
      determined(2, 'Y', words),
      ...block(1, 'Y', 'On Y.'),
      ...block(2, 'X', 'On X.'),
    ).case;
    expect(items.map(({ rationale }) => rationale.text)).toEqual(['On X.', 'On Y.']);
  });

  test('a block without a determination is an item, decided by its rationale', () => {
    const found = parse(
      title,
      list,
      'Medical Qualifications of the Expert Reviewer:',
      'None.',
      ...block(1, 'Z', 'So it is not medically necessary.'),
    );
    expect(headingsOf(found)).toEqual([['Z', 'upheld', 'not medically necessary']]);
  });

  test('"Regarding the request" in a rationale starts no block', () => {
    const rationale =
      'Regarding the request for X, the records show:\n\nno pain.\n\nRegarding the request for more: it is late.';
    const { items } = parse(title, determined(1, 'X', 'medically necessary'), ...block(1, 'X', rationale)).case;
    expect(items.map((item) => item.rationale.text)).toEqual([rationale]);
  });
});

describe('the professional review', () => {
  const review = (issue: string, verb: string, rationale: string) =>
    parse(
      'MEDICAL PROFESSIONAL REVIEW',
      `ISSUE AT DISPUTE:\n\n${issue}`,
      'MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL\nREVIEWER AND WHY:\n\nODG.',
      `RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE ${verb}\nMEDICALLY NECESSARY:\n\n${rationale}`,
    );

  test.each([
    ['MRI of the knee', 'IS/WAS NOT', 'MRI of the knee', 'upheld', 'NOT MEDICALLY NECESSARY'],
    ['Is the request for an MRI medically necessary?', 'IS', 'an MRI', 'overturned', 'MEDICALLY NECESSARY'],
    ['Whether the requested MRI was medically necessary', 'WAS NOT', 'MRI', 'upheld', 'NOT MEDICALLY NECESSARY'],
    ['The request for an MRI.', 'IS/WAS (NOT)', 'an MRI', 'unknown', ''],
  ])('%j %s', (issue, verb, ...expected) => {
    const found = review(issue, verb, 'The records are thin.');
    expect(headingsOf(found)).toEqual([expected]);
  });

  test('an entry that finds otherwise than the heading over all of them decides for its item', () => {
    const entries =
      '1. The MRI is medically necessary.\n\n2. EMG is not medically necessary.\n\n3. Nothing supports it.';
    expect(headingsOf(review('1. MRI\n\n2. EMG\n\n3. Brace', 'IS NOT', entries))).toEqual([
      ['MRI', 'overturned', 'medically necessary'],
      ['EMG', 'upheld', 'NOT MEDICALLY NECESSARY'],
      ['Brace', 'upheld', 'NOT MEDICALLY NECESSARY'],
    ]);
  });

  test('a rationale for all items is each item\u2019s rationale', () => {
    const { items } = review('1. MRI\n\n2. EMG', 'IS NOT', 'Both are early.').case;
    expect(items.map(({ title, rationale }) => [title, rationale.text])).toEqual([
      ['MRI', 'Both are early.'],
      ['EMG', 'Both are early.'],
    ]);
  });
});
