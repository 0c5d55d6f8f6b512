import type { Citation } from '../../../shared/model/letter-parse.ts';
import { fact, type Markup, mark } from '../marked-text.ts';
import type { Random } from '../random.ts';

/** Marks a stretch of a guideline statement as its next citation; `of` writes it, given the citation's path. */
export type Cite = (source: Citation['source'], of: (path: string) => Markup) => Markup;

/** Numbers the citations of the statement at `path`. */
export function citer(path: string): Cite {
  let next = 0;
  return (source, of) => {
    const citation = `${path}.citations.${next++}`;
    return mark(citation, fact(`${citation}.source`, source, ''), of(citation));
  };
}

/** One to three pages or ranges within `first` to `last`, ascending. */
export function somePages(random: Random, [first, last]: readonly [number, number]): string[] {
  const starts = random
    .sample(
      Array.from({ length: last - first + 1 }, (_, n) => first + n),
      random.pick([1, 1, 1, 2, 2, 3]),
    )
    .sort((a, b) => a - b);
  return starts.map((start, n) => {
    const end = Math.min(starts[n + 1] ? (starts[n + 1] as number) - 1 : last, start + random.int(1, 4));
    if (end <= start || random.chance(0.5)) return String(start);
    const tail = start > 99 && Math.floor(start / 100) === Math.floor(end / 100) && random.chance(0.1);
    return `${start}-${tail ? String(end).slice(1) : end}`;
  });
}

/** ` Page(s): 300-301 and 303`, with the pages marked as those of the citation at `path`. */
export function printPages(random: Random, path: string, pages: readonly string[]): Markup {
  const label = random.pick([
    ' Page(s): ',
    ' Page(s): ',
    ' Page(s): ',
    ' Page(s): ',
    ', page ',
    ', pg ',
    ', pages ',
    ' Page(s) ',
  ]);
  const separator = random.pick([', ', ', ', ',', ' and ']);
  return [
    label,
    pages.map((page, n) => [
      n === 0 ? '' : n === pages.length - 1 ? separator : ', ',
      mark(`${path}.pages.${n}`, page),
    ]),
  ];
}
