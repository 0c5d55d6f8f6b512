/** The largest file an import takes, in bytes. */
export const maxFileBytes = 50 * 1024 * 1024;
