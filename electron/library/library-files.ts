import { migrationFolders } from '../app-files.ts';

/** The two databases of a library folder. */
export const libraryFiles = {
  library: {
    name: 'library.db',
    applicationId: 0x324f706c,
    migrations: migrationFolders.library,
  },
  originals: {
    name: 'originals.db',
    applicationId: 0x324f706f,
    migrations: migrationFolders.originals,
  },
} as const;

export type LibraryFile = (typeof libraryFiles)[keyof typeof libraryFiles];

/** What SQLite may leave beside a database: the newest commits (-wal), their index (-shm), or what to undo (-journal). */
export const companionSuffixes = ['-wal', '-shm', '-journal'] as const;
