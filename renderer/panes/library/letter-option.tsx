import { memo } from 'react';
import type { LetterRow } from '../../../shared/model/letter.ts';
import styles from './letter-item.module.css';
import { LetterItem } from './letter-item.tsx';

/** Rows have one height, so that every place of the list is where it is without measuring. In px. */
export const rowHeight = 78;

export const optionId = (letterId: number): string => `letter-${letterId}`;

interface Props {
  readonly row: LetterRow;
  /** Its place in the list, from 0. */
  readonly place: number;
  /** How many letters the list has. */
  readonly total: number;
  readonly choosing: boolean;
  readonly isSelected: boolean;
  /** Whether the keys go out from it. */
  readonly isActive: boolean;
}

/** A letter in the list, at its place. Of the rows in sight only those that change are drawn anew. */
export const LetterOption = memo(function LetterOption({ row, place, total, choosing, isSelected, isActive }: Props) {
  return (
    <div
      id={optionId(row.id)}
      role="option"
      tabIndex={-1}
      className={styles['row']}
      style={{ top: place * rowHeight, height: rowHeight }}
      aria-selected={isSelected}
      aria-posinset={place + 1}
      aria-setsize={total}
      data-place={place}
      data-active={isActive || undefined}
      data-choosing={choosing || undefined}
    >
      <LetterItem row={row} choosing={choosing} />
    </div>
  );
});
