import { HardDriveDownload, LifeBuoy, RefreshCw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Label, ProgressBar } from 'react-aria-components';
import type { Backup } from '../../shared/model/backup.ts';
import type { RecoveryState, SalvagedLibrary, SalvageProgress } from '../../shared/model/recovery.ts';
import { holdingNames, printedTime } from '../components/backup-line.tsx';
import { Button } from '../components/button.tsx';
import { cancelSalvage, replaceBySalvaged, salvage } from '../services/recovery-service.ts';
import { useRecovery } from '../stores/recovery.ts';
import styles from './recovery-page.module.css';

interface Props {
  state: RecoveryState;
  /** The backup to compare with. */
  backup: Backup | undefined;
  /** Whether this is the way that most will want. */
  isPreferred: boolean;
}

/** The way to a new library of what can be read of the damaged one; what it holds is shown before it is used. */
export function SalvagePanel({ state: { salvaged }, backup, isPreferred }: Props) {
  const { work, progress } = useRecovery();
  const section = useKeptFocus(work === 'salvaging');
  return (
    <section ref={section} className={styles['way']} aria-labelledby="way-salvage">
      <h2 id="way-salvage">Save what can be read</h2>
      <p>
        Everything that can still be read is copied into a new library, the newest notes included. What cannot be read
        is filled in from {backup && 'the newest backup and from '}the imported files. You see what was saved before you
        decide.
      </p>
      {work === 'salvaging' ? (
        <Progress progress={progress} />
      ) : salvaged ? (
        <Salvaged salvaged={salvaged} backup={backup} isPreferred={isPreferred} />
      ) : (
        <div className={styles['act']}>
          <Button look={isFirst(backup)} isDisabled={work !== undefined} onPress={() => void salvage()}>
            <LifeBuoy aria-hidden />
            Save what can be read
          </Button>
          <p>This changes nothing yet.</p>
        </div>
      )}
    </section>
  );
}

/** The buttons change when salvaging begins and ends: the first one then takes the focus that went with another. */
function useKeptFocus(isSalvaging: boolean) {
  const section = useRef<HTMLElement>(null);
  const was = useRef(isSalvaging);
  useEffect(() => {
    if (was.current !== isSalvaging) section.current?.querySelector('button')?.focus();
    was.current = isSalvaging;
  }, [isSalvaging]);
  return section;
}

const isFirst = (backup: Backup | undefined) => (backup ? 'plain' : 'primary');

function Salvaged({
  salvaged,
  backup,
  isPreferred,
}: {
  salvaged: SalvagedLibrary;
  backup: Backup | undefined;
  isPreferred: boolean;
}) {
  const work = useRecovery((recovery) => recovery.work);
  const kinds = Object.entries(holdingNames) as [keyof typeof holdingNames, string][];
  const inBackup = backup?.holdings;
  return (
    <>
      <table className={styles['compared']}>
        <thead>
          <tr>
            <td />
            <th scope="col">Saved</th>
            {inBackup && <th scope="col">Chosen backup</th>}
          </tr>
        </thead>
        <tbody>
          {kinds.map(([kind, name]) => (
            <tr key={kind}>
              <th scope="row">{`${name[0]?.toUpperCase()}${name.slice(1)}s`}</th>
              <td>{salvaged.holdings[kind].toLocaleString('en-US')}</td>
              {inBackup && <td>{inBackup[kind].toLocaleString('en-US')}</td>}
            </tr>
          ))}
          <tr>
            <th scope="row">Newest change</th>
            <td>{timeOf(salvaged.holdings.newestChange)}</td>
            {inBackup && <td>{timeOf(inBackup.newestChange)}</td>}
          </tr>
        </tbody>
      </table>
      {salvaged.remarks.length === 0 ? (
        <p>Everything could be read.</p>
      ) : (
        <ul className={styles['remarks']} aria-label="About what was saved">
          {salvaged.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      <div className={styles['act']}>
        <Button
          look={isPreferred ? 'primary' : 'plain'}
          isPending={work === 'replacing'}
          isDisabled={work !== undefined && work !== 'replacing'}
          onPress={() => void replaceBySalvaged()}
        >
          <HardDriveDownload aria-hidden />
          {work === 'replacing' ? 'Putting it in place…' : 'Use the salvaged library'}
        </Button>
        <Button look="quiet" isDisabled={work !== undefined} onPress={() => void salvage()}>
          <RefreshCw aria-hidden />
          Read once more
        </Button>
        <p>This was saved on {printedTime(salvaged.time)}. The damaged library is set aside and kept.</p>
      </div>
    </>
  );
}

const timeOf = (iso: string | undefined): string => (iso === undefined ? '–' : printedTime(iso));

const stages: Record<SalvageProgress['stage'], string> = {
  copying: 'Copying what can be read…',
  reading: 'Reading damaged texts again from the imported files',
  importing: 'Making letters again from the imported files',
  checking: 'Checking what was saved…',
};

function Progress({ progress }: { progress: SalvageProgress | undefined }) {
  const { stage = 'copying', done, total } = progress ?? {};
  const isCounted = done !== undefined && total !== undefined && total > 0;
  return (
    <div className={styles['progress']}>
      <ProgressBar
        isIndeterminate={!isCounted}
        {...(isCounted && { value: done, maxValue: total, valueLabel: `${done} of ${total}` })}
      >
        {({ percentage, valueText }) => (
          <>
            <Label>
              {stages[stage]}
              {isCounted && `: ${valueText}`}
            </Label>
            <span className={styles['track']} data-counted={isCounted || undefined}>
              <span style={isCounted ? { width: `${percentage}%` } : undefined} />
            </span>
          </>
        )}
      </ProgressBar>
      <Button onPress={cancelSalvage}>Cancel</Button>
    </div>
  );
}
