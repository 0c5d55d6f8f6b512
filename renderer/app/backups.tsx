import { ArchiveRestore, HardDriveDownload } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Backup, RestoreReport } from '../../shared/model/backup.ts';
import { BackupLine, printedTime } from '../components/backup-line.tsx';
import { Button } from '../components/button.tsx';
import { listBackups, makeBackup, reimportOriginals, restoreBackup } from '../services/backup-service.ts';
import { selectIsReadOnly, useLibraryStatus } from '../stores/library-status.ts';
import styles from './backups.module.css';
import { LetterCheck } from './letter-check.tsx';

/** The backups of the library with what each holds, and the way back to one; restoring is asked about twice. */
export function Backups() {
  const [backups, setBackups] = useState<readonly Backup[]>();
  const [chosen, setChosen] = useState<Backup>();
  const [report, setReport] = useState<RestoreReport>();
  const [busy, setBusy] = useState(false);
  const readOnly = useLibraryStatus(selectIsReadOnly);
  const failure = useLibraryStatus(({ status }) => status?.backupFailure);
  const newest = useLibraryStatus(({ status }) => status?.newestBackup);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer backup makes the list another one
  useEffect(() => {
    void listBackups().then(setBackups);
  }, [newest]);
  const during = async (work: () => Promise<unknown>) => {
    setBusy(true);
    await work();
    setBusy(false);
    setBackups(await listBackups());
  };
  const restore = (backup: Backup) =>
    during(async () => {
      setReport(await restoreBackup(backup.name));
      setChosen(undefined);
    });
  return (
    <section className={styles['backups']} aria-label="Backups">
      <div className={styles['head']}>
        <h3>Backups</h3>
        <Button isDisabled={busy || readOnly} onPress={() => void during(makeBackup)}>
          <HardDriveDownload aria-hidden />
          Back up now
        </Button>
      </div>
      <p className={styles['hint']}>
        Made by themselves while you work and when you close the program. They hold texts, notes and opinions; the
        imported files are kept beside them. The newest of 12 days, 10 weeks and 9 months are kept, and fewer where
        these would take more than 10 GB.
      </p>
      {failure && (
        <p className={styles['failure']} role="alert">
          The last backup failed: {failure.message}
        </p>
      )}
      <LetterCheck />
      {report && <Restored report={report} onDone={() => setReport(undefined)} />}
      {backups?.length === 0 && <p className={styles['hint']}>There is no backup yet.</p>}
      <ul className={styles['list']}>
        {backups?.map((backup) => (
          <li key={backup.name}>
            <BackupLine backup={backup} />
            {backup === chosen ? (
              <div className={styles['confirm']} role="alert">
                <span>The library as it is now is set aside and kept.</span>
                <Button onPress={() => setChosen(undefined)}>Cancel</Button>
                <Button look="primary" isDisabled={busy} onPress={() => void restore(backup)}>
                  Restore this backup
                </Button>
              </div>
            ) : (
              <Button
                look="quiet"
                isDisabled={busy || readOnly || backup.holdings === undefined}
                aria-label={`Restore the backup of ${printedTime(backup.time)}`}
                onPress={() => setChosen(backup)}
              >
                <ArchiveRestore aria-hidden />
                Restore…
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Restored({ report, onDone }: { report: RestoreReport; onDone: () => void }) {
  const missing = report.originalsWithoutLetter.length;
  return (
    <div className={styles['restored']} role="status">
      <p>
        Restored: {printedTime(report.backup.time)}. What was there before is in {report.setAside}.
      </p>
      {missing > 0 && (
        <p>
          {missing === 1 ? '1 letter was' : `${missing} letters were`} imported since then; the imported files are kept.{' '}
          <Button onPress={() => void reimportOriginals().then(onDone)}>Import them again</Button>
        </p>
      )}
    </div>
  );
}
