import { ArchiveRestore } from 'lucide-react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { RecoveryState } from '../../shared/model/recovery.ts';
import { BackupLine, printedTime } from '../components/backup-line.tsx';
import { Button } from '../components/button.tsx';
import { restoreBackup } from '../services/recovery-service.ts';
import { useRecovery } from '../stores/recovery.ts';
import styles from './recovery-page.module.css';

interface Props {
  state: RecoveryState;
  /** The name of the backup that is chosen; the newest that can be read at first. */
  chosen: string | undefined;
  onChoose: (name: string) => void;
  /** Whether this is the way that most will want. */
  isPreferred: boolean;
}

/** The way back to a backup. */
export function RestorePanel({ state, chosen, onChoose, isPreferred }: Props) {
  const work = useRecovery((recovery) => recovery.work);
  const { backups, damage } = state;
  const backup = backups.find(({ name }) => name === chosen);
  const helps = damage?.file !== 'originals.db';
  return (
    <section className={styles['way']} aria-labelledby="way-restore">
      <h2 id="way-restore">Go back to a backup</h2>
      {!helps && (
        <p>
          The damage is in originals.db, the file with the letters as they were imported. Backups do not hold it, so
          going back to one does not mend it.
        </p>
      )}
      {helps && backups.length === 0 && <p>This library has no backup.</p>}
      {helps && backups.length > 0 && (
        <>
          <p>
            The library becomes what it was when the backup was made. Whatever you did after that is not in it; letters
            imported since then can be imported again, from their files, which are kept.
          </p>
          <RadioGroup
            aria-label="Backups"
            className={styles['backups'] ?? ''}
            value={chosen ?? null}
            onChange={onChoose}
            isDisabled={work !== undefined}
          >
            {backups.map((each) => (
              <Radio
                key={each.name}
                value={each.name}
                className={styles['backup'] ?? ''}
                isDisabled={each.holdings === undefined}
              >
                <span className={styles['dot']} aria-hidden />
                <BackupLine backup={each} />
              </Radio>
            ))}
          </RadioGroup>
          {backup ? (
            <div className={styles['act']}>
              <Button
                look={isPreferred ? 'primary' : 'plain'}
                isPending={work === 'restoring'}
                isDisabled={work !== undefined && work !== 'restoring'}
                onPress={() => void restoreBackup(backup.name)}
              >
                <ArchiveRestore aria-hidden />
                {work === 'restoring' ? 'Restoring…' : `Restore the backup of ${printedTime(backup.time)}`}
              </Button>
              <p>The damaged library is set aside and kept. The backup is checked in full first.</p>
            </div>
          ) : (
            <p>None of the backups can be read.</p>
          )}
        </>
      )}
    </section>
  );
}
