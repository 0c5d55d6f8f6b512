import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { Settings } from '../../shared/contract.ts';
import { Button } from '../components/button.tsx';
import { ChoiceGroup } from '../components/choice-group.tsx';
import { ModalDialog } from '../components/modal-dialog.tsx';
import { saveSettings } from '../services/settings-service.ts';
import { useSettings } from '../stores/settings.ts';
import { Backups } from './backups.tsx';
import styles from './settings-dialog.module.css';

const themes = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Who signs notes, how the window looks, and the ways to read letters again and back to a backup. */
export function SettingsDialog({ onClose, onReparse }: { onClose: () => void; onReparse: () => void }) {
  const settings = useSettings((state) => state.settings);
  const [author, setAuthor] = useState(settings?.author ?? '');
  const close = () => {
    if (author.trim() !== '' && author.trim() !== settings?.author) void saveSettings({ author: author.trim() });
    onClose();
  };
  return (
    <ModalDialog
      title="Settings"
      isOpen
      onClose={close}
      footer={
        <Button look="primary" onPress={close}>
          Done
        </Button>
      }
    >
      <div className={styles['fields']}>
        <TextField className={styles['field'] ?? ''} value={author} onChange={setAuthor} maxLength={120}>
          <Label>Your name, as it signs notes and second opinions</Label>
          <Input />
        </TextField>
        <div className={styles['field']}>
          <span>Appearance</span>
          <ChoiceGroup
            label="Appearance"
            choices={themes}
            value={settings?.theme}
            onChange={(theme: Settings['theme']) => void saveSettings({ theme })}
          />
        </div>
        <div className={styles['field']}>
          <span>Letters of the library</span>
          <Button
            onPress={() => {
              close();
              onReparse();
            }}
          >
            <RefreshCw aria-hidden />
            Read letters again…
          </Button>
        </div>
        <Backups />
      </div>
    </ModalDialog>
  );
}
