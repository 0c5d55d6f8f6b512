import type { Decision } from '../model/letter-parse.ts';

/**
 * The words a letter may decide an item with. A modified or partly upheld decision grants a part of the request,
 * so all three count as partially overturned; the printed words are kept beside the class.
 */
const known =
  /(?:^|[\s:;\u2013\u2014-])((?:(?:partially|partly)[\s-]{1,3})?(?:overturned|upheld|modi(?:fi|\uFB01)ed)(?:,?\s{1,3}in\s{1,3}part)?(?:\s?[/,]\s?(?:(?:partially|partly)\s)?(?:overturned|upheld|modi(?:fi|\uFB01)ed)(?:\s{1,3}in\s{1,3}part)?)?)[.;,*]{0,2}$/i;
const longest = 70;

/** The decision words at the very end of `text`, with their offsets in it; undefined when it ends in none. */
export function decisionAtEnd(text: string): { readonly start: number; readonly end: number } | undefined {
  const from = Math.max(0, text.length - longest);
  const match = known.exec(text.slice(from));
  const words = match?.[1];
  if (!match || words === undefined) return undefined;
  const start = from + match.index + match[0].indexOf(words);
  return { start, end: start + words.length };
}

/** The class of a decision as printed; `unknown` for words that letters are not known to use. */
export function classifyDecision(decisionText: string): Decision {
  const found = decisionAtEnd(decisionText);
  if (found?.start !== 0) return 'unknown';
  const words = decisionText.toLowerCase();
  if (/part|modi|[/,]/.test(words)) return 'partially-overturned';
  return words.startsWith('overturned') ? 'overturned' : 'upheld';
}

const phrase = /^\p{Lu}[\p{L}'\s-]{2,39}\.?$/u;
const outcome = /(?:ed|wn|\bnecessary|\bappropriate|\bpending|\bmoot)\.?$/i;

/** True for a short phrase with a capital, which may be a decision in words that letters are not known to use. */
export const isDecisionPhrase = (text: string): boolean => phrase.test(text);

/** True for a phrase that says how something came out, and so is a decision even on a line of its own: `Withdrawn`. */
export const isOutcome = (text: string): boolean => phrase.test(text) && outcome.test(text);
