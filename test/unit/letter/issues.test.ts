import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../../shared/letter/parse-letter.ts';
import { itemText, letterText } from './letter-text.ts';
import { expectInvariants } from './parse-invariants.ts';

function parse(source: string) {
  expectInvariants(source);
  return parseLetter(source).parse;
}
const headings = (source: string) =>
  parse(source).case.items.map(({ title, decision, decisionText }) => [title, decision, decisionText]);
const codes = (source: string) => parse(source).diagnostics.map(({ code }) => code);

describe('the heading of an item', () => {
  test.each([
    ['MRI: Upheld', 'MRI', 'upheld', 'Upheld'],
    ['MRI:  OVERTURNED', 'MRI', 'overturned', 'OVERTURNED'],
    ['MRI: upheld.', 'MRI', 'upheld', 'upheld'],
    ['MRI: Partially Overturned', 'MRI', 'partially-overturned', 'Partially Overturned'],
    ['MRI: Overturned in part', 'MRI', 'partially-overturned', 'Overturned in part'],
    ['MRI: Upheld in part', 'MRI', 'partially-overturned', 'Upheld in part'],
    ['MRI: Modified', 'MRI', 'partially-overturned', 'Modified'],
    ['MRI: Partially Overturned/Modified', 'MRI', 'partially-overturned', 'Partially Overturned/Modified'],
    ['MRI Upheld', 'MRI', 'upheld', 'Upheld'],
    ['MRI \u2013 Upheld', 'MRI', 'upheld', 'Upheld'],
    ['Biofeedback x 7 sessions - upheld', 'Biofeedback x 7 sessions', 'upheld', 'upheld'],
    ['Biofeedback x 7 sessions \u2013 upheld', 'Biofeedback x 7 sessions', 'upheld', 'upheld'],
    ['Biofeedback x 7 sessions  upheld', 'Biofeedback x 7 sessions', 'upheld', 'upheld'],
    ['Lyrica 75 mg: Modi\uFB01ed', 'Lyrica 75 mg', 'partially-overturned', 'Modi\uFB01ed'],
    ['MRI:\n\nUpheld', 'MRI', 'upheld', 'Upheld'],
    ['MRI: lumbar spine (CPT: 72148): Upheld', 'MRI: lumbar spine (CPT: 72148)', 'upheld', 'Upheld'],
    ['Norco 10/325 mg. #60, 1 p.o. t.i.d.: Upheld', 'Norco 10/325 mg. #60, 1 p.o. t.i.d.', 'upheld', 'Upheld'],
    ['1. MRI: Upheld', 'MRI', 'upheld', 'Upheld'],
    ['Issue 1: MRI: Upheld', 'MRI', 'upheld', 'Upheld'],
    ['12 visits: Upheld', '12 visits', 'upheld', 'Upheld'],
    ['MRI: Withdrawn', 'MRI', 'unknown', 'Withdrawn'],
    ['MRI: Not Medically Necessary', 'MRI', 'unknown', 'Not Medically Necessary'],
    ['PT: Modified to 6 visits', 'PT', 'partially-overturned', 'Modified to 6 visits'],
    ['MRI: UPHELD IN FULL', 'MRI', 'upheld', 'UPHELD IN FULL'],
    ['MRI: Upheld (denied)', 'MRI', 'upheld', 'Upheld'],
    ['MRI: Upheld as modified', 'MRI', 'unknown', 'Upheld as modified'],
    ['MRI: denied', 'MRI', 'unknown', 'denied'],
    ['MRI: affirmed.', 'MRI', 'unknown', 'affirmed'],
    ['MRI: N/A', 'MRI', 'unknown', 'N/A'],
    ['MRI: non-certified', 'MRI', 'unknown', 'non-certified'],
    ['MRI: 50% approved', 'MRI', 'unknown', '50% approved'],
    ['MRI: Approved, 6 of 12 sessions', 'MRI', 'unknown', 'Approved, 6 of 12 sessions'],
    ['MRI: lumbar spine (CPT: 72148): denied', 'MRI: lumbar spine (CPT: 72148)', 'unknown', 'denied'],
    ['MRI - Denied', 'MRI', 'unknown', 'Denied'],
    ['MRI (Denied)', 'MRI', 'unknown', 'Denied'],
    ['Sumatriptan 25 mg - 60 tablets upheld', 'Sumatriptan 25 mg - 60 tablets', 'upheld', 'upheld'],
    ['Appeal: previously denied MRI', 'Appeal: previously denied MRI', 'unknown', ''],
    ['Work: denied body part evaluation', 'Work: denied body part evaluation', 'unknown', ''],
    ['MRI (if not denied)', 'MRI (if not denied)', 'unknown', ''],
    ['PT \u2013 modified duty program', 'PT \u2013 modified duty program', 'unknown', ''],
    ['MRI: lumbar spine', 'MRI: lumbar spine', 'unknown', ''],
    ['Lumbar brace', 'Lumbar brace', 'unknown', ''],
  ])('%j', (heading, title, decision, decisionText) => {
    expect(headings(letterText({ items: [itemText(heading)] }))).toEqual([[title, decision, decisionText]]);
    // As the second item, after another's rationale, it reads the same.
    const second = headings(
      letterText({ items: [itemText('EMG: Upheld'), itemText(heading.replace(/\b1(?=[.:])/, '2'))] }),
    );
    expect(second).toEqual([
      ['EMG', 'upheld', 'Upheld'],
      [title, decision, decisionText],
    ]);
  });

  test('an unknown or missing decision is reported', () => {
    expect(codes(letterText({ items: [itemText('MRI: Withdrawn')] }))).toEqual(['unknown-decision']);
    expect(codes(letterText({ items: [itemText('MRI')] }))).toEqual(['missing-decision']);
  });

  test('is found where it follows the rationale before without a gap', () => {
    const source = letterText({
      items: [`${itemText('MRI: Upheld')} Lumbar brace: Overturned ${itemText('').trim()}`],
    });
    expect(headings(source)).toEqual([
      ['MRI', 'upheld', 'Upheld'],
      ['Lumbar brace', 'overturned', 'Overturned'],
    ]);
  });
});

describe('an item that no paragraph gap parts from the rationale before', () => {
  const second = (heading: string, rationale: string) =>
    headings(letterText({ items: [`${itemText('MRI: Upheld', rationale)} ${itemText(heading)}`] }))[1];

  test('is found when its decision is in unknown words, or missing', () => {
    expect(second('Lumbar brace: Withdrawn', 'Not needed.')).toEqual(['Lumbar brace', 'unknown', 'Withdrawn']);
    expect(second('Lumbar brace', 'Not needed.')).toEqual(['Lumbar brace', 'unknown', '']);
    expect(second('Lumbar brace: Withdrawn', `First.\n\n${'It is long. '.repeat(100)}`)).toEqual([
      'Lumbar brace',
      'unknown',
      'Withdrawn',
    ]);
  });

  test.each([
    ['Lumbar brace: Upheld', ['Lumbar brace', 'upheld', 'Upheld']],
    ['Lumbar brace Upheld', ['Lumbar brace', 'upheld', 'Upheld']],
    ['2) Lumbar brace (Qty: 2) upheld', ['Lumbar brace (Qty: 2)', 'upheld', 'upheld']],
    ['Labs: CBC and EKG UPHELD', ['Labs: CBC and EKG', 'upheld', 'UPHELD']],
    ['Lumbar brace: Withdrawn', ['Lumbar brace', 'unknown', 'Withdrawn']],
  ])('is found behind a short paragraph: %s', (heading, expected) => {
    const rationale = 'One may agree when:\n\n2) It is short. The prior request was denied.. ';
    expect(second(heading, rationale)).toEqual(expected);
  });

  test('keeps its number out of that rationale, and may have a dash before its decision', () => {
    expect(second('2. Lumbar brace: Upheld', 'Not needed.')).toEqual(['Lumbar brace', 'upheld', 'Upheld']);
    expect(second('Lumbar brace \u2013 Upheld', 'Not needed.')).toEqual(['Lumbar brace', 'upheld', 'Upheld']);
  });

  test('is found in a letter of one line', () => {
    const source = letterText({ items: [itemText('MRI: Upheld'), itemText('Lumbar brace: Withdrawn')] });
    expect(headings(source.replace(/\s+/g, ' ')).map(([title]) => title)).toEqual(['MRI', 'Lumbar brace']);
  });
});

test('a title may be very long', () => {
  const title = `Compound of ${'menthol 2%, '.repeat(2000)}camphor`;
  for (const items of [[itemText(`${title}: Upheld`)], [itemText('MRI: Upheld'), itemText(`${title}: Upheld`)]]) {
    const [found, ...decision] = headings(letterText({ items })).at(-1) ?? [];
    expect(found === title).toBe(true);
    expect(decision).toEqual(['upheld', 'Upheld']);
  }
});

describe('labels quoted inside a rationale split nothing', () => {
  test.each([
    'As the record says, Decision rationale: none. MAXIMUS guideline: none. Claims Administrator guideline: none.',
    'It was said.\n\nDecision rationale: quoted.\n\nClaims Administrator guideline: quoted.\n\nThe end.',
    'The report was:\n\n1. first: upheld by some.\n\nMAXIMUS guideline: quoted.',
    'It quotes CLINICAL CASE SUMMARY.\n\nIMR ISSUES, DECISIONS AND RATIONALES',
  ])('%j', (rationale) => {
    const { items } = parse(
      letterText({ items: [itemText('MRI: Upheld', rationale), itemText('EMG: Overturned')] }),
    ).case;
    expect(items.map(({ title }) => title)).toEqual(['MRI', 'EMG']);
    expect(items[0]?.rationale.text).toBe(rationale);
    expect(items[0]?.reviewer.text).toBe('Decision based on Non-MTUS Citation ODG, Pain.');
  });
});

test('a label quoted in a guideline does not end it where the real one leads its paragraph', () => {
  const quoting = itemText('MRI: Upheld').replace('on MTUS ACOEM.', 'on what the MAXIMUS guideline: says.');
  const { claimsAdministrator, reviewer } = parse(letterText({ items: [quoting] })).case.items[0] ?? {};
  expect(claimsAdministrator?.text).toBe('Decision based on what the MAXIMUS guideline: says.');
  expect(reviewer?.text).toBe('Decision based on Non-MTUS Citation ODG, Pain.');
});

describe('missing parts', () => {
  test('of an item are empty and reported', () => {
    const source = letterText({
      items: [
        'MRI: Upheld\n\nDecision rationale: only this.',
        'EMG: Overturned\n\nMAXIMUS guideline: Decision based on MTUS.',
        itemText('Brace: Upheld'),
      ],
    });
    const { case: parsed, diagnostics } = parse(source);
    expect(
      parsed.items.map((item) => [item.title, item.claimsAdministrator.text, item.reviewer.text, item.rationale.text]),
    ).toEqual([
      ['MRI', '', '', 'only this.'],
      ['EMG', '', 'Decision based on MTUS.', ''],
      [
        'Brace',
        'Decision based on MTUS ACOEM.',
        'Decision based on Non-MTUS Citation ODG, Pain.',
        'It is not medically necessary.',
      ],
    ]);
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['missing-section', "Item 1 has no claims administrator's guideline."],
      ['missing-section', "Item 1 has no reviewer's guideline."],
      ['missing-section', "Item 2 has no claims administrator's guideline."],
      ['missing-section', 'Item 2 has no decision rationale.'],
    ]);
  });

  test.each(['\n\n', ' '])('of the rationale: the next heading, behind %j, is not taken for it', (space) => {
    const source = letterText({
      items: [`MRI: Upheld\n\nDecision rationale:${space}${itemText('Botox, 200 units: Overturned')}`],
    });
    const { items } = parse(source).case;
    expect(items.map(({ title, rationale }) => [title, rationale.text])).toEqual([
      ['MRI', ''],
      ['Botox, 200 units', 'It is not medically necessary.'],
    ]);
  });

  test('headings: the standing sentences tell the parts', () => {
    const whole = parse(letterText());
    for (const heading of [
      'HOW THE IMR FINAL DETERMINATION WAS MADE',
      'CLINICAL CASE SUMMARY',
      'IMR ISSUES, DECISIONS AND RATIONALES',
    ]) {
      const { case: parsed, sections, diagnostics } = parse(letterText().replace(heading, ''));
      expect(parsed.items[0]?.title).toBe('Lumbar MRI');
      expect(parsed.summary.text).toBe(whole.case.summary.text);
      expect(sections.map(({ kind }) => kind)).toEqual(whole.sections.map(({ kind }) => kind));
      expect(diagnostics).toEqual([]);
    }
  });

  test('the items without their section', () => {
    const source = letterText().replace(/IMR ISSUES[\s\S]*below:/, '');
    const { case: parsed, diagnostics } = parse(source);
    expect(parsed.items.map(({ title }) => title)).toEqual(['Lumbar MRI']);
    expect(parsed.summary.text).toBe('The patient has low back pain.');
    expect(diagnostics.map(({ code }) => code)).toEqual(['missing-section']);
  });

  test('all items', () => {
    const { case: parsed, diagnostics } = parse(letterText({ items: [] }));
    expect(parsed.items).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['missing-items']);
  });
});

describe('under a letterhead', () => {
  const cover = 'MAXIMUS FEDERAL SERVICES, INC.\n\nIMR Case Number: CM14-0012345\n\nDear Ms. Roe:\n\nThis is final.';
  const rationale = 'No red flags. Effect of the decision on his work is unknown.';

  test('the cover letter is part of the header, and what closes the letter of no item', () => {
    const letter = letterText({ before: cover, items: [itemText('EMG: Upheld', rationale)] });
    const { parse } = parseLetter(`${letter}\n\nSincerely,\n\nJ. Doe, MD\n\ncc: Department of Industrial Relations`);
    expect(parse.sections.map(({ kind }) => kind)).toEqual([
      'header',
      'how-made',
      'summary',
      'issues-intro',
      'item',
      'closing',
    ]);
    expect(parse.unassigned).toEqual([]);
    expect(parse.case.number).toBe('CM14-0012345');
    expect(parse.case.items.map((item) => item.rationale.text)).toEqual([rationale]);
  });
});

test('text that belongs to no section is unassigned and reported', () => {
  const source = letterText({
    before: 'A cover note.',
    items: ['Note: a remark on what follows.', itemText('MRI: Upheld')],
  }).replace('CLINICAL', 'A stray remark.\n\nCLINICAL');
  const { unassigned, diagnostics } = parse(source);
  expect(unassigned.map(({ text }) => text)).toEqual([
    'A cover note.',
    'A stray remark.',
    'Note: a remark on what follows.',
  ]);
  expect(diagnostics.map(({ code, start, end }) => [code, start, end])).toEqual(
    unassigned.map(({ start, end }) => ['unassigned-text', start, end]),
  );
});

describe('a header', () => {
  test.each([
    [
      'in two columns',
      'Case Number: CM14-0012345 Date Assigned: 04/28/2014\nDate of Injury: 05/09/67 \nDecision Date: 07/01/2014 UR Denial Date: 12/20/2013\nPriority: Standard Application Received: 01/10/2014',
    ],
    [
      'with its values below',
      'Case Number:\n\nCM14-0012345\n\nDate of Injury:\n\n5/9/1967\n\nDate Assigned: April 28, 2014\n\nDecision Date:\n\n07/01/2014\n\nUR Denial Date: 12/20/13\n\nPriority: Standard\n\nApplication Received:\n\n1/10/2014',
    ],
  ])('%s gives number and dates', (_name, before) => {
    const { case: parsed, sections } = parse(letterText({ before, summary: 'He has an injury of 1/2/1999.' }));
    expect(parsed.number).toBe('CM14-0012345');
    expect(parsed.dates).toEqual({
      injury: '1967-05-09',
      assigned: '2014-04-28',
      urDenial: '2013-12-20',
      decision: '2014-07-01',
      received: '2014-01-10',
    });
    expect(sections[0]?.kind).toBe('header');
  });
});
