import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { Verification } from '../../shared/model/library-status.ts';
import { Button } from '../components/button.tsx';
import { verifyLibrary } from '../services/backup-service.ts';
import { useLibraryStatus } from '../stores/library-status.ts';
import styles from './backups.module.css';
import { nameOf } from './damaged-letters.tsx';

/** Checks on demand that every letter is still what was stored, and says what came of it. */
export function LetterCheck() {
  const verifying = useLibraryStatus(({ status }) => status?.verifying);
  const verified = useLibraryStatus(({ status }) => status?.verified);
  const [found, setFound] = useState<Verification>();
  const check = async () => {
    setFound(undefined);
    setFound(await verifyLibrary());
  };
  return (
    <>
      <div className={styles['head']}>
        <p className={styles['hint']} aria-live="polite">
          {verifying ? progressLine(verifying) : found ? resultLine(found) : lastLine(verified)}
        </p>
        <Button isDisabled={verifying !== undefined} onPress={() => void check()}>
          <ShieldCheck aria-hidden />
          Check all letters
        </Button>
      </div>
      {found && found.damaged.length > 0 && (
        <ul className={styles['damaged']} aria-label="Damaged letters">
          {found.damaged.slice(0, 100).map((letter) => (
            <li key={letter.sha256}>
              {nameOf(letter)}: {letter.message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const count = (n: number): string => n.toLocaleString('en-US');

const progressLine = ({ done, total }: { done: number; total: number }): string =>
  `Checking that every letter is what was stored: ${count(Math.min(done, total))} of ${count(total)}…`;

function resultLine({ originals, letters, damaged }: Verification): string {
  const files = originals === 1 ? '1 imported file' : `${count(originals)} imported files`;
  const texts = letters === 1 ? 'the text of 1 letter' : `the texts of ${count(letters)} letters`;
  const checked = `Checked: ${files} and ${texts}.`;
  if (damaged.length === 0) return `${checked} All are what was stored.`;
  const wayBack = 'Import the files again to mend them; notes and opinions stay.';
  return `${checked} ${count(damaged.length)} ${damaged.length === 1 ? 'has' : 'have'} changed on the disk. ${wayBack}`;
}

const lastLine = (verified: string | undefined): string => {
  const when =
    verified === undefined
      ? 'They have not all been checked yet.'
      : `All were last checked on ${new Date(verified).toLocaleDateString(undefined, { dateStyle: 'medium' })}.`;
  return `While you pause, letters are checked against the checksums they were stored with. ${when}`;
};
