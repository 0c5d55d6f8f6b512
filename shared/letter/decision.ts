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

/** Whatever follows these words, a part of the request is granted. */
const modification =
  /^(?:modi(?:fi|\uFB01)ed|(?:partially|partly)[\s-]{1,3}(?:overturned|upheld|modi(?:fi|\uFB01)ed))\b/i;
const inFull = /\s{1,3}(?:in\s{1,3}full|in\s{1,3}its\s{1,3}entirety|entirely|completely)$/i;

/** The class of a decision as printed; `unknown` for words that letters are not known to use. */
export function classifyDecision(decisionText: string): Decision {
  if (modification.test(decisionText)) return 'partially-overturned';
  const found = decisionAtEnd(decisionText.replace(inFull, ''));
  if (found?.start !== 0) return 'unknown';
  const printed = decisionText.slice(0, found.end).toLowerCase();
  if (/part|modi|[/,]/.test(printed)) return 'partially-overturned';
  return printed.startsWith('overturned') ? 'overturned' : 'upheld';
}

/** How an item came out in words besides those that letters are known to use, or with more said behind them. */
const outcomeWord = `(?:${words}|approved|denied|affirmed|reversed|withdrawn|granted|rejected|dismissed|authorized|(?:non|de|re)?[\\s-]?certi(?:fi|\uFB01)ed|(?:dis)?allowed|declined|deferred|remanded|sustained|vacated|confirmed|rescinded|pending|moot|(?:not\\s|un)?(?:medically\\s)?necessary)`;
const said =
  'the|UR|IMR|MAXIMUS|prior|request|claim|denial|decision|determination|partially|partly|fully|conditionally|in|part|not|is|was|are|were';
const amount = '\\d{1,3}(?:\\.\\d)?(?:\\s?%)?|of|out|visits?|sessions?|units?|tablets?';
/** What may stand before such a word: `UR denial`, and behind a colon `50%`; behind a dash an amount is of the title. */
const lead = (wording: string): string => `(?:(?:${wording})[\\s,-]{1,3}){0,8}`;
/** What may follow it, if anything does. */
const goesOn =
  '(?:[,;(\u2013\u2014][^:\\n]{0,100}|\\s{1,3}(?:-|[(,;\u2013\u2014\\d]|(?:to|for|as|with|in|at|on|by|per|from|until|up|due|because|x)\\b)[^:\\n]{0,100})?';
const wordEnd = '(?![\\p{L}\\d-])';
const noDecision = 'n/a|not\\s{1,3}applicable|no\\s{1,3}decision';
const ending = `${outcomeWord}${wordEnd}${goesOn}|${noDecision}`;
const outcomeAtTail = new RegExp(
  `(?:[:=]\\s{0,4}(${lead(`${amount}|${said}`)}(?:${ending}))|(?:[\u2013\u2014]|\\s-{1,2})\\s{0,4}(${lead(said)}(?:${ending}))|[(\\[]\\s?(${lead(said)}(?:${outcomeWord}|${noDecision}))\\s?[)\\]])[.;,*]{0,3}$`,
  'iu',
);

/**
 * An outcome behind the last separator of a heading or in its closing bracket, in any words: `PT: Modified to 6 visits`,
 * `MRI: 50% approved`, `MRI (Denied)`. Undefined when the heading ends in none.
 */
export function outcomeAtEnd(text: string): PrintedDecision | undefined {
  const tail = Math.max(0, text.length - longest);
  const match = outcomeAtTail.exec(text.slice(tail));
  const printed = match?.[1] ?? match?.[2] ?? match?.[3];
  if (!match || printed === undefined) return undefined;
  const start = tail + match.index + match[0].indexOf(printed);
  return { start, end: start + printed.replace(/[\s.;,*]{1,9}$/, '').length, from: tail + match.index };
}

const phrase = /^\p{Lu}[\p{L}'\s-]{2,39}\.?$/u;
const outcome = /(?:ed|wn|\bnecessary|\bappropriate|\bpending|\bmoot)\.?$/i;

/** True for a short phrase with a capital, which may be a decision in words that letters are not known to use. */
export const isDecisionPhrase = (text: string): boolean => phrase.test(text);

/** True for a phrase that says how something came out, and so is a decision even on a line of its own: `Withdrawn`. */
export const isOutcome = (text: string): boolean => phrase.test(text) && outcome.test(text);
