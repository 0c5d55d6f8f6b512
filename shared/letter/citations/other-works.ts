/** Works of their own in a free text, told apart by semicolons, by authors with a year, and by what only a work has. */
import type { Span } from '../../model/span.ts';
import { trimSeparators } from './trim-separators.ts';

const otherLead =
  /^(?:the\s)?other\s{1,3}medical\s{1,3}treatment\s{1,3}guidelines?\s{1,3}or\s{1,3}medical\s{1,3}evidence\s?:?\s{0,3}/i;
/** An author as a reference gives one: `Kelly`, `van Tulder`, `Kelly and Waddell`, `Chou R, et al.` */
const author = "(?:(?:van|von|de|der|del|di|la|le)\\s{1,3}){0,3}\\p{Lu}[\\p{L}'\u2019-]{1,30}";
const authors = `${author}(?:\\s{1,3}(?:et\\s{1,3}al\\.?,?|(?:and|&)\\s{1,3}${author}))?,?\\s{0,3}\\((?:19|20)\\d\\d[a-z]?\\)`;
/** What goes on with the work before it: `; section 50.2`. */
const goesOn =
  '(?!(?:[Ss]ections?|[Cc]hapters?|[Pp]ages?|[Pp]gs?|[Pp]p?|[Vv]ol(?:ume)?|[Tt]ables?|[Aa]ppendix|[Pp]art|[Aa]ccessed|[Aa]vailable|[Ee]pub|PMID|doi)\\b|\\u00A7)';
const workStart = new RegExp(
  `;\\s{1,3}${goesOn}|(?:^|[,.]\\s{1,3}|\\b(?:based\\s{1,3}on|citing|see|and)\\s{1,3})(?=${authors})`,
  'gu',
);
/**
 * What tells a work of its own from one more topic of the source before it: an author with a year or with initials, a
 * web address, or a journal's year and volume.
 */
const plainWork = new RegExp(
  `[;.]\\s{1,3}(?=${authors}|${author}\\s[A-Z]{1,3}(?:,|\\s{1,3}et\\s{1,3}al\\b)|(?:https?:\\/\\/|www\\.)(?!\\S{0,20}odg)|\\p{Lu}[^;]{3,200}?\\b(?:19|20)\\d\\d;\\s?\\d)`,
  'u',
);
/** Two authors of one work: the "and" between them starts no other. */
const authorBefore = new RegExp(`(?:^|[,.;]\\s{1,3}|\\b(?:based\\s{1,3}on|citing|see)\\s{1,3})${author}\\s{1,3}$`, 'u');

/** Words that lead to the name of a source, `The ODG`, and are no work. */
const leadingWords = /^(?:(?:the|an?|and|or|per|see|from|by|in|of|to|on|also|both|current)(?:[\s,]{1,3}|$)){1,6}$/i;

/** Where a work of its own starts in `[start, end)` behind the topics of a known source; `end` when none does. */
export function furtherWork(text: string, start: number, end: number): number {
  const index = text.slice(start, end).search(plainWork);
  return index < 0 ? end : start + index;
}

/** Works named in the free text `[start, end)`, which names no known source. */
export function otherWorks(text: string, start: number, end: number): Span[] {
  const lead = start === 0 ? (otherLead.exec(text.slice(0, end))?.[0].length ?? 0) : 0;
  const works: Span[] = [];
  let from = start + lead;
  const add = (to: number): void => {
    const { start, end: stop } = trimSeparators(text, from, to);
    const words = text.slice(start, stop);
    if (/[\p{L}\d]/u.test(words) && !leadingWords.test(words)) works.push({ start, end: stop });
  };
  for (const match of text.slice(start, end).matchAll(workStart)) {
    const at = start + match.index;
    if (at < from) continue;
    if (match[0].startsWith('and') && authorBefore.test(text.slice(Math.max(from, at - 80), at))) continue;
    add(at);
    from = at + match[0].length;
  }
  add(end);
  return works;
}
