import { ChartBarStacked, Keyboard, Settings, Stethoscope, Upload } from 'lucide-react';
import { Button, IconButton } from '../components/button.tsx';
import { ChooseFiles } from '../components/choose-files.tsx';
import { toggleStatistics } from '../services/statistics-service.ts';
import { useStatistics } from '../stores/statistics.ts';
import { CaseBar } from './case-bar.tsx';
import { printedKeys } from './printed-keys.ts';
import styles from './top-bar.module.css';

export function TopBar({ onShortcuts, onSettings }: { onShortcuts: () => void; onSettings: () => void }) {
  const hasStatistics = useStatistics(({ open }) => open);
  return (
    <header className={styles['bar']}>
      <div className={styles['brand']}>
        <Stethoscope aria-hidden />
        <span>Second Opinion</span>
      </div>
      {!hasStatistics && <CaseBar />}
      <div className={styles['actions']}>
        <ChooseFiles>
          <Button>
            <Upload aria-hidden />
            <span className={styles['label']}>Import letters</span>
          </Button>
        </ChooseFiles>
        <IconButton
          label="Statistics"
          shortcut={printedKeys('Ctrl+Shift+y')}
          aria-pressed={hasStatistics}
          onPress={toggleStatistics}
        >
          <ChartBarStacked aria-hidden />
        </IconButton>
        <IconButton label="Keyboard shortcuts" shortcut="?" onPress={onShortcuts}>
          <Keyboard aria-hidden />
        </IconButton>
        <IconButton label="Settings" shortcut={printedKeys('Ctrl+,')} onPress={onSettings}>
          <Settings aria-hidden />
        </IconButton>
      </div>
    </header>
  );
}
