import type { Span, TextSpan } from '../../model/span.ts';
import { type Piece, statedList } from './stated-list.ts';

const told = '(?:listed|noted|documented|given|stated|reported|recorded)';
/** What says that a list of diagnoses follows. */
const lead = new RegExp(
  [
    // "The patient's diagnoses, per the report of 3/12/15, include", "diagnoses are listed as", "Diagnosis:"
    `\\b(?:diagnos[ei]s|(?:diagnostic|clinical)\\s+impressions?|d?dx)\\b(?:\\s*\\([^()]{1,40}\\)|,[^,.;:]{1,80},|(?:\\s+(?!(?:are|is|was|were|of|and|or|that|which|includ\\w{1,3}|not|to|has|have|had)\\b)[\\w/'\u2019-]{1,20}){1,7}?)?(?:\\s*:|\\s+(?:include[sd]?|including|consist(?:s|ed)?\\s+of)|\\s+of|\\s+(?:are|is|was|were)(?:\\s+${told}\\s+(?:as|to\\s+(?:be|include)))?|\\s+${told}\\s+as)(?:\\s+(?:the\\s+following|as\\s+follows|those\\s+of))?\\s*:?`,
    // "was diagnosed as having", "carries the diagnoses …" is covered by "of"
    '\\bdiagnosed\\s+(?:with|as\\s+having|to\\s+have|as)(?:\\s+the\\s+following)?\\s*:?',
  ].join('|'),
  'gi',
);
/** Before the lead-in: it is no diagnosis of the patient's, or none that was made. */
const notMade =
  /\b(?:no|not|never|without|lack\s+of|absence\s+of|differential|rul(?:e|ed|ing)[\s-]out|exclude[sd]?|support(?:s|ing|ed)?|suggest(?:s|ing|ed|ive\s+of)?|establish\w{0,3}|clarify|determine|possible|family|mother|father|brother|sister|wife|husband|spouse|son|daughter|guidelines?|patients?\s+with|for\s+which\s+the)\s+(?:(?:is|was|were|been|be|an?|the|any|of|with|had|clear|specific|new|further|other|definitive|working)\s+){0,4}$/i;
/** Starts of what is said about a diagnosis instead of naming it. */
const noName =
  /^(?:not|no\b|none|unclear|unknown|unchanged|pending|deferred|the\s+same|made|based|confirmed|supported|consistent|required|established|provided|listed|noted|documented|given|needed|necessary|appropriate|likely\s+to|being|been|still|also\s+(?:noted|listed)|discussed|reviewed|considered|exclusion|questionable|in\s+question|n\/a|this|that|these|it|he|she|there|which|diagnostic|as\b)/i;
const region =
  '(?:the|left|right|bilateral|both|his|her|upper|mid(?:dle)?|lower|low|cervical|thoracic|lumbar|lumbosacral|spine|spinal|neck|back|head|shoulders?|arms?|elbows?|forearms?|wrists?|hands?|fingers?|thumbs?|hips?|thighs?|knees?|legs?|ankles?|feet|foot|heels?|extremit(?:y|ies)|limbs?|chest|trunk|and|&|/)';
const onlyRegion = new RegExp(`^(?:${region}(?:[\\s/,-]+|$)){1,8}$`, 'i');
const endsInRegion = new RegExp(`\\b(?:in|of|to|at|involving|affecting|for)\\s+(?:${region}[\\s/,-]*){1,8}$`, 'i');
/** Leans on what stands before it: `carpal tunnel syndrome, bilateral`, `847.2`, `not otherwise specified`. */
const qualifier =
  /^(?:(?:left|right|bilateral(?:ly)?|chronic|acute|subacute|severe|moderate|mild|unspecified|nos|not\s+otherwise\s+specified|industrial(?:ly\s+related)?|resolved|resolving|stable|improved|improving|by\s+history|unchanged|recurrent|left\s+greater\s+than\s+right|right\s+greater\s+than\s+left|[lr]\s?>\s?[lr]|worse\s+on\s+the\s+(?:left|right)|per\s.{1,40}|with\s.{1,80}|without\s.{1,80}|secondary\s+to\s.{1,80}|due\s+to\s.{1,80}|status\s+quo|level\s.{1,12}|grade\s.{1,12}|type\s.{1,12}|(?:ICD|CPT)\S{0,12}\s?.{0,20}|\(?[A-Z]?\d{2,3}(?:\.\d{1,3})?\)?)\s?)+$/i;
const plainSide = /^(?:left|right|bilateral)$/i;
/** Words that only an "and" joins to the word before: `sprain and strain`, `numbness and tingling`. */
const pairs = /\b(?:sprain|strain|numbness|tingling|weakness|nausea|stress|pain|stiffness|swelling)s?$/i;
const pairEnds =
  /^(?:(?:strain|sprain|tingling|numbness|weakness|paresthesias?|vomiting|stiffness|swelling|spasms?|discomfort|tenderness)s?)\b(?!\s+(?:syndrome|disorder))/i;

/**
 * The diagnoses that a summary lists as such, each once, in order: after "diagnoses", "was diagnosed with", "Dx:" and
 * the like, as printed and with their ICD codes. What is ruled out, suspected of someone else or only described
 * (findings, complaints) is none.
 */
export function diagnoses(readingText: string, summary: Span): TextSpan[] {
  const text = readingText.slice(summary.start, summary.end);
  const found = new Map<string, TextSpan>();
  lead.lastIndex = 0;
  for (let match = lead.exec(text); match; match = lead.exec(text)) {
    if (notMade.test(text.slice(Math.max(0, match.index - 64), match.index))) continue;
    const { pieces, end } = statedList(text, match.index + match[0].length, text.length);
    const named = joined(text, pieces);
    for (const { start, end: to } of named) {
      const name = text.slice(start, to);
      if (noName.test(name) || !/[a-z]{3}/i.test(name)) break;
      const key = name.toLowerCase().replace(/\s+/g, ' ');
      if (!found.has(key)) found.set(key, { text: name, start: summary.start + start, end: summary.start + to });
    }
    if (named.length > 0) lead.lastIndex = Math.max(lead.lastIndex, end);
  }
  return [...found.values()];
}

/** Puts the pieces together that a reviewer reads as one diagnosis, without their articles. */
function joined(text: string, pieces: readonly Piece[]): Span[] {
  const names: { start: number; end: number }[] = [];
  let open: number | undefined;
  for (const [index, piece] of pieces.entries()) {
    const words = text.slice(piece.start, piece.end);
    const previous = names.at(-1);
    const before = previous ? text.slice(previous.start, previous.end) : '';
    const next = pieces[index + 1];
    const bare = onlyRegion.test(words);
    const leansBack =
      previous !== undefined &&
      open === undefined &&
      (bare
        ? endsInRegion.test(before) || !next || (plainSide.test(words) && !piece.byAnd && !next.byAnd)
        : qualifier.test(words) || (piece.byAnd && pairs.test(before) && pairEnds.test(words)));
    if (leansBack && previous) previous.end = piece.end;
    else if (bare && next) open ??= piece.start;
    else {
      names.push({ start: open ?? piece.start, end: piece.end });
      open = undefined;
    }
  }
  return names.map(({ start, end }) => {
    const skipped = /^(?:(?:and|also|an?|the)\s+)+/i.exec(text.slice(start, end))?.[0].length ?? 0;
    return { start: start + skipped, end };
  });
}
