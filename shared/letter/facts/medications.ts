import type { Medication } from '../../model/clinical-facts.ts';
import type { Span } from '../../model/span.ts';
import { dosePattern } from './doses.ts';
import { drugName } from './drug-names.ts';
import type { FoldedText } from './folded-text.ts';
import { type Piece, statedList } from './stated-list.ts';

const person = '(?:he|she|they|who|patient|applicant|claimant|employee|worker|member|individual|IW\\)?|EE)';
const adverb = '(?:(?:also|currently|still|presently|now|additionally|reportedly|continually|maintained|being) )';
/** Words between "medications" and the verb that change nothing. */
const aside =
  '(?:\\s?\\([^()]{1,40}\\)| (?:list(?:ed)?|regimen|profile|used|taken|prescribed|in use|on file|at (?:this|that|the) (?:time|visit)|(?:on|as of|from|dated) (?:[\\d/-]{6,10}|[A-Z][a-z]{2,8}\\.? \\d{1,2}, \\d{4})|currently|reportedly|being|for (?:pain|this injury)|are|is|was|were|(?:the )?patient|he|she|takes|is taking)){0,6}';
const listVerb =
  '(?:\\s?:| (?:include[sd]?|including|consist(?:s|ed)? of|comprise[sd]?)(?! (?:in|by|with)\\b)| (?:(?:were|was|are|is) )?(?:listed|noted|reported|documented|given|recorded) (?:as|to (?:be|include))| (?:are|were) (?:the following|as follows))(?: (?:the following|as follows))?\\s?:?';
const lead = new RegExp(
  [
    `(?<listed>\\b(?:medications?|meds|medicines|prescriptions?|Rx)(?:${aside})${listVerb})`,
    '(?<copula>\\b(?:medications?|meds) (?:are|is|were|was)(?=\\s))',
    `(?<taking>\\b${person} (?:also |currently |still )?(?:takes|uses|utilizes)\\b|\\b${person} (?:is|was|has been|reports|reported|remains|continues) ${adverb}{0,2}(?:taking|using|utilizing|on|prescribed|to (?:take|use))\\b(?: medications? (?:including|such as))?)`,
  ].join('|'),
  'gi',
);
/** Before "medications": they are not, or no longer, taken, or only asked for. */
const notCurrent =
  /\b(?:no|not|without|past|previous(?:ly)?|prior|former(?:ly)?|failed|tried|trialed|discontinued|stopped|denie[sd]|requested|disputed|allerg\w{1,5} to|other|these|those|of) (?:[\w-]{1,14} ){0,2}$/i;
const triedOut = /\b(?:tried|failed|discontinued|requested|denied|allerg\w{1,5}|in the past)\b/i;

const dose = new RegExp(dosePattern, 'i');
const drug = new RegExp(drugName, 'i');
/** Starts that are no drug but more about the one before. */
const directions =
  /^(?:\d|#|one|two|three|half|daily|twice|once|every|nightly|at\s|as needed|prn\b|p\.?o\.?\b|by mouth|q\.?\s?\d|[bqt]\.?i\.?d|one-half|dispensed|quantity|qty|with \d|refills?|tablets?|capsules?|all\b|both\b|each\b)/i;
const noDrug =
  /^(?:[\w-]{1,20} (?:class(?:es)?|lessons?|courses?)\b|no(?:ne|t)?|n\/a|nil|unknown|unchanged|unspecified|various|other|the (?:following|same|above)|same|his|her|their|refilled|helpful|medications?|further|pain|continued|prescribed|reviewed|as\s|a\s|an\s|total|modified|full|work|disability|physical|acupuncture|chiropractic|therapy|home|rest|ice|heat)\b/i;
const column =
  '(?:dos(?:e|age)s?|strength|frequency|sig|directions?|route|quantity|qty|refills?|amount|prescriber|start(?:ed)?|date|indication|purpose|reason)';
/** The head of a table, whose cells are no list. */
const tableHead = new RegExp(`^(?:current )?(?:medications?|meds?|drugs?) (?:names? )?${column}\\b`, 'i');
/** A head that is a paragraph of its own, so that its table's rows are too. */
const tableHeadRow = new RegExp(
  `^\\s?(?:current )?(?:medications?|meds?|drugs?)(?: names?)?(?: ${column}){1,8} ?\\n`,
  'i',
);
const longestRow = 200;
/** Where a name ends and what is said of it begins. */
const nameEnd =
  /\s(?:\d|(?<!tylenol\s)#|\(|one\b|two\b|half\b|daily\b|twice\b|once\b|every\b|nightly\b|q\.?\s?\d|q\.?h\.?s|q\.?d|[bqt]\.?\s?i\.?\s?d\b|p\.?r\.?n\b|p\.?o\b|by\s|at\s|as\s|for\s|from\s|per\s|with\s(?!codeine|codine)|without\s|in\s|on\s|to\s|tablets?\b|tabs?\b|capsules?\b|quantity\b|qty\b|-\s|up\s)/i;

/**
 * The medications that a summary says the patient takes, each once, in order: lists that a heading or sentence of
 * current medications introduces (`Current medications include Norco 10/325 mg and Soma.`), and drugs that someone
 * "is taking" or "is on". What was tried, failed, denied or is asked for is none.
 */
export function medications(summary: FoldedText): Medication[] {
  const { text } = summary;
  const found = new Map<string, Medication>();
  lead.lastIndex = 0;
  for (let match = lead.exec(text); match; match = lead.exec(text)) {
    const { listed, taking } = match.groups ?? {};
    const after = match.index + match[0].length;
    if (listed !== undefined && triedOut.test(listed)) continue;
    if (notCurrent.test(text.slice(Math.max(0, match.index - 48), match.index))) continue;
    const says = listed !== undefined ? 'medications' : /\btak(?:es|ing)$/i.test(taking ?? '') ? 'takes' : 'uses';
    const drugs = listed === undefined ? [] : tabled(text, after);
    if (drugs.length === 0) drugs.push(...drugsOf(text, statedList(text, after, text.length), says));
    lead.lastIndex = Math.max(after, drugs.at(-1)?.end ?? 0);
    for (const piece of drugs) {
      const medication = medicationAt(summary, piece);
      const key = nameOf(text.slice(piece.start, piece.end)).toLowerCase();
      if (!found.has(key)) found.set(key, medication);
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/**
 * The pieces that are drugs, with directions joined to their drug. After a lead-in of medications, any name counts up
 * to the first piece that is none; what someone takes must be written as a name, and of what someone uses or is on,
 * one must be a known drug besides.
 */
function drugsOf(text: string, pieces: Iterable<Piece>, says: 'medications' | 'takes' | 'uses'): Span[] {
  const drugs: { start: number; end: number }[] = [];
  const listed = says === 'medications';
  let known = listed;
  for (const { start, end } of pieces) {
    const piece = text.slice(start, end);
    const previous = drugs.at(-1);
    if (previous && directions.test(piece)) {
      previous.end = end;
      continue;
    }
    const isKnown = drug.test(piece) || dose.test(piece);
    if (tableHead.test(piece) || (noDrug.test(piece) && !isKnown)) break;
    const name = nameOf(piece);
    if (name === '' || (!isKnown && (name.split(' ').length > (listed ? 5 : 2) || (!listed && !/^[A-Z]/.test(name)))))
      break;
    known ||= isKnown || (says === 'takes' && /^[A-Z][a-z]/.test(name));
    drugs.push({ start, end });
  }
  return known ? drugs : [];
}

/** The rows of a table of medications that stands at `from`, up to the first that names no drug and no strength. */
function tabled(text: string, from: number): Span[] {
  const rows: Span[] = [];
  let start = from + (tableHeadRow.exec(text.slice(from, from + longestRow))?.[0].length ?? 0);
  while (start > from && start < text.length) {
    const row = /^[^\n]{1,200}(?=\n|$)/.exec(text.slice(start, start + longestRow + 1))?.[0] ?? '';
    const name = nameIn(row);
    const strength = dose.exec(row)?.index ?? Number.POSITIVE_INFINITY;
    if (name.end === name.start || !(drug.test(nameOf(row)) || strength <= name.end + 1)) break;
    rows.push({ start, end: start + row.trimEnd().length });
    start += row.length + 1;
  }
  return rows;
}

const article = /^(?:(?:and|also|the|an?|both|oral|topical(?= [A-Z])|intermittent|occasional) )+/i;

/** The name in a piece, without articles, strength and directions. */
function nameIn(piece: string): Span {
  const start = article.exec(piece)?.[0].length ?? 0;
  const cut = Math.min(dose.exec(piece)?.index ?? piece.length, nameEnd.exec(piece)?.index ?? piece.length);
  let end = Math.max(start, cut);
  while (end > start && ' ,:(-\n'.includes(piece.charAt(end - 1))) end--;
  return { start, end };
}

const nameOf = (piece: string): string => {
  const { start, end } = nameIn(piece);
  return piece.slice(start, end);
};

function medicationAt(folded: FoldedText, { start, end }: Span): Medication {
  const piece = folded.text.slice(start, end);
  const name = nameIn(piece);
  const strength = dose.exec(piece);
  const at = strength && start + strength.index;
  return {
    ...folded.at(start + name.start, end),
    name: folded.at(start + name.start, start + name.end).text,
    ...(strength && at !== null && { dose: folded.at(at, at + strength[0].length).text }),
  };
}
