import { useEffect, useMemo, useRef, useState } from 'react';
import { Toaster } from '../components/toaster.tsx';
import { followLibraryStatus } from '../services/backup-service.ts';
import { reopenCase } from '../services/case-service.ts';
import { followExports } from '../services/export-service.ts';
import { followImports, importFiles } from '../services/import-service.ts';
import { refreshList } from '../services/library-service.ts';
import { countOutdated, followReparse } from '../services/reparse-service.ts';
import { loadSavedSearches } from '../services/saved-search-service.ts';
import { loadSettings } from '../services/settings-service.ts';
import { followStatistics } from '../services/statistics-service.ts';
import { useReparse } from '../stores/reparse.ts';
import { useSettings } from '../stores/settings.ts';
import styles from './app.module.css';
import { commandsFor, runCommand } from './commands.ts';
import { CorrectionMenu } from './correction-menu.tsx';
import { DropOverlay } from './drop-overlay.tsx';
import { followLostFocus, rememberFocus } from './focus.ts';
import { ImportReport } from './import-report.tsx';
import { Reparse } from './reparse.tsx';
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
    const stops = [
      followImports(),
      followReparse(),
      followExports(),
      followLibraryStatus(),
      rememberFocus(),
      followLostFocus(),
      followStatistics(),
    ];
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
        chooseReparse: () => useReparse.getState().show('choice'),
      }),
    [],
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const inOverlay = document.querySelector('[role="dialog"], [role="menu"]') !== null;
      if (!event.defaultPrevented && !inOverlay && runCommand(commands, event)) event.preventDefault();
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
      <CorrectionMenu />
      <Reveal />
      <DropOverlay />
      <Toaster />
      <ImportReport />
      <Reparse />
      <ShortcutSheet commands={commands} isOpen={sheet === 'shortcuts'} onClose={() => setSheet(undefined)} />
      {sheet === 'settings' && (
        <SettingsDialog onClose={() => setSheet(undefined)} onReparse={() => useReparse.getState().show('choice')} />
      )}
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
  void countOutdated();
  void loadSavedSearches();
  if (settings?.openLetterId === undefined) return;
  // The list is there first.
  await painted();
  await reopenCase(settings.openLetterId);
}

/** When what is on the page now has been painted. */
const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
