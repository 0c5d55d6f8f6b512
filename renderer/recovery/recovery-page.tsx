import { CircleAlert, FolderOpen, LoaderCircle, LogOut, RefreshCw, Stethoscope, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RecoveryState } from '../../shared/model/recovery.ts';
import { printedTime } from '../components/backup-line.tsx';
import { Button } from '../components/button.tsx';
import { followRecovery, lookAgain, openLetters, quit, showFolder } from '../services/recovery-service.ts';
import { useDrafts } from '../stores/drafts.ts';
import { useRecovery } from '../stores/recovery.ts';
import { RecoveredPanel } from './recovered-panel.tsx';
import styles from './recovery-page.module.css';
import { RestorePanel } from './restore-panel.tsx';
import { SalvagePanel } from './salvage-panel.tsx';

/** What the window shows instead of the letters when the library cannot be used: what is wrong, and the ways back. */
export function RecoveryPage() {
  const { state, work, recovered, failure } = useRecovery();
  useEffect(followRecovery, []);
  return (
    <div className={styles['page']} data-page="recovery">
      <header className={styles['bar']}>
        <Stethoscope aria-hidden />
        <span>Second Opinion</span>
      </header>
      <main className={styles['main']}>
        <div className={styles['column']}>
          {failure !== undefined && (
            <p className={styles['failure']} role="alert">
              <CircleAlert aria-hidden />
              {failure}
            </p>
          )}
          {recovered && <RecoveredPanel recovered={recovered} />}
          {!recovered && state && <WaysBack state={state} />}
          {!recovered && !state && (work === 'looking' ? <Looking /> : <LookAgain />)}
        </div>
      </main>
      <footer className={styles['foot']}>
        <Button onPress={() => void showFolder()}>
          <FolderOpen aria-hidden />
          Show the folder
        </Button>
        <Button onPress={quit}>
          <LogOut aria-hidden />
          Quit
        </Button>
        {state?.canGoBack && !recovered && (
          <Button isDisabled={work !== undefined} onPress={() => void openLetters()}>
            <Undo2 aria-hidden />
            Back to the letters
          </Button>
        )}
      </footer>
    </div>
  );
}

function Looking() {
  return (
    <p className={styles['looking']} role="status">
      <LoaderCircle aria-hidden />
      Looking at the library and its backups…
    </p>
  );
}

/** After the library could not even be looked at, as when its disk is gone. */
function LookAgain() {
  return (
    <div className={styles['act']}>
      <Button look="primary" onPress={() => void lookAgain()}>
        <RefreshCw aria-hidden />
        Look again
      </Button>
    </div>
  );
}

function WaysBack({ state }: { state: RecoveryState }) {
  const { backups, salvaged } = state;
  const [chosen, setChosen] = useState(() => backups.find(({ holdings }) => holdings)?.name);
  const backup = backups.find(({ name }) => name === chosen);
  const unsaved = useDrafts(({ pending }) => Object.keys(pending).length);
  const preferSalvaged = salvaged !== undefined && holdsNoLess(salvaged.holdings, backup?.holdings);
  return (
    <>
      <section className={styles['head']}>
        <h1>{state.damage ? 'The library is damaged' : 'The library can be opened'}</h1>
        <p>
          {state.message} Your letters and notes are in this library’s folder, and nothing in it is deleted here,
          whatever you choose.
        </p>
        <dl>
          <dt>Folder</dt>
          <dd>{state.folder}</dd>
          {state.lastWritten !== undefined && (
            <>
              <dt>Last written</dt>
              <dd>{printedTime(state.lastWritten)}</dd>
            </>
          )}
        </dl>
        {unsaved > 0 && (
          <p className={styles['unsaved']}>
            {unsaved === 1 ? '1 note or opinion' : `${unsaved} notes or opinions`} in this window could not be saved.
            They stay in it, and are saved when the library is back. Do not quit before.
          </p>
        )}
      </section>
      <div className={styles['ways']}>
        <RestorePanel state={state} chosen={chosen} onChoose={setChosen} isPreferred={!preferSalvaged} />
        <SalvagePanel state={state} backup={backup} isPreferred={preferSalvaged} />
      </div>
    </>
  );
}

type Counts = { readonly letters: number; readonly notes: number; readonly secondOpinions: number };

const holdsNoLess = (salvaged: Counts, backup: Counts | undefined): boolean =>
  backup === undefined ||
  (['letters', 'notes', 'secondOpinions'] as const).every((kind) => salvaged[kind] >= backup[kind]);
