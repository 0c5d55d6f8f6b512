import type { Span } from '../../model/span.ts';

/** A list of pages with its label, `Page(s): 300-301 and 617-25`. */
export interface PageList extends Span {
  /** Each page or range as printed, without the spaces around its dash. */
  readonly pages: string[];
}

const label = /\b(?:pages?(?:\s?\(s\))?|pgs?\b\.?|pp?\.)\s{0,3}:?\s{0,3}(?=\d)/gi;
const page = /(\d{1,5}[a-z]?)(?:(\s?[-\u2010-\u2013]\s?|\s{1,3}(?:to|through|thru)\s{1,3})(\d{1,5}[a-z]?))?(?!\.?\d)/iy;
const separator = /\s{0,3}(?:[,;&]|\band\b)\s{0,3}(?:and\s{1,3})?(?=\d)/iy;

/** The lists of pages in `text`, in order. */
export function pageLists(text: string): PageList[] {
  const lists: PageList[] = [];
  for (const match of text.matchAll(label)) {
    const pages: string[] = [];
    let end = match.index + match[0].length;
    for (let next = end; ; ) {
      page.lastIndex = next;
      const found = page.exec(text);
      if (!found) break;
      pages.push(found[3] ? `${found[1]}${joint(found[2] ?? '')}${found[3]}` : (found[1] ?? ''));
      end = page.lastIndex;
      separator.lastIndex = end;
      if (!separator.test(text)) break;
      next = separator.lastIndex;
    }
    if (pages.length > 0) lists.push({ start: match.index, end, pages });
  }
  return lists;
}

/** What joins the two ends of a range: a dash without spaces, a word between single ones. */
const joint = (printed: string): string => (/\w/.test(printed) ? ` ${printed.trim()} ` : printed.trim());
