import { describe, expect, it } from 'vitest';
import { completeness, diagnosticsOf } from '../../../shared/letter/completeness.ts';
import type { Diagnostic, Section } from '../../../shared/model/letter-parse.ts';

describe('completeness', () => {
  it('is the share of printed characters outside of unassigned text', () => {
    const readingText = 'abcd efgh';
    const unassigned = [{ start: 5, end: 7, text: 'ef' }];
    expect(completeness({ readingText, unassigned })).toBe(0.75);
    expect(completeness({ readingText, unassigned: [] })).toBe(1);
    expect(completeness({ readingText: ' \n', unassigned: [] })).toBe(1);
  });
});

describe('diagnosticsOf', () => {
  const sections: Section[] = [
    { kind: 'summary', start: 0, end: 10 },
    { kind: 'item', ordinal: 1, start: 12, end: 20 },
    { kind: 'item', ordinal: 2, start: 20, end: 30 },
  ];
  const remark = (code: string, start?: number): Diagnostic => ({
    code,
    severity: 'warning',
    message: code,
    ...(start !== undefined && { start, end: start }),
  });
  const diagnostics = [
    remark('whole'),
    remark('summary', 3),
    remark('first', 12),
    remark('second', 20),
    remark('end', 30),
  ];
  const codes = (ordinal?: number) => diagnosticsOf({ diagnostics, sections }, ordinal).map(({ code }) => code);

  it('gives every remark to exactly one place', () => {
    expect(codes()).toEqual(['whole', 'summary']);
    expect(codes(1)).toEqual(['first']);
    expect(codes(2)).toEqual(['second', 'end']);
  });
});
