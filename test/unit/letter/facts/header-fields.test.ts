import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../../../shared/letter/parse-letter.ts';
import { letterText } from '../letter-text.ts';
import { expectInvariants } from '../parse-invariants.ts';

/** The number and the dates of a letter with this header. */
function header(before: string) {
  const source = letterText({ before });
  expectInvariants(source);
  const { number, dates } = parseLetter(source).parse.case;
  return { ...(number !== undefined && { number }), ...dates };
}

const four = {
  number: 'CM14-0012345',
  assigned: '2014-07-11',
  injury: '2010-03-12',
  decision: '2014-09-17',
};

describe('values below their labels', () => {
  test.each([
    [
      'line by line',
      'Case Number: Date Assigned:\nCM14-0012345 07/11/2014\nDate of Injury: Decision Date:\n03/12/2010 09/17/2014',
    ],
    [
      'in the cells of a table',
      'Case Number:\tDate Assigned:\n\nCM14-0012345\t07/11/2014\n\nDate of Injury:\tDecision Date:\n\n03/12/2010\t09/17/2014\n',
    ],
    [
      'all labels first',
      'Case Number:\nDate Assigned:\nDate of Injury:\nPriority:\nDecision Date:\n\nCM14-0012345\n07/11/2014\n03/12/2010\nStandard\n09/17/2014\n',
    ],
  ])('%s', (_name, before) => {
    expect(header(before)).toMatchObject(four);
  });

  test('are not guessed where one of them is missing', () => {
    expect(header('Date of Injury: Decision Date:\n09/17/2014\n')).toEqual({});
    expect(header('Date of Injury: Decision Date: Date Assigned:\n03/12/2010 09/17/2014\n')).toEqual({});
    expect(header('Case Number: Decision Date:\n09/17/2014\n')).toEqual({ decision: '2014-09-17' });
  });

  test('are none of the letter that follows', () => {
    expect(header('Decision Date:\n\nDear Sir, on 05/06/2014 we wrote to you.\n')).toEqual({});
  });
});

describe('labels without colons', () => {
  test.each([
    [
      'one a line',
      'Case Number CM14-0012345\nDate Assigned 07/11/2014\nDate of Injury 03/12/2010\nDecision Date 09/17/2014',
    ],
    [
      'in two columns',
      'Case Number  CM14-0012345   Date Assigned  07/11/2014\nDate of Injury  03/12/2010   Decision Date  09/17/2014\nPriority  Standard',
    ],
    [
      'above their values',
      'Case Number\tDate Assigned\n\nCM14-0012345\t07/11/2014\n\nDate of Injury\tDecision Date\n\n03/12/2010\t09/17/2014\n',
    ],
  ])('%s', (_name, before) => {
    expect(header(before)).toMatchObject(four);
  });

  test('in a sentence are none', () => {
    expect(header('MAXIMUS FEDERAL SERVICES, INC.\n\nWe sent the decision date 09/17/2014 to you.\n')).toEqual({});
  });
});

test.each(['CM14\u20110012345', 'CM14\u20100012345', 'CM14\u20130012345', 'CM14 - 0012345', 'cm14-0012345'])(
  'the case number %s is read in one writing',
  (printed) => {
    expect(header(`Case Number: ${printed}  Date Assigned: 07/11/2014\n`).number).toBe('CM14-0012345');
  },
);

test('a case number is one', () => {
  expect(header('Case Number: 2014-00123  Date Assigned: 07/11/2014\n').number).toBe('2014-00123');
  expect(header('Case Number: ABC-2014-77b\n').number).toBe('ABC-2014-77B');
  expect(header('Case Number: redacted\n')).toEqual({});
  expect(header('Case Number: CM14-Federal Services\n')).toEqual({});
});

describe('the century of a short year', () => {
  const injury = (printed: string, before: string) =>
    parseLetter(letterText({ before, summary: `The date of injury was ${printed}.` })).parse.case.dates.injury;

  test('is never after the letter, nor before 1940', () => {
    expect(injury('5/9/13', 'Decision Date: 12/12/2014')).toBe('2013-05-09');
    expect(injury('5/9/88', 'Decision Date: 12/12/2014')).toBe('1988-05-09');
    expect(injury('1/1/15', 'Decision Date: 12/12/2014')).toBeUndefined();
    expect(injury('1/1/15', 'Date Assigned: 12/12/2014')).toBeUndefined();
    expect(injury('5/9/13', '')).toBe('2013-05-09');
    expect(injury('1/1/39', '')).toBeUndefined();
    expect(injury('1/1/40', '')).toBe('1940-01-01');
  });
});
