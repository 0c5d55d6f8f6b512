import type { Citation, GuidelineStatement } from '../../model/letter-parse.ts';
import type { Span } from '../../model/span.ts';
import { sourceNames } from '../citations/source-names.ts';
import { parseCitations } from '../citations.ts';
import { normaliseSpace } from '../white-space.ts';

const schedule =
  '(?:the\\s{1,3})?(?:California\\s{1,3})?(?:MTUS|Medical\\s{1,3}Treatment\\s{1,3}Utilization\\s{1,3}Schedule(?:\\s{1,3}\\(MTUS\\))?)';
/** Words that name the MTUS without citing it. */
const disclaimer = new RegExp(
  [
    `(?:,\\s{0,3})?\\b(?:which|that)\\s{1,3}(?:is|are)\\s{1,3}not\\s{1,3}(?:an?\\s{1,3})?(?:(?:part|section)s?\\s{1,3}of|in|contained\\s{1,3}in)\\s{1,3}${schedule}`,
    `\\bno\\s{1,3}(?:\\w{1,20}\\s{1,3}){0,3}(?:sections?|parts?|guidelines?|recommendations?)\\s{1,3}(?:of|in|within|from)\\s{1,3}${schedule}[^.;]{0,200}`,
    `${schedule}\\s{1,3}(?:guidelines?\\s{1,3})?(?:(?:is|are|was|were|does|do|did)\\s{1,3}(?:not|silent)|has\\s{1,3}no|lacks)\\b[^.;]{0,200}`,
    `\\bnot\\s{1,3}(?:specifically\\s{1,3})?(?:addressed|covered|discussed|found|included|mentioned)\\s{1,3}(?:by|in|within)\\s{1,3}${schedule}`,
    // Why the reviewer took a source: the words after its name.
    ',?\\s{1,3}(?:was|were|is|are)\\s{1,3}(?:also\\s{1,3})?(?:relied|used|applied|consulted|chosen|selected|appropriate|applicable|cited|referenced)\\b[^.;,]{0,200}',
    ',?\\s{1,3}(?:used|relied\\s{1,3}(?:up)?on|cited|applied|referenced)\\s{1,3}by\\s{1,3}the\\s{1,3}(?:claims|utilization|UR)\\b[^.;]{0,200}',
    ',?\\s{1,3}(?:since|because|as\\s{1,3}(?:it|they|this|these|there|no))\\s[^.;]{0,300}',
  ].join('|'),
  'giu',
);
const partOfSchedule = new RegExp(
  `(?:,\\s{0,3})?(?:(?:\\b(?:which|that)\\s{1,3}(?:is|are)|,)\\s{1,3}(?:an?\\s{1,3})?(?:part|section)s?|(?<=guidelines?))\\s{1,3}of\\s{1,3}${schedule}`,
  'giu',
);
/** What is left of a sentence around the names of sources, and is no work of its own. */
const filler =
  /^(?:(?:the|an?|no|any|and|or|of|in|on|from|by|for|with|following|applicable|relevant|current|section|sections|part|guideline|guidelines|recommendation|recommendations|criteria|California|CA|state|is|are|was|which|found|medical|treatment|evidence|based)(?:[\s,:;.]{1,9}|$))*$/i;

const isFiller = (text: string): boolean => text.length <= 200 && filler.test(normaliseSpace(text));

/** A guideline statement with its citations; `span` may be empty. */
export function guidelineStatement(readingText: string, span: Span): GuidelineStatement {
  const text = readingText.slice(span.start, span.end);
  const citations: Citation[] = [];
  let from = 0;
  const read = (to: number): void => {
    if (to <= from) return;
    const cited = parseCitations(readingText, { start: span.start + from, end: span.start + to });
    for (const citation of cited) {
      if (citation.source !== 'OTHER' || !isFiller(citation.text)) citations.push(citation);
    }
  };
  const cuts = [...matches(text, disclaimer, false), ...matches(text, partOfSchedule, true), ...remarks(text)];
  cuts.sort((a, b) => a.start - b.start);
  for (const cut of cuts) {
    if (cut.start < from) continue;
    read(cut.start);
    from = cut.start;
    // "ACOEM, which is part of the MTUS" names two sources; a guideline of the MTUS is one already.
    if (cut.cites && citations.at(-1)?.source !== 'MTUS') read(cut.end);
    from = cut.end;
  }
  read(text.length);
  return { text, start: span.start, end: span.end, citations: withChapterTitles(readingText, span.start, citations) };
}

/** The start of a sentence behind another one; no abbreviation goes on with a capitalised word and a small one. */
const laterSentence = /(?<=[.!?]["'\u2019\u201D)]?\s{1,3})\p{Lu}\p{Ll}*\s{1,3}\p{Ll}/gu;
const tellsBasis = /\b(?:based|relied|rely|cit(?:ed|es|ing|ation)|evidence|guidelines?)\b/i;

/** Sentences that name no source: what else the letter says of those before. */
function remarks(text: string) {
  const starts = [...text.matchAll(laterSentence)].map(({ index }) => index);
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? text.length;
    const sentence = text.slice(start, end);
    return tellsBasis.test(sentence) || sourceNames(sentence, false).length > 0 ? [] : [{ start, end, cites: false }];
  });
}

const matches = (text: string, pattern: RegExp, cites: boolean) =>
  [...text.matchAll(pattern)].map(({ index, 0: all }) => ({ start: index, end: index + all.length, cites }));

const titleBefore =
  /((?:\p{Lu}[\p{L}/-]{0,20},?\s(?:(?:and|or)\s)?){1,6}(?:Complaints|Conditions|Disorders))(?:\s{1,3}Chapter)?\s{0,3}(?:of\s{1,3}the\s{0,3})?[(,]?\s{0,3}$/u;

/** The notices print a chapter's title before its source: `Shoulder Complaints Chapter (ACOEM …, Chapter 9), page 210`. */
function withChapterTitles(readingText: string, from: number, citations: readonly Citation[]): Citation[] {
  const titled: Citation[] = [];
  for (const citation of citations) {
    const number = citation.source === 'ACOEM' ? /^(\d{1,2})[\s)]*$/.exec(citation.chapter ?? '')?.[1] : undefined;
    const before = Math.max(from, citation.start - 160);
    const found = number === undefined ? null : titleBefore.exec(readingText.slice(before, citation.start));
    if (!found || found[1] === undefined) {
      titled.push(citation);
      continue;
    }
    const start = before + found.index;
    while ((titled.at(-1)?.start ?? -1) >= start && titled.at(-1)?.source === 'OTHER') titled.pop();
    const text = readingText.slice(start, citation.end);
    titled.push({ ...citation, chapter: `${number} ${normaliseSpace(found[1])}`, text, start });
  }
  return titled;
}
