import { type MarkedText, rewrite } from '../marked-text.ts';
import type { Random } from '../random.ts';

/** Typographic quotation marks and apostrophes. */
export const smartQuotes = (letter: MarkedText): MarkedText =>
  rewrite(letter, /["']/g, ({ 0: mark, index }) => {
    const opens = index === 0 || /[\s([]/.test(letter.text.charAt(index - 1));
    if (mark === '"') return opens ? '\u201C' : '\u201D';
    return opens ? '\u2018' : '\u2019';
  });

const ligatureOf: Readonly<Record<string, string>> = {
  ffi: '\uFB03',
  ffl: '\uFB04',
  ff: '\uFB00',
  fi: '\uFB01',
  fl: '\uFB02',
};

/** The five f-ligatures, as PDF text often holds them. */
export const ligatures = (letter: MarkedText): MarkedText =>
  rewrite(letter, /ffi|ffl|ff|fi|fl/g, ([letters]) => ligatureOf[letters]);

/** A share of the spaces between words turned into non-breaking ones. */
export const nonBreakingSpaces = (letter: MarkedText, random: Random, share: number): MarkedText =>
  rewrite(letter, /(?<=\S) (?=\S)/g, () => (random.chance(share) ? '\u00A0' : undefined));

/** A share of the spaces after full stops lost, as in `sought.The`. Labels and headings keep theirs. */
export const missingSpaces = (letter: MarkedText, random: Random, share: number): MarkedText =>
  rewrite(letter, /(?<=[a-z]{2}\.) {1,2}(?=[A-Z][a-z])/g, ({ index }) => {
    const prose = letter.marks.some(
      ({ path, start, end }) => /^summary$|\.rationale$/.test(path) && start < index && index < end,
    );
    return prose && random.chance(share) ? '' : undefined;
  });

/** A share of words doubled in their spacing, as redaction leaves them: `male  with`. */
export const redactionGaps = (letter: MarkedText, random: Random, share: number): MarkedText =>
  rewrite(letter, /(?<=[a-z]) (?=[a-z])/g, () => (random.chance(share) ? '  ' : undefined));
