import type { Citation } from '../../model/letter-parse.ts';
import type { Span } from '../../model/span.ts';
import { acoemLocator, chapterWord, type Locator, mtusLocator, odgLocator, tidy } from './locators.ts';
import { furtherWork, otherWorks } from './other-works.ts';
import { type PageList, pageLists } from './page-list.ts';
import { type SourceName, sourceNames } from './source-names.ts';
import { trimSeparators } from './trim-separators.ts';

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
  /** The part of the MTUS that is named; of both an ACOEM chapter stands in, its title as a part of the MTUS. */
  readonly guideline?: string;
}

/** Its paragraph may stand apart: `9792.24.2 (f)`. */
const regulationNumber = '9\\d{3}(?:\\.\\d{1,3}){1,3}(?:\\s\\([a-z]\\))?(?:\\([a-z0-9]{1,4}\\)){0,4}';
const regulation = new RegExp(`\\b${regulationNumber}(?:\\s?[-\u2013]\\s?${regulationNumber})?`, 'i');

/** The citations in `span` of the reading text, which holds no clause start and no negation. */
export function citedReferences(readingText: string, span: Span, clause: Clause): Citation[] {
  const text = readingText.slice(span.start, span.end);
  return references(text, clause).flatMap((reference) => {
    const citations: Citation[] = [];
    let start = reference.start;
    let locators = reference.locators;
    /** A further topic is of the guideline that the first one named. */
    let guideline: string | undefined;
    for (const [end, pages] of topics(text, locators, reference.end, reference.kind)) {
      const cited = cite(readingText, span.start, { ...reference, start, end, locators }, pages);
      if (reference.kind === 'MTUS') guideline = cited[0]?.guideline ?? guideline;
      citations.push(...cited.map((one) => (guideline === undefined ? one : { ...one, guideline })));
      start = trimSeparators(text, end, reference.end).start;
      locators = start;
    }
    return citations;
  });
}

function references(text: string, clause: Clause): Reference[] {
  const names = startingNames(text, sourceNames(text, clause.onMtus));
  const found = clause.free ? otherReferences(text, 0, names[0]?.start ?? text.length) : [];
  for (const [index, name] of names.entries()) {
    const next = names[index + 1]?.start ?? text.length;
    const end = clause.free ? furtherWork(text, name.locators, next) : next;
    found.push({ ...name, end, kind: name.kind === 'ACOEM' && clause.onMtus ? 'MTUS-ACOEM' : name.kind });
    if (end < next) found.push(...otherReferences(text, end, next));
  }
  return found;
}

const otherReferences = (text: string, start: number, end: number): Reference[] =>
  otherWorks(text, start, end).map((work) => ({ ...work, kind: 'OTHER', locators: work.start }));

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
    const title = name.kind === 'ACOEM' && last?.kind.startsWith('MTUS') ? titleOfPart.exec(between) : null;
    if (last && title?.[1] !== undefined) {
      // "MTUS General Approaches (ACOEM, Chapter 7)" is one reference; a further title starts another.
      const part = { kind: 'MTUS-ACOEM', end: name.end, locators: name.end, guideline: title[1] } as const;
      if (title.index === 0 && last.kind === 'MTUS') starts[starts.length - 1] = { ...last, ...part };
      else starts.push({ ...part, start: last.locators + title.index });
    } else if (last && last.kind === name.kind && name.kind !== 'guideline' && /^[\s,:/()-]{1,4}$/.test(between)) {
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

/** A title of an ACOEM chapter that the MTUS takes in, before the bracket that says so. */
const titleOfPart = /(?:^|[;,]\s{1,3}(?:and\s{1,3})?)[\s,:]{0,3}(\p{Lu}[^;()]{3,120}?)\s{0,3}\(\s?$/u;

const numberedChapter = `${chapterWord}\\s?\\d`;
const aChapter = new RegExp(numberedChapter, 'i');
const furtherChapter = new RegExp(`[,;]\\s{0,3}(?:and\\s)?(?=${numberedChapter})`, 'gi');
const furtherRegulation = new RegExp(
  `(?:[,;]\\s{0,3}(?:and\\s)?|\\sand\\s)(?=(?:\u00A7\\s?)?${regulationNumber})`,
  'gi',
);
const furtherOdgChapter =
  /[,;.]\s{0,3}(?:and\s)?(?=(?:[\p{Lu}&(][\p{L}/&()-]{0,30},?\s(?:and\s)?){1,6}?[Cc]hapter\b)/gu;

/** A sentence, or a paragraph, after the pages is no part of the reference. */
const remarkAfterPages = /^\.(?:\s{1,3}\p{Lu}\p{Ll}{0,20}\s{1,3}\p{Ll}|\s{0,3}\n)/u;

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
      kind === 'ODG' ? odgLocator(before(index)).chapter !== undefined : aChapter.test(before(index)),
    )
    .map(({ index }) => start + index);
  if (kind === 'MTUS' || kind === 'guideline') {
    for (const { index } of printed.matchAll(furtherRegulation)) {
      if (regulation.test(before(index))) chapters.push(start + index);
    }
  }
  const last = lists.at(-1)?.end ?? end;
  const remark = remarkAfterPages.exec(text.slice(last, end))?.[0].length;
  const stop = remark === undefined ? end : last;
  const cuts = [...lists.slice(0, -1).map((list) => list.end), ...chapters, stop].sort((a, b) => a - b);
  let next = 0;
  return cuts.map((cut) => {
    const list = lists[next];
    if (!list || list.end > cut) return [cut, undefined];
    next++;
    return [cut, list];
  });
}

/** `California Code of Regulations, section`, before the number of the regulation. */
const titleBeforeSection = /(\bRegulations?),?\s{1,3}(?:sections?|\u00A7{1,2})\s{0,3}$/i;

/** A page label without any page, `Page(s): .` */
const emptyPageLabel = /\bpages?(?:\s?\(s\))?\s{0,3}:?[\s.]{0,5}$/i;

/** One before something other than pages, `Page(s): Table 12-8`. */
const idlePageLabel = /[\s,;]{0,3}\bpages?\s?(?:\(s\)\s{0,3}:?|:)\s{0,3}(?=[\p{L}])/iu;

/** `page 80, When to Continue Opioids topic` */
const topicAfterPages = /^,?\s(?:the\s)?([^,;.()]{3,80}?)\s(?:topic|section)$/i;

function cite(readingText: string, offset: number, reference: Reference, list: PageList | undefined): Citation[] {
  const span = trimSeparators(readingText, offset + reference.start, offset + reference.end);
  if (span.end <= span.start) return [];
  const whole = readingText.slice(offset + reference.locators, span.end);
  const number = regulation.exec(whole);
  const beforePages = whole.slice(0, list ? Math.max(0, list.start - reference.locators) : whole.length);
  const beforeNumber = beforePages.slice(0, number?.index).replace(emptyPageLabel, '').replace(idlePageLabel, ', ');
  // A regulation follows the topic, or stands in the place of a name before it.
  const printed =
    number && tidy(beforeNumber) === '' ? beforePages.slice(number.index + number[0].length) : beforeNumber;
  const place = { text: readingText.slice(span.start, span.end), ...span };
  const topic = list && topicAfterPages.exec(readingText.slice(offset + list.end, span.end))?.[1];
  const details = (locator: Locator) => ({
    ...locator,
    ...(topic && locator.section === undefined && { section: topic }),
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
        { source: 'MTUS', ...(reference.guideline && mtusLocator('', reference.guideline)), pages: [], ...place },
        { source: 'ACOEM', ...details(acoemLocator(printed)) },
      ];
    case 'ACOEM':
      return [{ source: 'ACOEM', ...details(acoemLocator(printed)) }];
    case 'ODG':
      return [{ source: 'ODG', ...details(odgLocator(printed)) }];
    case 'OTHER': {
      const work = tidy(printed.replace(titleBeforeSection, '$1'));
      return [{ source: 'OTHER', ...details(work ? { guideline: work } : {}) }];
    }
  }
}
