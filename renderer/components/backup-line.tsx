import type { Backup, Holdings } from '../../shared/model/backup.ts';
import styles from './backup-line.module.css';

/** A backup in a list: when it was made, what it holds, how large it is. */
export function BackupLine({ backup }: { backup: Backup }) {
  return (
    <div className={styles['line']}>
      <strong>{printedTime(backup.time)}</strong>
      <span>{contentsOf(backup)}</span>
    </div>
  );
}

export const printedTime = (iso: string): string =>
  new Date(iso).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** What a library file holds, in the order in which it is listed everywhere. */
export const holdingNames = {
  letters: 'letter',
  notes: 'note',
  secondOpinions: 'second opinion',
  corrections: 'correction',
} as const satisfies Partial<Record<keyof Holdings, string>>;

function contentsOf({ holdings, beforeUpdate, size }: Backup): string {
  if (!holdings) return 'This file cannot be read.';
  const kinds = Object.entries(holdingNames) as [keyof typeof holdingNames, string][];
  const parts = kinds.map(
    ([kind, name]) => `${holdings[kind].toLocaleString('en-US')} ${name}${holdings[kind] === 1 ? '' : 's'}`,
  );
  return [...parts, printedSize(size), ...(beforeUpdate ? ['from before an update'] : [])].join(' · ');
}

const printedSize = (bytes: number): string =>
  bytes < 1e6
    ? `${Math.ceil(bytes / 1e3)} kB`
    : `${(bytes / 1e6).toLocaleString('en-US', { maximumFractionDigits: bytes < 1e7 ? 1 : 0 })} MB`;
