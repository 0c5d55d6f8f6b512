import type { Span } from '../../model/span.ts';
import { trimRange } from '../white-space.ts';

/** A stretch between two separators of a list, and whether a mere "and" (no comma) parts it from the one before. */
export interface Piece extends Span {
  readonly byAnd: boolean;
}

/** A list longer than this, in code units, is cut: no summary lists as much, and a hostile one must not cost time. */
const longest = 3000;
/** A stretch longer than this names nothing. */
const longestPiece = 300;

/** Words after which a sentence speaks of something else than the members of its list. */
const clause =
  '\\s(?:(?:which|who|whose|that|but|while|because|although|however|since|where(?:as|in)?|when|if)\\b|it\\s(?:was|is)\\b|(?:he|she|they|the\\s(?:patient|applicant|claimant|injured|employee|worker|treating|provider|physician|documentation|request|records?))\\s|(?:is|was|are|were|has|had|have|remains?|reports?|helps?|provides?|continues?|complains?|denies|denied|received|underwent|requested|presents|currently|there)\\b|per\\sthe|on\\s\\d|as\\sof\\b|(?:in|on|dated)\\s(?:January|February|March|April|May|June|July|August|September|October|November|December|19\\d\\d|20\\d\\d)\\b)';
const boundary = new RegExp(
  [
    '(?<paragraph>\\n)',
    '(?<comma>[,;])',
    '(?<and>\\s(?:and|&|as\\swell\\sas|along\\swith|plus)(?=\\s))',
    '(?<count>\\s\\(?(?<number>\\d{1,2})[.)](?=\\s))',
    '(?<stop>[.!?])',
    '(?<open>[(\\[])',
    `(?<clause>${clause})`,
  ].join('|'),
  'gi',
);
/** A number or bullet at the start of a member. */
const marker = /^\s?(?:(?:\(?(\d{1,2})[.)]|#\d{1,2}[:.]?|[a-h][.)]|[-*\u2022\u25CF\u25AA\u25E6\u2023\u00B7\u2013])\s)/;
/** Another part of a summary that stands among bulleted ones. */
const otherHeading =
  /^\s?(?:\S{1,3}\s)?(?:current\s|past\s)?(?:medications?|meds|diagnos[ei]s|surger(?:y|ies)|surgical history|medical history|history|allergies|exam(?:ination)?|imaging|treatments?|work status|complaints?|subjective|objective|plan)(?:\s[a-z]{2,12}){0,3}:/i;
/** A member of which only the number is printed so far. */
const bareNumber = /^\s?\(?(\d{1,2})[.)]\s?$/;
/** Full stops that end no sentence: decimals are told apart by what follows. */
const abbreviation =
  /(?:\b(?:e\.g|i\.e|vs|dr|mr|ms|mrs|no|st|approx|q\.?d|q\.?h\.?s|q\.?i\.?d|b\.?i\.?d|t\.?i\.?d|p\.?r\.?n|p\.?o|[a-z]\.[a-z]|\d))$/i;

/**
 * The pieces of the list that starts at `from` in a folded text, up to the end of its sentence, the start of another
 * clause or `limit`: separated by commas, semicolons, "and", line numbers or bullets, but never inside parentheses.
 * Numbered and bulleted members may stand in paragraphs of their own. White space, markers and a leading "and" are no part of a piece.
 */
export function* statedList(text: string, from: number, limit: number): Generator<Piece> {
  const list = text.slice(from, Math.min(limit, from + longest));
  let any = false;
  let start = 0;
  let byAnd = false;
  let last = 0;
  const taken = (end: number): Piece[] => {
    let { start: at, end: to } = trimRange(list, start, end);
    const mark = marker.exec(list.slice(at, to + 1));
    if (mark) {
      at = Math.min(to, at + mark[0].length);
      if (mark[1]) last = Number(mark[1]);
    }
    if (at >= to) return [];
    const piece = { start: from + at, end: from + to, byAnd };
    byAnd = false;
    any = true;
    return [piece];
  };
  // The caller may stop in between and ask for another list, so that the place is not kept in the pattern.
  let place = 0;
  for (;;) {
    boundary.lastIndex = place;
    const match = boundary.exec(list.slice(0, start + longestPiece));
    if (!match) break;
    const { index, groups = {} } = match;
    const next = index + match[0].length;
    place = next;
    if (groups['open'] !== undefined) {
      place = afterParenthesis(list, next);
    } else if (groups['comma'] !== undefined) {
      if (/\d/.test(list.charAt(index - 1)) && /^\d{3}/.test(list.slice(next, next + 3))) continue;
      yield* taken(index);
      [start, byAnd] = [next, false];
    } else if (groups['and'] !== undefined) {
      // "A, and B" is parted by its comma.
      const fresh = trimRange(list, start, index).end > start;
      yield* taken(index);
      [start, byAnd] = [next, fresh];
    } else if (groups['count'] !== undefined) {
      const number = Number(groups['number']);
      const piece = trimRange(list, start, index);
      if (piece.end <= piece.start) continue;
      last = Number(marker.exec(list.slice(piece.start, piece.start + 8))?.[1] ?? last);
      if (number !== last + 1 || last === 0) continue;
      yield* taken(index);
      [start, last] = [index, number];
    } else if (groups['stop'] !== undefined) {
      if (!endsSentence(list, start, index)) continue;
      if (goesOn(list, start, next, last)) {
        yield* taken(index);
        start = next;
        continue;
      }
      yield* taken(index);
      return;
    } else if (groups['paragraph'] !== undefined) {
      // A page may end between a member's number and its words.
      const number = Number(bareNumber.exec(list.slice(start, Math.min(index, start + 8)))?.[1]);
      if (last > 0 && (number === last || number === last + 1)) continue;
      const lead = list.slice(start, index + 1).replace(marker, '');
      const empty = !any && lead.trim() === '';
      if (!empty && (!marker.test(list.slice(next, next + 8)) || otherHeading.test(list.slice(next, next + 60)))) {
        yield* taken(index);
        return;
      }
      yield* taken(index);
      start = next;
    } else {
      // "and is …": the clause starts before its "and".
      yield* taken(index);
      return;
    }
  }
  if (list.length - start <= longestPiece) yield* taken(list.length);
}

function afterParenthesis(list: string, from: number): number {
  const close = /[)\]]/.exec(list.slice(from, from + 200));
  return close ? from + close.index + 1 : from;
}

function endsSentence(list: string, start: number, stop: number): boolean {
  const before = list.slice(Math.max(start, stop - 12), stop);
  const after = list.slice(stop + 1, stop + 4);
  if (/^\d/.test(after) && /\d$/.test(before)) return false;
  // "1." at the start of a piece is its marker.
  if (/^\s?\(?\d{1,2}$/.test(list.slice(start, stop)) && /^\s/.test(after)) return false;
  if (/^\s*$/.test(after)) return true;
  if (/^[,;)]/.test(after)) return false;
  return !(abbreviation.test(before) && !/^\s[A-Z]/.test(after)) && /^\s|^[A-Z]/.test(after);
}

/** `1. Lumbago. 2. Sciatica.`: the next number follows the full stop. */
function goesOn(list: string, start: number, next: number, last: number): boolean {
  const own = marker.exec(list.slice(start, start + 12).trimStart())?.[1];
  const current = own === undefined ? last : Number(own);
  const following = /^\s\(?(\d{1,2})[.)]\s/.exec(list.slice(next, next + 10))?.[1];
  return current > 0 && following !== undefined && Number(following) === current + 1;
}
