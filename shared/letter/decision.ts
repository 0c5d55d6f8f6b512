import type { Decision } from '../model/letter-parse.ts';

/**
 * The words a letter may decide an item with. A modified or partly upheld decision grants a part of the request,
 * so all three count as partially overturned; the printed words are kept beside the class.
 */
const part = '(?:,?\\s{1,3}in\\s{1,3}part)?';
const words = '(?:overturned|upheld|modi(?:fi|\uFB01)ed)';
export const decisionWords = `(?:(?:partially|partly)[\\s-]{1,3})?${words}${part}(?:\\s?[/,]\\s?(?:(?:partially|partly)\\s)?${words}${part})?`;
/** Behind them a bracket may close, or say more. */
const known = new RegExp(
  `(?:^|[\\s:;(\\[\u2013\u2014-])(${decisionWords})([)\\]]|\\s{1,3}\\([^()]{1,80}\\))?[.;,*]{0,2}$`,
  'i',
);
const longest = 160;
const announced =
  '(?:(?:IMR|final|MAXIMUS)\\s{1,3}){0,2}(?:decision|determination|outcome)\\s{0,3}(?:[:\u2013\u2014]|-{1,2}\\s)';
/** What announces a decision and is part of neither it nor the title: `(Decision: Upheld)`, `: UR denial upheld`. */
const announcement = new RegExp(
  `(?:(?:(?:^|\\n)|[(\\[])\\s{0,3}${announced}|[:\u2013\u2014]\\s{0,3}(?:(?:the|UR|prior)\\s{1,3}){0,2}(?:denial|decision|determination)\\s|[(\\[])\\s{0,3}$`,
  'i',
);
const longestAnnouncement = 60;
const announcingLine = new RegExp(`${announced}\\s{0,3}(?=${decisionWords}[.;]?(?:\\s|$))`, 'iy');

/** A decision at the end of a text, with its offsets in it. */
export interface PrintedDecision {
  readonly start: number;
  readonly end: number;
  /** Where what announces it starts; `start` when nothing does. */
  readonly from: number;
}

/** The decision words at the very end of `text`, or before a last bracket; undefined when it ends in none. */
export function decisionAtEnd(text: string): PrintedDecision | undefined {
  const tail = Math.max(0, text.length - longest);
  const match = known.exec(text.slice(tail));
  const printed = match?.[1];
  if (!match || printed === undefined) return undefined;
  const start = tail + match.index + match[0].indexOf(printed);
  const end = start + printed.length;
  const before = Math.max(0, start - longestAnnouncement);
  const lead = announcement.exec(text.slice(before, start));
  const from = lead ? before + lead.index : start;
  const behind = match[2] ?? '';
  const bracketed = /[([]/.test(text.slice(from, start));
  if (bracketed !== /^[)\]]/.test(behind)) return undefined;
  // "Work hardening, modified (see below)" decides nothing.
  if (/^\s/.test(behind) && !/[:\u2013\u2014]\s{0,3}$/.test(text.slice(before, start))) return undefined;
  return { start, end, from };
}

/** Where the words end that announce the decision on a line of their own, `Decision: Upheld`; undefined when none start at `offset`. */
export function decisionAnnounced(text: string, offset: number): number | undefined {
  announcingLine.lastIndex = offset;
  return announcingLine.test(text) ? announcingLine.lastIndex : undefined;
}

/** The class of a decision as printed; `unknown` for words that letters are not known to use. */
export function classifyDecision(decisionText: string): Decision {
  const found = decisionAtEnd(decisionText);
  if (found?.start !== 0) return 'unknown';
  const printed = decisionText.slice(0, found.end).toLowerCase();
  if (/part|modi|[/,]/.test(printed)) return 'partially-overturned';
  return printed.startsWith('overturned') ? 'overturned' : 'upheld';
}

const phrase = /^\p{Lu}[\p{L}'\s-]{2,39}\.?$/u;
const outcome = /(?:ed|wn|\bnecessary|\bappropriate|\bpending|\bmoot)\.?$/i;

/** True for a short phrase with a capital, which may be a decision in words that letters are not known to use. */
export const isDecisionPhrase = (text: string): boolean => phrase.test(text);

/** True for a phrase that says how something came out, and so is a decision even on a line of its own: `Withdrawn`. */
export const isOutcome = (text: string): boolean => phrase.test(text) && outcome.test(text);
