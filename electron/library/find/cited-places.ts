/** Where in the guidelines a letter points to, the same place under one name however it is printed. */
import type { Citation } from '../../../shared/model/letter-parse.ts';

export interface CitedPlace {
  /** In small letters: what tells this place from others. */
  readonly value: string;
  /** As it is read. */
  readonly label: string;
}

/** The most pages of one range that are counted one by one. */
const mostPages = 30;

/** The chapter, of the MTUS its guideline; undefined when the citation names none. */
export function citedChapter({ source, guideline, chapter }: Citation): CitedPlace | undefined {
  if (source === 'OTHER') return undefined;
  const printed = chapter ?? guideline;
  const name = printed === undefined ? '' : plainName(printed);
  if (name === '') return undefined;
  // A chapter of ACOEM is known by its number, with its title or without.
  const number = source === 'ACOEM' ? /^\d{1,2}(?=\D|$)/.exec(name)?.[0] : undefined;
  const label = `${source} ${name}`;
  return { value: number === undefined ? label.toLowerCase() : `acoem ${number}`, label };
}

/** Its pages, those of a range each for itself. */
export function citedPages(citation: Citation): CitedPlace[] {
  if (citation.source === 'OTHER') return [];
  const { value, label } = citedChapter(citation) ?? {
    value: citation.source.toLowerCase(),
    label: citation.source,
  };
  return citation.pages
    .flatMap(pagesOf)
    .map((page) => ({ value: `${value} p. ${page.toLowerCase()}`, label: `p. ${page}, ${label}` }));
}

function pagesOf(printed: string): string[] {
  const range = /^(\d{1,5})\s*[-–]\s*(\d{1,5})$/.exec(printed);
  if (!range) return [printed];
  const [from, to] = [Number(range[1]), Number(range[2])];
  if (to < from || to - from >= mostPages) return [printed];
  return Array.from({ length: to - from + 1 }, (_, step) => String(from + step));
}

/**
 * The guideline for chronic pain is called `Chronic Pain Medical Treatment Guidelines` in section 9792.24.2 of title 8;
 * letters leave words out or add its year. Quotation marks are of no use in a value to be typed.
 */
function plainName(printed: string): string {
  const name = printed.replaceAll('"', '').replaceAll('&', 'and').replace(/\s+/g, ' ').trim();
  if (/^chronic pain\b/i.test(name)) return 'Chronic Pain Medical Treatment Guidelines';
  return name.replace(/,(?= and )/g, '');
}
