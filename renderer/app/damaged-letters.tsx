import { CircleAlert } from 'lucide-react';
import type { DamagedLetter } from '../../shared/model/library-status.ts';
import { useLibraryStatus } from '../stores/library-status.ts';
import styles from './status-bar.module.css';

/** The most letters that the status bar names. */
const mostNamed = 3;

/** Which letters are no longer what was stored, and the way to mend them; nothing while all are. */
export function DamagedLetters() {
  const damaged = useLibraryStatus(({ status }) => status?.damaged);
  if (!damaged) return null;
  const { count, letters } = damaged;
  const names = letters.slice(0, mostNamed).map(nameOf).join(', ');
  const more = count > mostNamed ? ` and ${(count - mostNamed).toLocaleString('en-US')} more` : '';
  const what = count === 1 ? 'One letter has' : `${count.toLocaleString('en-US')} letters have`;
  const wayBack = count === 1 ? 'Import its file again to mend it' : 'Import their files again to mend them';
  const text = `${what} changed on the disk. ${wayBack}: ${names}${more}.`;
  return (
    <div className={styles['failed']} role="alert" title={text}>
      <CircleAlert aria-hidden />
      <span className={styles['line']}>{text}</span>
    </div>
  );
}

export const nameOf = ({ fileName, sha256 }: DamagedLetter): string =>
  fileName === undefined ? `an imported file without a letter (${sha256.slice(0, 12)}…)` : `“${fileName}”`;
