import type { LibraryClient } from '../library/library-client.ts';
import { importKeptOriginals } from '../recovery/import-kept-originals.ts';
import type { Handlers } from './register.ts';

type BackupChannels =
  | 'library:status'
  | 'library:verify'
  | 'backup:list'
  | 'backup:make'
  | 'backup:restore'
  | 'backup:reimport';

/** How the library is, and the way back to its backups. */
export function backupHandlers(library: LibraryClient): Pick<Handlers, BackupChannels> {
  return {
    'library:status': () => library.status(),
    'library:verify': () => library.verify(),
    'backup:list': () => library.listBackups(),
    'backup:make': () => library.backUp(),
    'backup:restore': ({ name }) => library.restoreBackup(name),
    'backup:reimport': async () => {
      const rows = await importKeptOriginals(library);
      const failed = rows.filter(({ outcome }) => outcome === 'failed').length;
      return { imported: rows.length - failed, failed };
    },
  };
}
