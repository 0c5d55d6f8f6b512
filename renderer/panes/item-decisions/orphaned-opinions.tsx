import type { SecondOpinion, Verdict } from '../../../shared/model/second-opinion.ts';
import { printedTime } from '../../components/printed-time.ts';
import styles from './orphaned-opinions.module.css';

const verdictLabels: Record<Verdict, string> = { agree: 'Agree', disagree: 'Disagree', unsure: 'Unsure' };

/** Second opinions whose item is gone: kept in sight, since the letter may be read or corrected otherwise again. */
export function OrphanedOpinions({ opinions }: { opinions: readonly SecondOpinion[] }) {
  if (opinions.length === 0) return null;
  return (
    <section className={styles['orphans']} aria-label="Opinions on items that are no longer there">
      <h3>Opinions on items that are no longer there</h3>
      {opinions.map(({ id, itemTitle, verdict, reason, author, updatedAt }) => (
        <article key={id}>
          <h4>{itemTitle || 'Item without a title'}</h4>
          <p>
            <strong>{verdict ? verdictLabels[verdict] : 'No verdict'}</strong>
            {reason !== '' && `: ${reason}`}
          </p>
          <p className={styles['signed']}>
            {author}, {printedTime(updatedAt)}
          </p>
        </article>
      ))}
    </section>
  );
}
