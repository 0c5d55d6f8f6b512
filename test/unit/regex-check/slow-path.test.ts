import { describe, expect, test } from 'vitest';
import { slowPath } from '../../regex-check/slow-path.ts';

describe('patterns that may take more than linear time', () => {
  test.each([
    [/(?:a+)+b/, 'exponentially'],
    [/(?:a|a)*b/, 'exponentially'],
    [/^(?:ab|b|a)*c/, 'exponentially'],
    [/^(?:a?b?)*c/, 'exponentially'],
    [/^(?:\w{1,30}\s?){1,5}x/, 'exponentially'],
    [/^a*a*b/, 'share'],
    [/^(.*),(.*),(.*)$/, 'share'],
    [/^\s*:?\s*x/, 'share'],
    [/^(?:foo|ba[rz])*.*foo*x/i, 'share'],
    [/a+b/, 'the start'],
    [/\s+$/, 'the start'],
    [/foo[^.]*x/, 'the start'],
    [/(?:^|[\\/])__MACOSX[\\/].*$/, 'the start'],
    [/a(?!b[^.]*c)/, 'the start'],
    [/^.{0,200},?.{0,200}x/, 'share'],
    [/(?<=a+)b/, 'lookbehind'],
  ])('%s', (pattern, reason) => {
    expect(slowPath(pattern.source, pattern.flags)).toContain(reason);
  });
});

describe('patterns that take linear time', () => {
  test.each([
    /^a*b/,
    /a+b/y,
    /foo[^.]*\.?/,
    /\s+|\S+/g,
    /\s{1,3}$/,
    /a\s+b\s+c/,
    /x(?=\s*:)/,
    /(?:^|[^\\])#[^\\#]*$/,
    /^(?:\w{1,30}\s{1,3}){1,5}x/,
    /(?<!\d{1,3})(?:ab|cd){1,3}e?/u,
  ])('%s', (pattern) => {
    expect(slowPath(pattern.source, pattern.flags)).toBeUndefined();
  });
});
