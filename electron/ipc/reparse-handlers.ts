import type { Reparser } from '../import/reparse-service.ts';
import type { Handlers } from './register.ts';

type ReparseChannels = 'reparse:outdated' | 'reparse:start' | 'reparse:cancel';

/** Reading the library's letters again with the parser as it is now. */
export function reparseHandlers(reparser: Reparser): Pick<Handlers, ReparseChannels> {
  return {
    'reparse:outdated': async () => ({ letters: await reparser.countOutdated() }),
    'reparse:start': ({ letterIds }) => reparser.start(letterIds),
    'reparse:cancel': () => reparser.cancel(),
  };
}
