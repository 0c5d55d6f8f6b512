/** Files that operating systems leave in folders and archives; nobody means them. */
const systemFile = /(?:^|[\\/])(?:(?:\.DS_Store|\._[^\\/]*|Thumbs\.db|desktop\.ini)$|__MACOSX[\\/])/i;

/** True for a file of the system's own; `name` may begin with folders. */
export const isSystemFile = (name: string): boolean => systemFile.test(name);
