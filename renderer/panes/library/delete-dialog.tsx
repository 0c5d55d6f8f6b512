import { Fragment, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ModalDialog } from '../../components/modal-dialog.tsx';
import { letters } from '../../services/count-of-letters.ts';
import { deleteChosenForever } from '../../services/trash-service.ts';
import styles from './delete-dialog.module.css';

/** Asks twice before letters are deleted for good. */
export function DeleteDialog({ count, onClose }: { count: number; onClose: () => void }) {
  const [askedOnce, setAskedOnce] = useState(false);
  const several = count !== 1;
  return (
    <ModalDialog
      title={`Delete ${letters(count)} for good?`}
      isOpen
      onClose={onClose}
      footer={
        // The second time the buttons change places and the focus goes to Cancel: neither a double click nor Enter
        // twice deletes anything.
        askedOnce ? (
          <Fragment key="again">
            <Button
              look="danger"
              onPress={() => {
                onClose();
                void deleteChosenForever();
              }}
            >
              Delete {letters(count)} for good
            </Button>
            <Button autoFocus onPress={onClose}>
              Cancel
            </Button>
          </Fragment>
        ) : (
          <Fragment key="once">
            <Button autoFocus onPress={onClose}>
              Cancel
            </Button>
            <Button onPress={() => setAskedOnce(true)}>Continue…</Button>
          </Fragment>
        )
      }
    >
      <p>
        {several ? 'The letters' : 'The letter'} will be taken out of the library together with{' '}
        {several ? 'their original files' : 'its original file'}, and with every note, second opinion, correction and
        tag on {several ? 'them' : 'it'}.
      </p>
      {askedOnce && (
        <p className={styles['warning']} role="alert">
          This cannot be undone. Do you really want to delete {letters(count)}?
        </p>
      )}
    </ModalDialog>
  );
}
