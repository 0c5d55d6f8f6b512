import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../../shared/letter/parse-letter.ts';
import { itemText, letterText } from './letter-text.ts';
import { expectInvariants } from './parse-invariants.ts';

function headings(source: string) {
  expectInvariants(source);
  return parseLetter(source).parse.case.items.map(({ title, decision, decisionText }) => [
    title,
    decision,
    decisionText,
  ]);
}
const emg = ['EMG', 'upheld', 'Upheld'];
/** The heading as a letter's first item and after another's rationale. */
const placed = (heading: string): string[] => [
  letterText({ items: [itemText(heading)] }),
  letterText({ items: [itemText('EMG: Upheld'), itemText(heading)] }).replaceAll(
    'medically necessary.',
    'medically necessary. The records show no need of it.',
  ),
];

describe('a title over two lines, in a letter that wraps none', () => {
  test.each([
    ['Soma (350mg)\n- 60 tablets: UPHELD', 'Soma (350mg) - 60 tablets', 'upheld', 'UPHELD'],
    ['Radiofrequency ablation\nL3-4: Upheld', 'Radiofrequency ablation L3-4', 'upheld', 'Upheld'],
    [
      'Norco 10/325mg #60, with\n5 refills: Overturned',
      'Norco 10/325mg #60, with 5 refills',
      'overturned',
      'Overturned',
    ],
    [
      'Physical therapy\n(lumbar) x 12:\nModified',
      'Physical therapy (lumbar) x 12',
      'partially-overturned',
      'Modified',
    ],
    ['MRI cervical spine:\nWithdrawn', 'MRI cervical spine', 'unknown', 'Withdrawn'],
  ])('%j', (heading, ...expected) => {
    const [first = '', second = ''] = placed(heading);
    expect(headings(first)).toEqual([expected]);
    expect(headings(second)).toEqual([emg, expected]);
  });

  test('is one paragraph of the reading text', () => {
    const source = letterText({ items: [itemText('Radiofrequency ablation\nL3-4: Upheld')] });
    expect(parseLetter(source).parse.readingText).toContain('\n\nRadiofrequency ablation L3-4: Upheld\n\n');
  });
});

test('a second line that starts with a dash is no entry of a list, however the lines are set', () => {
  const source = letterText({ items: [itemText('EMG: Upheld'), itemText('6) Soma (350mg)\n- 60 tablets: UPHELD')] });
  const doubleSpaced = source.replaceAll('\n\n', '\n').replaceAll('\n', '\n\n');
  expect(headings(doubleSpaced)).toEqual([emg, ['6) Soma (350mg) - 60 tablets', 'upheld', 'UPHELD']]);
  expect(headings(doubleSpaced.replace('UPHELD', '\n\nUPHELD'))).toEqual([
    emg,
    ['6) Soma (350mg) - 60 tablets', 'upheld', 'UPHELD'],
  ]);
});

describe('text above a heading stays with its rationale', () => {
  test.each([
    ['It is not medically necessary.\nLumbar brace: Upheld'],
    ['These criteria count:\n1. Failed care\n2. No surgery\nLumbar brace: Upheld'],
    ['The patient is to continue with home exercise\n\nLumbar brace: Upheld'],
  ])('%j', (text) => {
    const [rationale = '', ...rest] = text.split('\n').reverse();
    const above = rest.reverse().join('\n');
    const source = letterText({ items: [itemText('EMG: Upheld', `Care failed.\n\n${above}\n${itemText(rationale)}`)] });
    expect(headings(source)).toEqual([emg, ['Lumbar brace', 'upheld', 'Upheld']]);
  });
});

describe('a page end', () => {
  const wrapped = (heading: string): string =>
    [
      'HOW THE IMR FINAL DETERMINATION WAS MADE',
      ' ',
      'MAXIMUS Federal Services sent the complete case file to an expert reviewer. He is familiar',
      '',
      'with governing laws and regulations that apply to Independent Medical Review',
      '',
      'determinations.',
      ' ',
      'CLINICAL CASE SUMMARY',
      ' ',
      'The patient has low back pain, which has been there for many years now and radiates to',
      '',
      'the left leg. It is worse with bending and lifting and better with rest and with',
      '',
      'medications.',
      ' ',
      'IMR ISSUES, DECISIONS AND RATIONALES',
      ' ',
      heading,
      ' ',
      'Claims Administrator guideline: Decision based on MTUS ACOEM.',
      ' ',
      'MAXIMUS guideline: Decision based on Non-MTUS Citation ODG, Pain.',
      ' ',
      'Decision rationale: The records do not show that pain decreased, or that function',
      '',
      'improved, with prior care.',
    ].join('\n');

  test.each([
    ['Cyclobenzaprine 7.5mg (QTY:\n\n\n\n30): Upheld', 'Cyclobenzaprine 7.5mg (QTY: 30)', 'upheld', 'Upheld'],
    ['Periodontal scaling:\n\n\n\nNot Certi\uFB01ed', 'Periodontal scaling', 'unknown', 'Not Certi\uFB01ed'],
    ['Lyrica\n\n\n\n75 mg #60:\n\nUpheld', 'Lyrica 75 mg #60', 'upheld', 'Upheld'],
    ['Xanax 0.5 mg (DOS:\n\f4/7/13):\n\nupheld', 'Xanax 0.5 mg (DOS: 4/7/13)', 'upheld', 'upheld'],
  ])('within %j leaves one title', (heading, ...expected) => {
    expect(headings(wrapped(heading))).toEqual([expected]);
  });

  test('within a bracket of a title joins it, however narrow the gap above the title', () => {
    const lines = ['The prior denial is upheld.', 'Request for Soma (DOS:', '', '', '1/12/13): UPHELD'].join('\n');
    const source = `${wrapped('EMG: Upheld').replace(/\n\n/g, '\n')}\n${lines}\n \n${itemText('').trim()}`;
    expect(headings(source)).toEqual([emg, ['Request for Soma (DOS: 1/12/13)', 'upheld', 'UPHELD']]);
  });

  test('before a heading whose decision is on the next line parts it from the rationale', () => {
    const first = wrapped('EMG: Upheld');
    const source = `${first}\n\n\n\nCT scan of the right ankle:\n\nUpheld\n \n${itemText('').trim()}`;
    expect(headings(source)).toEqual([emg, ['CT scan of the right ankle', 'upheld', 'Upheld']]);
  });
});

test('a decision phrase that is a paragraph of its own leaves the title before it', () => {
  for (const words of ['Withdrawn', 'Not Certified', 'Deferred', 'Remanded', 'Modi\uFB01ed']) {
    const source = letterText({ items: [itemText(`MRI cervical spine:\n\n${words}`)] });
    expect(headings(source)[0]?.[0]).toBe('MRI cervical spine');
    expect(headings(source)[0]?.[2]).toBe(words);
  }
});
