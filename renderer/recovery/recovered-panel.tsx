import { CircleCheck, FolderOpen, RefreshCw } from 'lucide-react';
import { printedTime } from '../components/backup-line.tsx';
import { Button } from '../components/button.tsx';
import { openLetters, reimport } from '../services/recovery-service.ts';
import { type Recovered, useRecovery } from '../stores/recovery.ts';
import styles from './recovery-page.module.css';

/** The library is back: what it is now, where the damaged one is, and the way on. */
export function RecoveredPanel({ recovered }: { recovered: Recovered }) {
  const work = useRecovery((recovery) => recovery.work);
  const setAside = recovered.kind === 'restored' ? recovered.report.setAside : recovered.setAside;
  return (
    <section className={styles['head']} role="status">
      <h1>
        <CircleCheck aria-hidden />
        The library is back
      </h1>
      <p>
        {recovered.kind === 'restored'
          ? `It is what it was on ${printedTime(recovered.report.backup.time)}.`
          : 'It is what could be read of the damaged one.'}{' '}
        The damaged library is kept in this folder:
      </p>
      <dl>
        <dt>Set aside</dt>
        <dd>{setAside}</dd>
      </dl>
      {recovered.kind === 'restored' && <Since recovered={recovered} />}
      <div className={styles['act']}>
        <Button
          look="primary"
          autoFocus
          isPending={work === 'opening'}
          isDisabled={work === 'importing'}
          onPress={() => void openLetters()}
        >
          <FolderOpen aria-hidden />
          {work === 'opening' ? 'Opening…' : 'Open the library'}
        </Button>
      </div>
    </section>
  );
}

/** Letters that were imported since the backup. */
function Since({ recovered: { report, reimported } }: { recovered: Extract<Recovered, { kind: 'restored' }> }) {
  const work = useRecovery((recovery) => recovery.work);
  const missing = report.originalsWithoutLetter.length;
  if (reimported) {
    const { imported, failed } = reimported;
    return (
      <p>
        {letters(imported)} imported again.{failed > 0 && ` ${letters(failed)} not readable.`}
      </p>
    );
  }
  if (missing === 0) return null;
  return (
    <div className={styles['act']}>
      <p>{letters(missing)} imported after the backup; what was imported is kept.</p>
      <Button isPending={work === 'importing'} isDisabled={work === 'opening'} onPress={() => void reimport()}>
        <RefreshCw aria-hidden />
        {work === 'importing' ? 'Importing…' : missing === 1 ? 'Import it again' : 'Import them again'}
      </Button>
    </div>
  );
}

const letters = (n: number): string => (n === 1 ? '1 letter was' : `${n.toLocaleString('en-US')} letters were`);
