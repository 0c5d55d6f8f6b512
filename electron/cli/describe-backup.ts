import type { Backup } from '../../shared/model/backup.ts';

/** A backup on one line: its name, and what it holds. */
export function describeBackup({ name, holdings }: Backup): string {
  if (!holdings) return `${name}\tcannot be read`;
  const { letters, notes, secondOpinions, corrections, newestChange = 'none' } = holdings;
  return `${name}\t${letters} letters, ${notes} notes, ${secondOpinions} second opinions, ${corrections} corrections\tnewest change: ${newestChange}`;
}
