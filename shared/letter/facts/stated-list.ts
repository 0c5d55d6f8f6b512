import type { Span } from '../../model/span.ts';
import { trimRange } from '../white-space.ts';

/** A stretch between two separators of a list, and whether a mere "and" (no comma) parts it from the one before. */
export interface Piece extends Span {
  readonly byAnd: boolean;
}

/** A list longer than this, in code units, is cut: no summary lists as much, and a hostile one must not cost time. */
const longest = 3000;

/** Words after which a sentence speaks of something else than the members of its list. */
const clause =
  '\\s(?:which|who|whose|that|but|while|because|although|however|since|where(?:as|in)?|when|if|it\\s+(?:was|is)|(?:he|she|they|the\\s+(?:patient|applicant|claimant|injured|employee|worker|treating|provider|physician|documentation|request|records?))\\s|(?:is|was|are|were|has|had|have|remains?|reports?|helps?|provides?|continues?|complains?|denies|denied|received|underwent|requested|presents|currently|there)\\b|per\\s+the|on\\s+\\d|as\\s+of\\b|(?:in|on|dated)\\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|19\\d\\d|20\\d\\d)\\b)';
const boundary = new RegExp(
  [
    '(?<paragraph>\\n\\n)',
    '(?<comma>[,;])',
    '(?<and>\\s(?:and|&|as\\s+well\\s+as|along\\s+with|plus)(?=\\s))',
    '(?<count>\\s\\(?(?<number>\\d{1,2})[.)](?=\\s))',
    '(?<stop>[.!?])',
    '(?<open>[(\\[])',
    `(?<clause>${clause})`,
  ].join('|'),
  'gi',
);
/** A number or bullet at the start of a member. */
const marker =
  /^\s{0,3}(?:(?:\(?(\d{1,2})[.)]|#\d{1,2}[:.]?|[a-h][.)]|[-*\u2022\u25CF\u25AA\u25E6\u2023\u00B7\u2013])\s{1,3})/;
/** Full stops that end no sentence: decimals are told apart by what follows. */
const abbreviation =
  /(?:\b(?:e\.g|i\.e|vs|dr|mr|ms|mrs|no|st|approx|q\.?d|q\.?h\.?s|q\.?i\.?d|b\.?i\.?d|t\.?i\.?d|p\.?r\.?n|p\.?o|[a-z]\.[a-z]|\d))$/i;

/**
 * The pieces of the list that starts at `from`, up to the end of its sentence, the start of another clause or `limit`:
 * separated by commas, semicolons, "and", line numbers or bullets, but never inside parentheses. Numbered and bulleted
 * members may stand in paragraphs of their own. White space, markers and a leading "and" are no part of a piece.
 */
export function statedList(text: string, from: number, limit: number): { pieces: Piece[]; end: number } {
  const list = text.slice(from, Math.min(limit, from + longest));
  const pieces: Piece[] = [];
  let start = 0;
  let byAnd = false;
  let last = 0;
  const take = (end: number): void => {
    let { start: at, end: to } = trimRange(list, start, end);
    const mark = marker.exec(list.slice(at, to + 1));
    if (mark) {
      at = Math.min(to, at + mark[0].length);
      if (mark[1]) last = Number(mark[1]);
    }
    if (at < to) {
      pieces.push({ start: from + at, end: from + to, byAnd });
      byAnd = false;
    }
  };
  boundary.lastIndex = 0;
  for (let match = boundary.exec(list); match; match = boundary.exec(list)) {
    const { index, groups = {} } = match;
    const next = index + match[0].length;
    if (groups['open'] !== undefined) {
      boundary.lastIndex = afterParenthesis(list, next);
    } else if (groups['comma'] !== undefined) {
      if (/\d$/.test(list.slice(0, index).slice(-1)) && /^\d{3}/.test(list.slice(next, next + 3))) continue;
      take(index);
      [start, byAnd] = [next, false];
    } else if (groups['and'] !== undefined) {
      // "A, and B" is parted by its comma.
      const fresh = trimRange(list, start, index).end > start;
      take(index);
      [start, byAnd] = [next, fresh];
    } else if (groups['count'] !== undefined) {
      const number = Number(groups['number']);
      const piece = trimRange(list, start, index);
      if (piece.end <= piece.start) continue;
      if (last === 0 && marker.exec(list.slice(piece.start))?.[1] === '1') last = 1;
      else if (last === 0) last = Number(marker.exec(list.slice(piece.start))?.[1] ?? 0);
      if (number !== last + 1 || last === 0) continue;
      take(index);
      [start, last] = [index, number];
    } else if (groups['stop'] !== undefined) {
      if (!endsSentence(list, start, index)) continue;
      if (goesOn(list, start, next, last)) {
        take(index);
        start = next;
        continue;
      }
      take(index);
      return { pieces, end: from + index };
    } else if (groups['paragraph'] !== undefined) {
      const empty = pieces.length === 0 && list.slice(start, index).trim() === '';
      if (!empty && !marker.test(list.slice(next, next + 8))) {
        take(index);
        return { pieces, end: from + index };
      }
      take(index);
      start = next;
    } else {
      // "and is …": the clause starts before its "and".
      take(index);
      return { pieces, end: from + index };
    }
  }
  take(list.length);
  return { pieces, end: from + list.length };
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
  if (/^\s{0,4}\(?\d{1,2}$/.test(list.slice(start, stop)) && /^\s/.test(after)) return false;
  if (/^\s*$/.test(after)) return true;
  if (/^[,;)]/.test(after)) return false;
  return !(abbreviation.test(before) && !/^\s{1,2}[A-Z]/.test(after)) && /^\s|^[A-Z]/.test(after);
}

/** `1. Lumbago. 2. Sciatica.`: the next number follows the full stop. */
function goesOn(list: string, start: number, next: number, last: number): boolean {
  const own = marker.exec(list.slice(start, start + 12).trimStart())?.[1];
  const current = own === undefined ? last : Number(own);
  const following = /^\s{1,4}\(?(\d{1,2})[.)]\s/.exec(list.slice(next, next + 10))?.[1];
  return current > 0 && following !== undefined && Number(following) === current + 1;
}
