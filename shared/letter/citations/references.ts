import type { Citation } from '../../model/letter-parse.ts';
import type { Span } from '../../model/span.ts';
import { trimRange } from '../white-space.ts';
import { acoemLocator, type Locator, mtusLocator, odgLocator, tidy } from './locators.ts';
import { type PageList, pageLists } from './page-list.ts';
import { type SourceName, sourceNames } from './source-names.ts';

/** How a stretch of a guideline statement is to be read. */
export interface Clause {
  /** Text that names no known source is a work of its own. */
  readonly free: boolean;
  /** The clause says that the decision is based on the MTUS. */
  readonly onMtus: boolean;
}

/** A reference: where it starts, where its locators start, and what it is read as. */
interface Reference extends Span {
  readonly kind: SourceName['kind'] | 'OTHER' | 'MTUS-ACOEM';
  readonly locators: number;
  readonly guideline?: string;
}

const regulationNumber = '9\\d{3}(?:\\.\\d{1,3}){1,3}(?:\\([a-z0-9]{1,4}\\)){0,4}';
const regulation = new RegExp(`\\b${regulationNumber}(?:\\s?[-\u2013]\\s?${regulationNumber})?`, 'i');

/** The citations in `span` of the reading text, which holds no clause start and no negation. */
export function citedReferences(readingText: string, span: Span, clause: Clause): Citation[] {
  const text = readingText.slice(span.start, span.end);
  return references(text, clause).flatMap((reference) => {
    const citations: Citation[] = [];
    let start = reference.start;
    let locators = reference.locators;
    for (const [end, pages] of topics(text, locators, reference.end, reference.kind)) {
      citations.push(...cite(readingText, span.start, { ...reference, start, end, locators }, pages));
      start = trimSeparators(text, end, reference.end).start;
      locators = start;
    }
    return citations;
  });
}

function references(text: string, clause: Clause): Reference[] {
  const names = startingNames(text, sourceNames(text, clause.onMtus));
  const found = clause.free ? otherWorks(text, names[0]?.start ?? text.length) : [];
  for (const [index, name] of names.entries()) {
    const end = names[index + 1]?.start ?? text.length;
    found.push({ ...name, end, kind: name.kind === 'ACOEM' && clause.onMtus ? 'MTUS-ACOEM' : name.kind });
  }
  return found;
}

/** The names that start a reference: "MTUS ACOEM" starts one, and so does "MTUS Chronic Pain Treatment Guidelines". */
function startingNames(text: string, names: readonly SourceName[]): Reference[] {
  const starts: Reference[] = [];
  for (const [index, name] of names.entries()) {
    const last = starts.at(-1);
    const previous = names[index - 1];
    const joined =
      previous?.kind === 'MTUS' && /^[\s,:/()-]{0,4}(?:and\s)?$/i.test(text.slice(previous.end, name.start));
    const guideline = name.kind === 'guideline' ? { guideline: text.slice(name.start, name.end) } : {};
    const between = text.slice(last?.locators, name.start);
    if (last && last.kind === name.kind && name.kind !== 'guideline' && /^[\s,:/()-]{1,4}$/.test(between)) {
      // "Official Disability Guidelines, ODG" is one name.
      starts[starts.length - 1] = { ...last, end: name.end, locators: name.end };
    } else if (last && joined && last.kind === 'MTUS' && (name.kind === 'ACOEM' || name.kind === 'guideline')) {
      const kind = name.kind === 'ACOEM' ? 'MTUS-ACOEM' : 'guideline';
      starts[starts.length - 1] = { ...last, kind, locators: name.end, ...guideline };
    } else if (!(name.kind === 'MTUS' && (last?.kind === 'guideline' || last?.kind === 'MTUS'))) {
      starts.push({ kind: name.kind, start: name.start, end: name.end, locators: name.end, ...guideline });
    }
  }
  return starts;
}

const otherLead =
  /^(?:the\s)?other\s{1,3}medical\s{1,3}treatment\s{1,3}guidelines?\s{1,3}or\s{1,3}medical\s{1,3}evidence\s?:?\s{0,3}/i;
/** An author as a reference gives one: `Kelly`, `van Tulder`, `Kelly and Waddell`, `Chou R, et al.` */
const author = "(?:(?:van|von|de|der|del|di|la|le)\\s{1,3}){0,3}\\p{Lu}[\\p{L}'\u2019-]{1,30}";
const authors = `${author}(?:\\s{1,3}(?:et\\s{1,3}al\\.?,?|(?:and|&)\\s{1,3}${author}))?,?\\s{0,3}\\((?:19|20)\\d\\d[a-z]?\\)`;
const workStart = new RegExp(
  `;\\s{1,3}|(?:^|[,.]\\s{1,3}|\\b(?:based\\s{1,3}on|citing|see|and)\\s{1,3})(?=${authors})`,
  'gu',
);
/** Two authors of one work: the "and" between them starts no other. */
const authorBefore = new RegExp(`(?:^|[,.;]\\s{1,3}|\\b(?:based\\s{1,3}on|citing|see)\\s{1,3})${author}\\s{1,3}$`, 'u');

/** Works named in free text before the first known source. */
function otherWorks(text: string, end: number): Reference[] {
  const lead = otherLead.exec(text.slice(0, end))?.[0].length ?? 0;
  const works: Reference[] = [];
  let from = lead;
  const add = (to: number): void => {
    const { start, end: stop } = trimSeparators(text, from, to);
    if (/[\p{L}\d]/u.test(text.slice(start, stop))) works.push({ kind: 'OTHER', start, end: stop, locators: start });
  };
  for (const match of text.slice(0, end).matchAll(workStart)) {
    if (match.index < from) continue;
    if (match[0].startsWith('and') && authorBefore.test(text.slice(Math.max(from, match.index - 80), match.index)))
      continue;
    add(match.index);
    from = match.index + match[0].length;
  }
  add(end);
  return works;
}

const furtherChapter = /[,;]\s{0,3}(?:and\s)?(?=chapter:?\s\d)/gi;
const furtherOdgChapter =
  /[,;.]\s{0,3}(?:and\s)?(?=(?:[\p{Lu}&(][\p{L}/&()-]{0,30},?\s(?:and\s)?){1,6}?[Cc]hapter\b)/gu;

/** The topics of one reference: a further one starts after a list of pages, or with a second chapter. */
function topics(
  text: string,
  start: number,
  end: number,
  kind: Reference['kind'],
): [end: number, pages: PageList | undefined][] {
  const printed = text.slice(start, end);
  const lists = pageLists(printed).map((list) => ({ ...list, start: start + list.start, end: start + list.end }));
  const before = (index: number): string => printed.slice(Math.max(0, index - 200), index);
  const chapters = [...printed.matchAll(kind === 'ODG' ? furtherOdgChapter : furtherChapter)]
    .filter(({ index }) =>
      kind === 'ODG' ? odgLocator(before(index)).chapter !== undefined : /chapter:?\s\d/i.test(before(index)),
    )
    .map(({ index }) => start + index);
  const cuts = [...lists.slice(0, -1).map((list) => list.end), ...chapters, end].sort((a, b) => a - b);
  let next = 0;
  return cuts.map((cut) => {
    const list = lists[next];
    if (!list || list.end > cut) return [cut, undefined];
    next++;
    return [cut, list];
  });
}

/** A page label without any page, `Page(s): .` */
const emptyPageLabel = /\bpages?(?:\s?\(s\))?\s{0,3}:?[\s.]{0,5}$/i;

function cite(readingText: string, offset: number, reference: Reference, list: PageList | undefined): Citation[] {
  const span = trimSeparators(readingText, offset + reference.start, offset + reference.end);
  if (span.end <= span.start) return [];
  const whole = readingText.slice(offset + reference.locators, span.end);
  const number = regulation.exec(whole);
  const beforePages = whole.slice(0, list ? Math.max(0, list.start - reference.locators) : whole.length);
  const beforeNumber = beforePages.slice(0, number?.index).replace(emptyPageLabel, '');
  // A regulation follows the topic, or stands in the place of a name before it.
  const printed =
    number && tidy(beforeNumber) === '' ? beforePages.slice(number.index + number[0].length) : beforeNumber;
  const place = { text: readingText.slice(span.start, span.end), ...span };
  const details = (locator: Locator) => ({
    ...locator,
    pages: list?.pages ?? [],
    ...(number && { regulation: number[0].replace(/\s/g, '') }),
    ...place,
  });
  switch (reference.kind) {
    case 'MTUS':
    case 'guideline':
      return [{ source: 'MTUS', ...details(mtusLocator(printed, reference.guideline)) }];
    case 'MTUS-ACOEM':
      return [
        { source: 'MTUS', pages: [], ...place },
        { source: 'ACOEM', ...details(acoemLocator(printed)) },
      ];
    case 'ACOEM':
      return [{ source: 'ACOEM', ...details(acoemLocator(printed)) }];
    case 'ODG':
      return [{ source: 'ODG', ...details(odgLocator(printed)) }];
    case 'OTHER': {
      const work = tidy(printed);
      return [{ source: 'OTHER', ...details(work ? { guideline: work } : {}) }];
    }
  }
}

/** Without white space, separators and a dangling "and" at the ends. */
function trimSeparators(text: string, from: number, to: number): Span {
  let { start, end } = trimRange(text, from, to);
  while (start < end && /[\s,;:.]/.test(text.charAt(start))) start++;
  start += /^and\s+/i.exec(text.slice(start, Math.min(end, start + 12)))?.[0].length ?? 0;
  for (;;) {
    while (end > start && /[\s,;:.]/.test(text.charAt(end - 1))) end--;
    const dangling = /\s(?:and|but|based\son|citing|see)$/i.exec(text.slice(Math.max(start, end - 12), end));
    if (!dangling) return { start, end };
    end -= dangling[0].length;
  }
}
