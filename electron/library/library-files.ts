/** The two databases of a library folder. */
export const libraryFiles = {
  library: {
    name: 'library.db',
    applicationId: 0x324f706c,
    migrations: new URL('../migrations/', import.meta.url),
  },
  originals: {
    name: 'originals.db',
    applicationId: 0x324f706f,
    migrations: new URL('../migrations/originals/', import.meta.url),
  },
} as const;

export type LibraryFile = (typeof libraryFiles)[keyof typeof libraryFiles];

/** What SQLite may leave beside a database: the newest commits (-wal), their index (-shm), or what to undo (-journal). */
export const companionSuffixes = ['-wal', '-shm', '-journal'] as const;
