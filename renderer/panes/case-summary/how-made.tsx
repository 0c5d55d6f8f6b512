import { ChevronRight } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { Span } from '../../../shared/model/span.ts';
import { spansOverlap } from '../../../shared/model/text-order.ts';
import { ReadingText } from '../../components/reading-text/reading-text.tsx';
import { useCase } from '../../stores/case.ts';
import styles from './case-summary-pane.module.css';

/** The letter's standing text on how it was made, folded away until wanted or pointed at. */
export function HowMade({ sections }: { sections: readonly Span[] }) {
  const folded = useId();
  const [expanded, setExpanded] = useState(false);
  const reveal = useCase((state) => state.reveal);
  const asked = reveal !== undefined && sections.some((section) => spansOverlap(section, reveal.span));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new reveal of the same place opens it again
  useEffect(() => {
    if (asked) setExpanded(true);
  }, [asked, reveal]);
  return (
    <div className={styles['disclosure']} data-expanded={expanded || undefined}>
      <h3>
        <button type="button" aria-expanded={expanded} aria-controls={folded} onClick={() => setExpanded(!expanded)}>
          <ChevronRight aria-hidden />
          How the determination was made
        </button>
      </h3>
      <div id={folded} className={styles['folded']} hidden={!expanded}>
        {expanded &&
          sections.map((span) => <ReadingText key={span.start} span={span} label="How the determination was made" />)}
      </div>
    </div>
  );
}
