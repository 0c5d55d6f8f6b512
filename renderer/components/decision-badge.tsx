import { Check, CircleDashed, CircleSlash2, Minus } from 'lucide-react';
import type { Decision } from '../../shared/model/letter-parse.ts';
import styles from './decision-badge.module.css';

/** How a decision is called on screen. */
export const decisionLabels: Record<Decision, string> = {
  upheld: 'Upheld',
  overturned: 'Overturned',
  'partially-overturned': 'Partially overturned',
  unknown: 'Decision unknown',
};

const icons: Record<Decision, typeof Check> = {
  upheld: CircleSlash2,
  overturned: Check,
  'partially-overturned': Minus,
  unknown: CircleDashed,
};

/** A decision in words, colour and shape; `small` leaves the words to screen readers and the tooltip. */
export function DecisionBadge({ decision, small = false }: { decision: Decision; small?: boolean }) {
  const Icon = icons[decision];
  const label = decisionLabels[decision];
  return (
    <span className={styles['badge']} data-decision={decision} data-small={small || undefined} title={label}>
      <Icon aria-hidden />
      <span className={small ? 'visually-hidden' : undefined}>{label}</span>
    </span>
  );
}
