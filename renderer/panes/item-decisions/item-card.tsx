import { useId } from 'react';
import { diagnosticsOf } from '../../../shared/letter/completeness.ts';
import type { GuidelineStatement, Item } from '../../../shared/model/letter-parse.ts';
import { CitationChip } from '../../components/citation-chip.tsx';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { Diagnostics } from '../../components/diagnostics.tsx';
import { ReadingText } from '../../components/reading-text/reading-text.tsx';
import { useCase } from '../../stores/case.ts';
import styles from './item-card.module.css';
import { SecondOpinionForm } from './second-opinion-form.tsx';

export function ItemCard({ letterId, item }: { letterId: number; item: Item }) {
  const heading = useId();
  const ordinal = useId();
  const place = useCase(({ view }) =>
    view?.parse.places.find(({ path }) => path === `items.${item.ordinal - 1}.title`),
  );
  const parse = useCase(({ view }) => view?.parse);
  const remarks = parse ? diagnosticsOf(parse, item.ordinal) : [];
  return (
    <article className={styles['card']} aria-labelledby={`${ordinal} ${heading}`} data-item={item.ordinal}>
      <header className={styles['header']}>
        <span id={ordinal} className={styles['ordinal']}>
          <span className="visually-hidden">Item </span>
          {item.ordinal}
        </span>
        <div className={styles['title']}>
          {place ? (
            <ReadingText span={place} role="heading" headingLevel={3} id={heading} />
          ) : (
            <h3 id={heading}>{item.title || 'Item without a title'}</h3>
          )}
        </div>
        <DecisionBadge decision={item.decision} />
      </header>
      {item.decision === 'unknown' && item.decisionText !== '' && (
        <p className={styles['raw']}>The letter says “{item.decisionText}”.</p>
      )}
      {remarks.length > 0 && (
        <div className={styles['remarks']}>
          <Diagnostics diagnostics={remarks} />
        </div>
      )}
      <div className={styles['guidelines']}>
        <Guideline title="Claims administrator’s guideline" statement={item.claimsAdministrator} />
        <Guideline title="Reviewer’s guideline" statement={item.reviewer} />
      </div>
      <section className={styles['rationale']}>
        <h4>Rationale</h4>
        {item.rationale.text === '' ? (
          <p className={styles['absent']}>The letter gives no rationale for this item.</p>
        ) : (
          <ReadingText span={item.rationale} label={`Rationale of item ${item.ordinal}`} />
        )}
      </section>
      <SecondOpinionForm letterId={letterId} item={item} />
    </article>
  );
}

function Guideline({ title, statement }: { title: string; statement: GuidelineStatement }) {
  return (
    <section>
      <h4>{title}</h4>
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
