import { describeChange } from '../../../shared/corrections/describe-change.ts';
import type { Correction } from '../../../shared/model/correction.ts';
import { Button } from '../../components/button.tsx';
import { printedTime } from '../../components/printed-time.ts';
import { undoCorrection } from '../../services/correction-service.ts';
import styles from './corrections-list.module.css';

/** What was set right in the reading of this letter; each can be taken back. */
export function CorrectionsList({ corrections }: { corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <section className={styles['corrections']} aria-label="Corrections">
      <h3>Corrections</h3>
      <ul>
        {corrections.map(({ id, change, author, createdAt, unapplied }) => {
          const words = describeChange(change);
          return (
            <li key={id} data-unapplied={unapplied !== undefined || undefined}>
              <div>
                <p>{words}</p>
                {unapplied !== undefined && (
                  <p className={styles['reason']}>Kept, but cannot be applied: {unapplied}</p>
                )}
                <p className={styles['signed']}>
                  {author}, {printedTime(createdAt)}
                </p>
              </div>
              <Button look="quiet" aria-label={`Undo: ${words}`} onPress={() => void undoCorrection(id)}>
                Undo
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
