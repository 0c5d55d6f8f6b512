import { useEffect, useMemo, useRef, useState } from 'react';
import { Toaster } from '../components/toaster.tsx';
import { openCase } from '../services/case-service.ts';
import { followImports, importFiles } from '../services/import-service.ts';
import { refreshList } from '../services/library-service.ts';
import { loadSettings } from '../services/settings-service.ts';
import { useSettings } from '../stores/settings.ts';
import styles from './app.module.css';
import { commandsFor, runCommand } from './commands.ts';
import { DropOverlay } from './drop-overlay.tsx';
import { rememberFocus } from './focus.ts';
import { ImportReport } from './import-report.tsx';
import { Reveal } from './reveal.tsx';
import { SelectionToolbar } from './selection-toolbar.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { Workstation } from './workstation.tsx';

/** The window: bars above and below, the panes between, and what floats over them. */
export function App() {
  const ready = useSettings(({ settings }) => settings !== undefined);
  const [sheet, setSheet] = useState<'shortcuts' | 'settings'>();
  const fileInput = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const stops = [followImports(), rememberFocus()];
    void start();
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  const commands = useMemo(
    () =>
      commandsFor({
        chooseFiles: () => fileInput.current?.click(),
        showShortcuts: () => setSheet('shortcuts'),
        showSettings: () => setSheet('settings'),
      }),
    [],
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const inDialog = document.querySelector('[role="dialog"]') !== null;
      if (!event.defaultPrevented && !inDialog && runCommand(commands, event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [commands]);

  return (
    <div className={styles['app']}>
      <TopBar onShortcuts={() => setSheet('shortcuts')} onSettings={() => setSheet('settings')} />
      <main className={styles['main']}>{ready && <Workstation />}</main>
      <StatusBar />
      <SelectionToolbar />
      <Reveal />
      <DropOverlay />
      <Toaster />
      <ImportReport />
      <ShortcutSheet commands={commands} isOpen={sheet === 'shortcuts'} onClose={() => setSheet(undefined)} />
      {sheet === 'settings' && <SettingsDialog onClose={() => setSheet(undefined)} />}
      <input
        ref={fileInput}
        type="file"
        multiple
        hidden
        aria-label="Choose letters"
        onChange={(event) => {
          void importFiles([...(event.target.files ?? [])]);
          // Choosing the same file again must be a change again.
          event.target.value = '';
        }}
      />
    </div>
  );
}

async function start(): Promise<void> {
  const [settings] = await Promise.all([loadSettings(), refreshList()]);
  if (settings?.openLetterId !== undefined) await openCase(settings.openLetterId);
}
