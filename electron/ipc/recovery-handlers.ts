import { app, shell } from 'electron';
import { FailureError } from '../../shared/result.ts';
import type { Recovery } from '../recovery/recovery.ts';
import type { Handlers } from './register.ts';

/** What answers while the library cannot be used. */
export type RecoveryChannels = Exclude<Extract<keyof Handlers, `recovery:${string}`>, 'recovery:begin'>;

/**
 * The ways back from a damaged library.
 * @param folder the library folder
 * @param end goes on to the letters
 */
export function recoveryHandlers(
  recovery: Recovery,
  { folder, end }: { folder: string; end: () => Promise<void> },
): Pick<Handlers, RecoveryChannels> {
  return {
    'recovery:state': () => recovery.state(),
    'recovery:restore': ({ name }) => recovery.restore(name),
    'recovery:salvage': () => recovery.salvage(),
    'recovery:cancel-salvage': () => recovery.cancelSalvage(),
    'recovery:replace': async () => ({ setAside: await recovery.replaceBySalvaged() }),
    'recovery:reimport': () => recovery.reimport(),
    'recovery:end': end,
    'recovery:show-folder': async () => {
      const problem = await shell.openPath(folder);
      if (problem !== '') throw new FailureError('internal', `The folder ${folder} could not be shown: ${problem}`);
    },
    'recovery:quit': () => app.quit(),
  };
}
