import { X } from 'lucide-react';
import styles from './chip.module.css';

/** A short text with a way to take it out. */
export function Chip({
  text,
  removeLabel,
  onRemove,
  look = 'plain',
}: {
  text: string;
  /** What the button does: its accessible name. */
  removeLabel: string;
  onRemove: () => void;
  /** wanted: something that is searched for. */
  look?: 'plain' | 'wanted';
}) {
  return (
    <span className={`${styles['chip']} ${styles[look]}`}>
      <span title={text}>{text}</span>
      <button type="button" aria-label={removeLabel} onClick={onRemove}>
        <X aria-hidden />
      </button>
    </span>
  );
}
