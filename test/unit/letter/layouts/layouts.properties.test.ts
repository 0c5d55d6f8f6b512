import fc from 'fast-check';
import { describe, test } from 'vitest';
import { noises } from '../letter-noise.ts';
import { expectInvariants } from '../parse-invariants.ts';
import { layoutLetters } from './layout-letters.ts';

const fragments = [
  'MAXIMUS FEDERAL SERVICES, INC.',
  'MEDICAL PROFESSIONAL REVIEW',
  'Notice of Independent Medical Review Determination',
  'Dated: 1/2/2013',
  'MAXIMUS Case Number: CM13-0000001',
  '1) MAXIMUS Federal Services, Inc. has determined the request for X is notmedically necessary and appropriate.',
  '2) MAXIMUS Federal Services, Inc. has determined the request for Y is medically necessary',
  'INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE',
  'Medical Qualifications of the Expert Reviewer:',
  'Case Summary:',
  'Documents Reviewed for Determination:',
  '1) Regarding the request for X:',
  'Section(s) of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her Decision:',
  'Rationale for the Decision:',
  'Effect of the Decision:',
  'ISSUE AT DISPUTE:',
  'MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL\nREVIEWER AND WHY:',
  'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS (NOT) MEDICALLY NECESSARY:',
  'MEDICAL REVIEWER QUALIFICATIONS:',
  'DOCUMENTS REVIEWED',
  'IMR DECISION(S) AND RATIONALE(S)',
  'The Final Determination was based on decisions for the disputed items/services set forth below:',
  '1. MRI: Upheld',
  '2. The request for an MRI is medically necessary.',
  'The Claims Administrator based its decision on the ODG, which is not part of the MTUS.',
  'The Physician Reviewer relied on the Shoulder Complaints Chapter (ACOEM, Chapter 9), page 2.',
  "The Physician Reviewer's decision rationale: ",
  'Decision rationale:',
  'Sincerely,',
];
const space = fc.constantFrom(' ', '\n', '\n\n', ' \n\n \n\n', '\f', '\u00A0');
const inserted = fc.oneof(fc.constantFrom(...fragments), space, fc.string({ unit: 'binary', maxLength: 8 }));
const letterLike = fc.array(inserted, { maxLength: 40 }).map((pieces) => pieces.join(''));
const mutated = fc
  .record({
    source: fc.constantFrom(...layoutLetters.map(({ source }) => source)),
    noise: fc.constantFrom((source: string) => source, ...Object.values(noises)),
    edits: fc.array(fc.record({ at: fc.nat(6000), remove: fc.nat(400), insert: inserted }), { maxLength: 8 }),
  })
  .map(({ source, noise, edits }) =>
    edits.reduce((text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove), noise(source)),
  );

describe('nothing is lost and every span covers its text', () => {
  test.each([
    ['pieces of letters', letterLike, 600],
    ['damaged letters', mutated, 250],
  ] as const)('%s', (_name, sources, numRuns) => {
    fc.assert(
      fc.property(sources, (source) => expectInvariants(source)),
      { numRuns },
    );
  });

  const notice = 'Notice of Independent Medical Review Determination\n';
  const decided = 'MAXIMUS Federal Services, Inc. has determined the request for X is medically necessary.\n';
  const review = 'MEDICAL PROFESSIONAL REVIEW\nISSUE AT DISPUTE:\n';
  const decisions = 'DOCUMENTS REVIEWED\nNone.\nIMR DECISION(S) AND RATIONALE(S)\n';
  test.each([
    ['endless determinations', notice + decided.repeat(5_000)],
    [
      'endless blocks',
      notice + decided + '1) Regarding the request for X:\nRationale for the Decision: no.\n'.repeat(5_000),
    ],
    ['endless issues', review.repeat(5_000)],
    ['endless numbers', review + '1. 2. 3. 4. 5. 6. 7. 8. 9. 10. '.repeat(5_000)],
    ['endless decisions', decisions + 'MRI: Upheld\n\nIt is not.\n\n'.repeat(5_000)],
    ['endless findings', decisions + 'The request for X is not medically necessary. '.repeat(5_000)],
    ['endless blanks', `${decisions}IMR${' '.repeat(200_000)}DECISION${'\n'.repeat(200_000)}MEDICAL`],
  ])('for %s', (_name, source) => expectInvariants(source));
});
