import type { Result } from '../../shared/result.ts';
import type { WindowApi } from '../../shared/window-api.ts';
import { useToasts } from '../stores/toasts.ts';

declare global {
  interface Window {
    readonly secondOpinion: WindowApi;
  }
}

/** The main process, as the preload script offers it. Only `services/` calls it. */
export const api: WindowApi = window.secondOpinion;

/** The value of a successful request; a failed one is shown to the person and gives undefined. */
export async function valueOrToast<T>(request: Promise<Result<T>>): Promise<T | undefined> {
  const result = await request;
  if (result.ok) return result.value;
  if (result.error.code !== 'cancelled') useToasts.getState().show({ kind: 'error', message: result.error.message });
  return undefined;
}
