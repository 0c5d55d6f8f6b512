import type { Citation } from '../../shared/model/letter-parse.ts';
import { useCase } from '../stores/case.ts';
import styles from './citation-chip.module.css';

/** A cited source in short; a click shows it in the letter. */
export function CitationChip({ citation }: { citation: Citation }) {
  const rest = detailsOf(citation);
  return (
    <button
      type="button"
      className={styles['chip']}
      title={citation.text}
      onClick={() => useCase.getState().revealSpan(citation)}
    >
      <strong>{citation.source === 'OTHER' ? 'Other' : citation.source}</strong> {rest && <span>{rest}</span>}
    </button>
  );
}

function detailsOf({ guideline, chapter, section, regulation, pages }: Citation): string {
  // The spaces after these are no-break spaces: a number stays with its sign.
  const cited =
    pages.length > 0 && `${pages.length > 1 || pages[0]?.includes('-') ? 'pp.' : 'p.'}\u00a0${pages.join(', ')}`;
  return [guideline, chapter && `ch.\u00a0${chapter}`, section, regulation && `§\u00a0${regulation}`, cited]
    .filter(Boolean)
    .join(' · ');
}
