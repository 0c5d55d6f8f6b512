import { ArchiveRestore, CircleDot, FileDown, RefreshCw, Tag, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import type { CaseStatus } from '../../../shared/model/letter.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { MenuAction, PopupMenu } from '../../components/menu.tsx';
import { exportChosen } from '../../services/export-service.ts';
import { setStatusOfChosen } from '../../services/letters-service.ts';
import { startReparse } from '../../services/reparse-service.ts';
import { restoreChosen, trashChosen } from '../../services/trash-service.ts';
import { useLibrary } from '../../stores/library.ts';
import { countChosen, useSelection } from '../../stores/selection.ts';
import styles from './batch-bar.module.css';
import { DeleteDialog } from './delete-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';

/** How many letters are chosen and what can be done to them. */
export function BatchBar() {
  const { chosen, stop, clear } = useSelection();
  const { trash, total = 0 } = useLibrary();
  const count = countChosen(chosen, total);
  return (
    <section className={styles['bar']} aria-label="Selected letters">
      <div className={styles['count']}>
        <span role="status">{count.toLocaleString('en-US')} selected</span>
        {count < total && (
          <Button look="quiet" onPress={() => useSelection.getState().start({ kind: 'all', except: new Set() })}>
            All {total.toLocaleString('en-US')}
          </Button>
        )}
        {(!trash || count > 0) && (
          <IconButton label={trash ? 'Select none' : 'Stop selecting'} shortcut="Esc" onPress={trash ? clear : stop}>
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      {trash ? <TrashActions count={count} /> : <Actions isDisabled={count === 0} />}
    </section>
  );
}

const statuses: readonly { status: CaseStatus; text: string }[] = [
  { status: 'new', text: 'New' },
  { status: 'in-progress', text: 'In progress' },
  { status: 'done', text: 'Done' },
];

const formats = [
  { format: 'pdf', text: 'A PDF for each case' },
  { format: 'csv', text: 'Tables (CSV)' },
  { format: 'json', text: 'JSON' },
] as const;

function Actions({ isDisabled }: { isDisabled: boolean }) {
  const [tagging, setTagging] = useState<'add' | 'remove'>();
  return (
    <div className={styles['actions']}>
      <MenuTrigger>
        <IconButton label="Set status" isDisabled={isDisabled}>
          <CircleDot aria-hidden />
        </IconButton>
        <PopupMenu label="Set status">
          {statuses.map(({ status, text }) => (
            <MenuAction key={status} text={text} onAction={() => void setStatusOfChosen(status)} />
          ))}
        </PopupMenu>
      </MenuTrigger>
      <MenuTrigger>
        <IconButton label="Tags" isDisabled={isDisabled}>
          <Tag aria-hidden />
        </IconButton>
        <PopupMenu label="Tags">
          <MenuAction text="Add tag…" onAction={() => setTagging('add')} />
          <MenuAction text="Remove tag…" onAction={() => setTagging('remove')} />
        </PopupMenu>
      </MenuTrigger>
      <MenuTrigger>
        <IconButton label="Export" isDisabled={isDisabled}>
          <FileDown aria-hidden />
        </IconButton>
        <PopupMenu label="Export">
          {formats.map(({ format, text }) => (
            <MenuAction key={format} text={text} onAction={() => void exportChosen(format)} />
          ))}
        </PopupMenu>
      </MenuTrigger>
      <IconButton label="Read again" isDisabled={isDisabled} onPress={() => void startReparse('chosen')}>
        <RefreshCw aria-hidden />
      </IconButton>
      <IconButton label="Move to trash" shortcut="Delete" isDisabled={isDisabled} onPress={() => void trashChosen()}>
        <Trash2 aria-hidden />
      </IconButton>
      {tagging && <TagDialog action={tagging} onClose={() => setTagging(undefined)} />}
    </div>
  );
}

function TrashActions({ count }: { count: number }) {
  const [deleting, setDeleting] = useState(false);
  return (
    <div className={styles['actions']}>
      <Button isDisabled={count === 0} onPress={() => void restoreChosen()}>
        <ArchiveRestore aria-hidden />
        Restore
      </Button>
      <Button look="quiet" isDisabled={count === 0} onPress={() => setDeleting(true)}>
        Delete for good…
      </Button>
      {deleting && <DeleteDialog count={count} onClose={() => setDeleting(false)} />}
    </div>
  );
}
