import { edit, type MarkedText, newline, rewriteMarks } from '../marked-text.ts';
import type { Random } from '../random.ts';

/** An item's label, in any wording. */
const itemLabel = /^(?:claims\s+administrator\S*|maximus|decision)\s+(?:guideline|rationale)/i;

/** Labels and headings in capitals, small letters or title case, one way through the whole letter. */
export function labelCase(letter: MarkedText, random: Random): MarkedText {
  const cased = random.pick<(text: string) => string>([
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase().replace(/^\p{L}/u, (first) => first.toUpperCase()),
    (text) => text.toLowerCase().replace(/(?<![\p{L}'\u2019])\p{L}/gu, (first) => first.toUpperCase()),
  ]);
  return rewriteMarks(letter, /^label$/, cased);
}

/** The labels of items in the plural or the possessive, or with other spacing. */
export function labelWording(letter: MarkedText, random: Random): MarkedText {
  const wording = random.pick<(text: string) => string>([
    (text) => text.replace(/Administrator guideline/i, "Administrator's guideline"),
    (text) => text.replace(/guideline/i, 'guidelines'),
    (text) => text.replace(/guideline/i, 'guideline(s)'),
    (text) => text.replace(/ /g, '  '),
    (text) => text.replace(':', ' :'),
    (text) =>
      text
        .replace(/Claims Administrator/i, 'Claims  Administrator')
        .replace(/Decision rationale/i, 'Decision  Rationale'),
  ]);
  return rewriteMarks(letter, /^label$/, (text) => (itemLabel.test(text) ? wording(text) : text));
}

/** Headings of sections in title case instead of capitals. */
export const headingCase = (letter: MarkedText): MarkedText =>
  rewriteMarks(letter, /^heading$/, (text) =>
    text === text.toUpperCase()
      ? text
          .toLowerCase()
          .replace(/\b[a-z]/g, (first) => first.toUpperCase())
          .replace(/\bImr\b/g, 'IMR')
          .replace(/\b(And|The|Was|By|For)\b/g, (word) => word.toLowerCase())
      : text,
  );

/** A share of the item labels without their colon. */
export const missingColons = (letter: MarkedText, random: Random, share: number): MarkedText =>
  rewriteMarks(letter, /^label$/, (text) =>
    itemLabel.test(text) && random.chance(share) ? text.replace(/\s?:$/, '') : text,
  );

const known = /^(?:partially )?(?:upheld|overturned|modified)/i;

/** A share of the colons between a title and a known decision replaced by a dash or left out. */
export function missingTitleColons(letter: MarkedText, random: Random, share: number): MarkedText {
  const decisions = letter.marks.filter(({ path }) => /^items\.\d+\.decision$/.test(path));
  const separators = letter.marks.filter(({ path }) => path === 'separator');
  return edit(
    letter,
    separators.flatMap(({ start, end }) => {
      const decision = decisions.find((at) => at.start >= end);
      if (!decision || !known.test(letter.text.slice(decision.start, decision.end)) || !random.chance(share)) return [];
      return [{ start, end, text: random.pick(['', ' -', ' \u2013']) }];
    }),
  );
}

/** The items of a layout that does not number them numbered before their titles: `1. `, `2) `, `(3) `. */
export function numberedItems(letter: MarkedText, random: Random): MarkedText {
  const form = random.pick<(n: number) => string>([(n) => `${n}. `, (n) => `${n}) `, (n) => `(${n}) `]);
  if (!letter.marks.some(({ path }) => path === 'separator')) return letter;
  const titles = letter.marks.filter(({ path }) => /^items\.\d+\.title$/.test(path));
  return edit(
    letter,
    titles.map(({ start }, n) => ({ start, end: start, text: form(n + 1) })),
  );
}

/** A share of headings, labels and titles broken over two lines at one of their spaces. */
export function splitHeadings(letter: MarkedText, random: Random, share: number): MarkedText {
  return edit(
    letter,
    letter.marks
      .filter(({ path }) => /^(?:heading|label|items\.\d+\.title)$/.test(path))
      .flatMap(({ start, end }) => {
        const spaces = [...letter.text.slice(start, end).matchAll(/(?<=\S) (?=\S)/g)];
        if (spaces.length === 0 || !random.chance(share)) return [];
        const at = start + random.pick(spaces).index;
        return [{ start: at, end: at + 1, text: newline }];
      }),
  );
}
