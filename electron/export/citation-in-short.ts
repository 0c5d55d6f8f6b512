import type { Citation } from '../../shared/model/letter-parse.ts';

/** A cited source on one line: `MTUS Chronic Pain Treatment Guidelines, Opioids, § 9792.24.2, p. 46`. */
export function citationInShort(citation: Citation): string {
  const { source, guideline, chapter, section, regulation, pages } = citation;
  const named = [
    guideline,
    chapter && guideline !== chapter ? chapter : undefined,
    section,
    regulation && `§\u00a0${regulation}`,
  ]
    .filter((part) => part)
    .join(', ');
  const page = pages.length > 0 ? `, p.\u00a0${pages.join(', ')}` : '';
  if (source === 'OTHER') return (named || citation.text.trim()) + page;
  return (named.startsWith(source) ? named : `${source} ${named}`.trim()) + page;
}
