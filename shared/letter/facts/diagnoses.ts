import type { Span, TextSpan } from '../../model/span.ts';
import type { FoldedText } from './folded-text.ts';
import { type Piece, statedList } from './stated-list.ts';

const told = '(?:listed|noted|documented|given|stated|reported|recorded)';
/** What says that a list of diagnoses follows. */
const lead = new RegExp(
  [
    // "The patient's diagnoses, per the report of 3/12/15, include", "diagnoses are listed as", "Diagnosis:"
    `\\b(?:diagnos[ei]s|(?:diagnostic|clinical) impressions?|d?dx)\\b(?:\\s?\\([^()]{1,40}\\)|,[^,.;:]{1,60},|(?: (?!(?:are|is|was|were|of|and|or|which|includ\\w{1,3}|not|to|has|have|had)\\b)[\\w/'-]{1,16}){1,6}?)?(?:\\s?:| (?:include[sd]?|including|consist(?:s|ed)? of)| of| (?:are|is|was|were)(?: ${told} (?:as|to (?:be|include)))?| ${told} as)(?: (?:the following|as follows|those of))?\\s?:?`,
    // "was diagnosed as having", "carries the diagnoses …" is covered by "of"
    '\\bdiagnosed (?:with|as having|to have|as)(?: the following)?\\s?:?',
  ].join('|'),
  'gi',
);
/** Before the lead-in: it is no diagnosis of the patient's, or none that was made. */
const notMade =
  /\b(?:no|not|never|without|lack of|absence of|(?:no|without|insufficient) (?:clear )?(?:documentation|evidence|mention|indication|finding)s? of|differential|rul(?:e|ed|ing)[\s-]out|exclude[sd]?|support(?:s|ing|ed)?|suggest(?:s|ing|ed|ive of)?|establish\w{0,3}|clarify|determine|possible|family|mother|father|brother|sister|wife|husband|spouse|son|daughter|guidelines?|patients? with|for which the) (?:(?:is|was|were|been|be|an?|the|any|of|with|had|clear|specific|new|further|other|definitive|working) ){0,4}$/i;
/** Starts of what is said about a diagnosis instead of naming it. */
const noName =
  /^(?:not|no\b|none|unclear|unknown|unchanged|pending|deferred|the same|made|based|confirmed|supported|consistent|required|established|provided|listed|noted|documented|given|needed|necessary|appropriate|likely to|being|been|still|also (?:noted|listed)|discussed|reviewed|considered|exclusion|questionable|in question|n\/a|this|that|these|it|he|she|there|which|diagnostic|as\b)/i;
/** Words that say where something is and not what it is. */
const regionWords = new Set(
  'the left right bilateral both his her upper mid middle lower low cervical thoracic lumbar lumbosacral spine spinal neck back head shoulder shoulders arm arms elbow elbows forearm forearms wrist wrists hand hands finger fingers thumb thumbs hip hips thigh thighs knee knees leg legs ankle ankles foot feet heel heels extremity extremities limb limbs chest trunk and'.split(
    ' ',
  ),
);
const place = /^(?:in|of|to|at|involving|affecting|for)$/;
/** Words that say how something is, and codes: they lean on what stands before them. */
const qualifierWords = new Set(
  'left right bilateral bilaterally chronic acute subacute severe moderate mild unspecified nos industrial resolved resolving stable improved improving unchanged recurrent'.split(
    ' ',
  ),
);
const qualifierStart =
  /^(?:not otherwise specified|by history|industrially related|worse on|(?:left|right) (?:greater|>)|[lr] ?>|per |with |without |secondary to |due to |level |grade |type |(?:ICD|CPT)[^ ]{0,12}(?: [A-Z]?[\d.]{1,8})?$)/i;
const code = /^\(?[A-Z]?\d{2,3}(?:\.\d{1,3})?\)?$/i;
const plainSide = /^(?:left|right|bilateral)$/i;
/** Words that only an "and" joins to the word before: `sprain and strain`, `numbness and tingling`. */
const pairs = /\b(?:sprain|strain|numbness|tingling|weakness|nausea|stress|pain|stiffness|swelling)s?$/i;
const pairEnds =
  /^(?:(?:strain|sprain|tingling|numbness|weakness|paresthesias?|vomiting|stiffness|swelling|spasms?|discomfort|tenderness)s?)\b(?! (?:syndrome|disorder))/i;

/**
 * The diagnoses that a summary lists as such, each once, in order: after "diagnoses", "was diagnosed with", "Dx:" and
 * the like, as printed and with their ICD codes. What is ruled out, suspected of someone else or only described
 * (findings, complaints) is none.
 */
export function diagnoses(summary: FoldedText): TextSpan[] {
  const { text } = summary;
  const found = new Map<string, TextSpan>();
  lead.lastIndex = 0;
  for (let match = lead.exec(text); match; match = lead.exec(text)) {
    if (notMade.test(text.slice(Math.max(0, match.index - 64), match.index))) continue;
    const named = joined(text, [...statedList(text, match.index + match[0].length, text.length)]);
    for (const { start, end: to } of named) {
      const name = text.slice(start, to);
      if (noName.test(name) || !/[a-z]{3}/i.test(name)) break;
      const key = name.toLowerCase();
      if (!found.has(key)) found.set(key, summary.at(start, to));
    }
    lead.lastIndex = Math.max(lead.lastIndex, named.at(-1)?.end ?? 0);
  }
  return [...found.values()];
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[ \n/,&-]/)
    .filter((word) => word !== '');

/** `pain in the neck`: what follows its preposition may be the first of several places. */
function endsInRegion(name: string): boolean {
  const words = wordsOf(name);
  const last = words.findLastIndex((word) => !regionWords.has(word));
  return last > 0 && last < words.length - 1 && place.test(words[last] ?? '');
}

const isQualifier = (words: string): boolean =>
  qualifierStart.test(words) ||
  words.split(' ').every((word) => qualifierWords.has(word.toLowerCase()) || code.test(word));

/** `left and right knee pain`: the first side goes with the second. */
const bothSides = (text: string, side: Piece, next: Piece): boolean =>
  next.byAnd &&
  /^(?:left|right)\b/i.test(text.slice(next.start, next.start + 6)) &&
  !/^b/i.test(text.charAt(side.start));

/** Puts the pieces together that a reviewer reads as one diagnosis, without their articles. */
function joined(text: string, pieces: readonly Piece[]): Span[] {
  const names: { start: number; end: number }[] = [];
  let open: number | undefined;
  for (const [index, piece] of pieces.entries()) {
    const words = text.slice(piece.start, piece.end);
    const previous = names.at(-1);
    const before = previous ? text.slice(previous.start, previous.end) : '';
    const next = pieces[index + 1];
    const uncoded = words.replace(/ ?\([^()]{1,40}\)$/, '');
    const bare = wordsOf(uncoded).every((word) => regionWords.has(word));
    const leansBack =
      previous !== undefined &&
      open === undefined &&
      (bare
        ? endsInRegion(before) || !next || (plainSide.test(uncoded) && !piece.byAnd && !bothSides(text, piece, next))
        : isQualifier(uncoded) || (piece.byAnd && pairs.test(before) && pairEnds.test(words)));
    if (leansBack && previous) previous.end = piece.end;
    else if (bare && next) open ??= piece.start;
    else {
      names.push({ start: open ?? piece.start, end: piece.end });
      open = undefined;
    }
  }
  return names.map(({ start, end }) => {
    const skipped = /^(?:(?:and|also|an?|the) )+/i.exec(text.slice(start, end))?.[0].length ?? 0;
    return { start: start + skipped, end };
  });
}
