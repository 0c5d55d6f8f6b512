/** The files written for the person in this run; only these can be shown in the file manager. */
const written = new Set<string>();

export const rememberWritten = (path: string): void => {
  written.add(path);
};

export const wasWritten = (path: string): boolean => written.has(path);
