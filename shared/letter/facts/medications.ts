import type { Medication } from '../../model/clinical-facts.ts';
import type { Span } from '../../model/span.ts';
import { dosePattern } from './doses.ts';
import { drugName } from './drug-names.ts';
import { FoldedText } from './folded-text.ts';
import { type Piece, statedList } from './stated-list.ts';

const person = '(?:he|she|they|who|patient|applicant|claimant|employee|worker|member|individual|IW\\)?|EE)';
const adverb = '(?:(?:also|currently|still|presently|now|additionally|reportedly|continually|maintained|being)\\s+)';
/** Words between "medications" and the verb that change nothing. */
const aside =
  '(?:\\s*\\([^()]{1,40}\\)|\\s+(?:list(?:ed)?|regimen|profile|used|taken|prescribed|in\\s+use|on\\s+file|at\\s+(?:this|that|the)\\s+(?:time|visit)|(?:on|as\\s+of|from)\\s+[\\d/-]{6,10}|currently|reportedly|being|for\\s+(?:pain|this\\s+injury)|are|is|was|were|(?:the\\s+)?patient|he|she|takes|is\\s+taking)){0,6}';
const listVerb =
  '(?:\\s*:|\\s+(?:include[sd]?|including|consist(?:s|ed)?\\s+of|comprise[sd]?)(?!\\s+(?:in|by|with)\\b)|\\s+(?:(?:were|was|are|is)\\s+)?(?:listed|noted|reported|documented|given|recorded)\\s+(?:as|to\\s+(?:be|include))|\\s+(?:are|were)\\s+(?:the\\s+following|as\\s+follows))(?:\\s+(?:the\\s+following|as\\s+follows))?\\s*:?';
const lead = new RegExp(
  [
    `(?<listed>\\b(?:medications?|meds|medicines|prescriptions?|Rx)(?:${aside})${listVerb})`,
    '(?<copula>\\b(?:medications?|meds)\\s+(?:are|is|were|was)(?=\\s))',
    `(?<taking>\\b${person}\\s+(?:also\\s+|currently\\s+|still\\s+)?(?:takes|uses|utilizes)\\b|\\b${person}\\s+(?:is|was|has\\s+been|reports|reported|remains|continues)\\s+${adverb}{0,2}(?:taking|using|utilizing|on|prescribed|to\\s+(?:take|use))\\b(?:\\s+medications?\\s+(?:including|such\\s+as))?)`,
  ].join('|'),
  'gi',
);
/** Before "medications": they are not, or no longer, taken, or only asked for. */
const notCurrent =
  /\b(?:no|not|without|past|previous(?:ly)?|prior|former(?:ly)?|failed|tried|trialed|discontinued|stopped|denie[sd]|requested|disputed|allerg\w{1,5}\s+to|other|these|those|of)\s+(?:[\w-]{1,14}\s+){0,2}$/i;
const triedOut = /\b(?:tried|failed|discontinued|requested|denied|allerg\w{1,5}|in\s+the\s+past)\b/i;

const dose = new RegExp(dosePattern, 'i');
const drug = new RegExp(drugName, 'i');
/** Starts that are no drug but more about the one before. */
const directions =
  /^(?:\d|#|one|two|three|half|daily|twice|once|every|nightly|at\s|as\s+needed|prn\b|p\.?o\.?\b|by\s+mouth|q\.?\s?\d|[bqt]\.?i\.?d|one-half|dispensed|quantity|qty|with\s+\d|refills?|tablets?|capsules?|all\b|both\b|each\b)/i;
const noDrug =
  /^(?:no(?:ne|t)?|n\/a|nil|unknown|unchanged|unspecified|various|other|the\s+(?:following|same|above)|same|his|her|their|refilled|helpful|medications?|further|pain|continued|prescribed|reviewed|as\s|a\s|an\s|total|modified|full|work|disability|physical|acupuncture|chiropractic|therapy|home|rest|ice|heat)\b/i;
/** Where a name ends and what is said of it begins. */
const nameEnd =
  /\s(?:\d|(?<!tylenol\s)#|\(|one\b|two\b|half\b|daily\b|twice\b|once\b|every\b|nightly\b|q\.?\s?\d|q\.?h\.?s|q\.?d|[bqt]\.?\s?i\.?\s?d\b|p\.?r\.?n\b|p\.?o\b|by\s|at\s|as\s|for\s|from\s|per\s|with\s(?!codeine|codine)|without\s|in\s|on\s|to\s|tablets?\b|tabs?\b|capsules?\b|quantity\b|qty\b|-\s|up\s)/i;

/**
 * The medications that a summary says the patient takes, each once, in order: lists that a heading or sentence of
 * current medications introduces (`Current medications include Norco 10/325 mg and Soma.`), and drugs that someone
 * "is taking" or "is on". What was tried, failed, denied or is asked for is none.
 */
export function medications(readingText: string, summary: Span): Medication[] {
  const text = readingText.slice(summary.start, summary.end);
  const found = new Map<string, Medication>();
  lead.lastIndex = 0;
  for (let match = lead.exec(text); match; match = lead.exec(text)) {
    const { listed } = match.groups ?? {};
    const after = match.index + match[0].length;
    if (listed !== undefined && triedOut.test(listed)) continue;
    if (notCurrent.test(text.slice(Math.max(0, match.index - 48), match.index))) continue;
    const { pieces, end } = statedList(text, after, text.length);
    const drugs = drugsOf(text, pieces, listed !== undefined);
    // The same stretch may lead into another list: "is taking medications including …".
    if (drugs.length > 0) lead.lastIndex = Math.max(after, end);
    for (const piece of drugs) {
      const medication = medicationAt(readingText, summary.start + piece.start, summary.start + piece.end);
      const key = medication.name.toLowerCase().replace(/\s+/g, ' ');
      if (!found.has(key)) found.set(key, medication);
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/**
 * The pieces that are drugs, with directions joined to their drug. After a lead-in of medications, any name counts up
 * to the first piece that is none; otherwise one of them must be a known drug, and the others be written as names.
 */
function drugsOf(text: string, pieces: readonly Piece[], listed: boolean): Span[] {
  const drugs: { start: number; end: number }[] = [];
  let known = listed;
  for (const { start, end } of pieces) {
    const piece = text.slice(start, end);
    const previous = drugs.at(-1);
    if (previous && directions.test(piece)) {
      previous.end = end;
      continue;
    }
    const isKnown = drug.test(new FoldedText(piece, { start: 0, end: piece.length }).text) || dose.test(piece);
    if (noDrug.test(piece) && !isKnown) break;
    const name = nameOf(piece);
    if (name === '' || (!isKnown && (name.split(/\s+/).length > (listed ? 5 : 2) || (!listed && !/^[A-Z]/.test(name)))))
      break;
    known ||= isKnown;
    drugs.push({ start, end });
  }
  return known ? drugs : [];
}

const article = /^(?:(?:and|also|the|an?|both|oral|topical(?=\s+[A-Z])|intermittent|occasional)\s+)+/i;

function nameOf(piece: string): string {
  const at = article.exec(piece)?.[0].length ?? 0;
  const strength = dose.exec(piece);
  const cut = nameEnd.exec(piece);
  const end = Math.min(strength?.index ?? piece.length, cut?.index ?? piece.length);
  return piece.slice(at, end).replace(/[\s,:(-]+$/, '');
}

function medicationAt(readingText: string, start: number, end: number): Medication {
  const lead = article.exec(readingText.slice(start, end))?.[0].length ?? 0;
  const text = readingText.slice(start + lead, end);
  const strength = dose.exec(text)?.[0];
  return { text, start: start + lead, end, name: nameOf(text), ...(strength !== undefined && { dose: strength }) };
}
