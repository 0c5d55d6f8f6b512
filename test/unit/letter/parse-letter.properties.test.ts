import fc from 'fast-check';
import { describe, test } from 'vitest';
import { noises } from './letter-noise.ts';
import { expectInvariants } from './parse-invariants.ts';
import { seedLetters } from './seed-letters.ts';

const space = fc.constantFrom(
  ' ',
  '  ',
  '\n',
  '\n\n',
  ' \n',
  '\n \n',
  '\r\n',
  '\f',
  '\v',
  '\t',
  '\u00A0',
  '\uFEFF',
  '\u2028',
  '\u3000',
);
const fragments = [
  'HOW THE IMR FINAL DETERMINATION WAS MADE',
  'CLINICAL CASE SUMMARY',
  'Clinical Case Summary',
  'IMR ISSUES, DECISIONS AND RATIONALES',
  'The Final Determination was based on decisions for the disputed items/services set forth below:',
  'The expert reviewer developed the following clinical case summary based on a review of the case file:',
  'The Expert Reviewer has the following credentials:',
  'State(s) of Licensure: New York, California',
  'Certification(s)/Specialty: Internal Medicine and Pain Medicine',
  'is Board Certified in Physical Medicine and Rehabilitation, and is licensed to practice in Texas.',
  'Claims Administrator guideline:',
  'MAXIMUS guideline:',
  'Decision rationale:',
  'Lumbar MRI: Upheld',
  'MRI: lumbar (unspecified',
  'level): Partially Overturned',
  'Withdrawn: Not Reviewed',
  'Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 300, 301.',
  'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain; Kelly (2009), pgs. 1-2.',
  'did not base their decision on the MTUS.',
  'Case Number: CM14-0012345',
  'Date of Injury: 5/9/13',
  'Decision Date: 02/30/2014',
  'Final Determination Letter for IMR Case Number CM14-0012345   3',
  'a 53-year-old woman with a date of injury of July 20, 2005.',
  'non-',
  'pre-',
  'and post',
  '(1) first;',
  '\uD800',
  '\uD83D\uDE00',
  '\u0000',
];
const letterLike = fc
  .array(fc.oneof(fc.constantFrom(...fragments), space, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

const seed = fc.constantFrom(...seedLetters.map(({ source }) => source));
/** A real letter, printed in another way, with some stretches cut out, doubled or replaced. */
const mutated = fc
  .record({
    source: seed,
    noise: fc.constantFrom((source: string) => source, ...Object.values(noises)),
    edits: fc.array(
      fc.record({
        at: fc.nat(7000),
        remove: fc.nat(400),
        insert: fc.oneof(fc.constantFrom(...fragments), space, fc.string({ unit: 'binary', maxLength: 8 })),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ source, noise, edits }) =>
    edits.reduce(
      (text, edit) => text.slice(0, edit.at) + edit.insert + text.slice(edit.at + edit.remove),
      noise(source),
    ),
  );

describe('for any source text', () => {
  test.each([
    ['any code units', fc.string({ unit: 'binary', maxLength: 300 }), 500],
    ['pieces of letters', letterLike, 800],
    ['damaged letters', mutated, 250],
  ] as const)('nothing is lost and every span covers its text: %s', (_name, sources, numRuns) => {
    fc.assert(
      fc.property(sources, (source) => expectInvariants(source)),
      { numRuns },
    );
  });

  test.each([
    ['lone surrogates', '\uD800\uDC00\uDC00 \uD800\n\uDFFF'],
    ['a megabyte of blank lines', `Claims${'\n'.repeat(1_000_000)}Administrator`],
    ['a hundred thousand lines of one letter', 'a\n'.repeat(100_000)],
    ['a megabyte without a space', 'x'.repeat(1_000_000)],
    ['endless labels', 'Decision rationale: '.repeat(40_000)],
    ['endless citations', `Decision rationale:${' MTUS guideline: Decision based on MTUS ACOEM, ODG;'.repeat(10_000)}`],
  ])('holds for %s', (_name, source) => expectInvariants(source));

  test('holds for a letter of five hundred items', () => {
    const [head = '', items = ''] = (seedLetters[1]?.source ?? '').split('set forth below:');
    expectInvariants(`${head}set forth below:${`${items.trimEnd()}\n\n \n\n`.repeat(170)}`);
  });
});
