import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { Button } from '../components/button.tsx';
import { ModalDialog } from '../components/modal-dialog.tsx';
import { type ReparseScope, startReparse } from '../services/reparse-service.ts';
import { useCase } from '../stores/case.ts';
import { useReparse } from '../stores/reparse.ts';
import styles from './reparse-dialog.module.css';

/** Which letters to read again, and what becomes of the work on them. */
export function ReparseDialog({ onClose }: { onClose: () => void }) {
  const outdated = useReparse((state) => state.outdated) ?? 0;
  const open = useCase(({ view }) => view?.letter.fileName);
  const [chosen, setChosen] = useState<ReparseScope>();
  const scope = chosen ?? (outdated > 0 ? 'outdated' : open === undefined ? 'all' : 'open');
  return (
    <ModalDialog
      title="Read letters again"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            autoFocus
            onPress={() => {
              onClose();
              void startReparse(scope);
            }}
          >
            Read again
          </Button>
        </>
      }
    >
      <p>
        {outdatedLine(outdated)} Letters are read again from the files that were imported. Your notes, second opinions
        and corrections are kept; you see afterwards what is read otherwise than before.
      </p>
      <RadioGroup
        aria-label="Letters to read again"
        className={styles['choices'] ?? ''}
        value={scope}
        onChange={(value) => setChosen(value as ReparseScope)}
      >
        <Radio value="outdated" className={styles['choice'] ?? ''} isDisabled={outdated === 0}>
          Those read by an earlier version ({outdated})
        </Radio>
        {open !== undefined && (
          <Radio value="open" className={styles['choice'] ?? ''}>
            This letter: {open}
          </Radio>
        )}
        <Radio value="all" className={styles['choice'] ?? ''}>
          All letters of the library
        </Radio>
      </RadioGroup>
    </ModalDialog>
  );
}

function outdatedLine(letters: number): string {
  if (letters === 0) return 'All letters were read by this version of the program.';
  return letters === 1
    ? '1 letter was read by an earlier version of the program.'
    : `${letters} letters were read by an earlier version of the program.`;
}
