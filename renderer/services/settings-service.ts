import type { Settings } from '../../shared/contract.ts';
import { selectIsReadOnly, useLibraryStatus } from '../stores/library-status.ts';
import { useSettings } from '../stores/settings.ts';
import { api, valueOrToast } from './api.ts';

export async function loadSettings(): Promise<Settings | undefined> {
  const settings = await valueOrToast(api.getSettings());
  if (settings) useSettings.getState().set(settings);
  return settings;
}

export async function saveSettings(change: Partial<Settings>): Promise<void> {
  if (selectIsReadOnly(useLibraryStatus.getState())) return;
  const settings = await valueOrToast(api.setSettings(change));
  if (settings) useSettings.getState().set(settings);
}
