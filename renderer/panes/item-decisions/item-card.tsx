import { memo, useId } from 'react';
import { diagnosticsOf } from '../../../shared/letter/completeness.ts';
import type { GuidelineStatement, Item, LetterParse } from '../../../shared/model/letter-parse.ts';
import { CitationChip } from '../../components/citation-chip.tsx';
import { CorrectedMark } from '../../components/corrections/corrected-mark.tsx';
import { ItemMenu } from '../../components/corrections/item-menu.tsx';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { Diagnostics } from '../../components/diagnostics.tsx';
import { ReadingText } from '../../components/reading-text/reading-text.tsx';
import styles from './item-card.module.css';
import { ItemTitle } from './item-title.tsx';
import { pressOnItem } from './opinion-keys.ts';
import { SecondOpinionForm } from './second-opinion-form.tsx';

interface Props {
  letterId: number;
  parse: LetterParse;
  item: Item;
}

/** One disputed item: what was asked for, what was decided and why, and the second opinion on it. */
export const ItemCard = memo(function ItemCard({ letterId, parse, item }: Props) {
  const heading = useId();
  const ordinal = useId();
  const path = `items.${item.ordinal - 1}`;
  const remarks = diagnosticsOf(parse, item.ordinal);
  const isQuoted = remarks.some(({ message }) => message.includes(`“${item.decisionText}”`));
  return (
    <article
      className={styles['card']}
      aria-labelledby={`${ordinal} ${heading}`}
      data-item={item.ordinal}
      onKeyDown={pressOnItem}
    >
      <header className={styles['header']}>
        <span id={ordinal} className={styles['ordinal']}>
          <span className="visually-hidden">Item </span>
          {item.ordinal}
        </span>
        <ItemTitle id={heading} parse={parse} item={item} />
        <div className={styles['decision']}>
          <CorrectedMark path={`${path}.decision`} name="Decision" />
          <DecisionBadge decision={item.decision} />
          <ItemMenu parse={parse} item={item} />
        </div>
      </header>
      {item.decision === 'unknown' && item.decisionText !== '' && !isQuoted && (
        <p className={styles['raw']}>The letter says “{item.decisionText}”.</p>
      )}
      {remarks.length > 0 && (
        <div className={styles['remarks']}>
          <Diagnostics diagnostics={remarks} />
        </div>
      )}
      <div className={styles['guidelines']}>
        <Guideline
          title="Claims administrator’s guideline"
          statement={item.claimsAdministrator}
          path={`${path}.claimsAdministrator`}
        />
        <Guideline title="Reviewer’s guideline" statement={item.reviewer} path={`${path}.reviewer`} />
      </div>
      <section className={styles['rationale']}>
        <div className={styles['part']}>
          <h4>Rationale</h4>
          <CorrectedMark path={`${path}.rationale`} name="Rationale" />
        </div>
        {item.rationale.text === '' ? (
          <p className={styles['absent']}>The letter gives no rationale for this item.</p>
        ) : (
          <ReadingText span={item.rationale} label={`Rationale of item ${item.ordinal}`} />
        )}
      </section>
      <SecondOpinionForm letterId={letterId} item={item} />
    </article>
  );
});

function Guideline({ title, statement, path }: { title: string; statement: GuidelineStatement; path: string }) {
  return (
    <section>
      <div className={styles['part']}>
        <h4>{title}</h4>
        <CorrectedMark path={path} name={title} />
      </div>
      {statement.text === '' ? (
        <p className={styles['absent']}>None given.</p>
      ) : (
        <>
          <ReadingText span={statement} label={title} />
          <div className={styles['citations']}>
            {statement.citations.length === 0 && <span className={styles['absent']}>No source cited</span>}
            {statement.citations.map((citation) => (
              <CitationChip key={`${citation.source}:${citation.start}:${citation.end}`} citation={citation} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}
