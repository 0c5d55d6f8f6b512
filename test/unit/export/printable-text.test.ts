import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printableText } from '../../../electron/export/printable-text.ts';

describe('printableText', () => {
  it.each([
    ['NUL and escape', 'a\u0000b\u001b', 'a␀b␛'],
    ['delete', '\u007f', '␡'],
    ['a C1 control', '\u0085', '[U+0085]'],
    ['a lone surrogate', 'a\ud800b', 'a\ufffdb'],
    ['a direction override', '\u202eabc\u202c', '[U+202E]abc[U+202C]'],
    ['line ends', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['thin spaces and tabs', 'a\u2009b\tc', 'a b    c'],
  ])('shows %s', (_, typed, printed) => expect(printableText(typed)).toBe(printed));

  it.each(['naïve 日本 שלום 😀 👩‍⚕️', '#eval("1") *x* $y$ \\ `z` <b>'])('leaves %s as it is', (text) =>
    expect(printableText(text)).toBe(text),
  );

  it('is well-formed, free of control characters, and the same when applied twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const printed = printableText(text);
        expect(printed.isWellFormed()).toBe(true);
        expect(printed).not.toMatch(/[\p{Cc}--\n]/v);
        expect(printableText(printed)).toBe(printed);
      }),
    );
  });
});
