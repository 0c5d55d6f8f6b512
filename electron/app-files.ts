/**
 * Where the app's own files are, in the source tree and in dist/ alike. Paths count from electron/,
 * where the build leaves what programs share: what is bundled into another file knows only that file's place.
 */
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Modules that run as threads: TypeScript in the source tree, JavaScript in dist/. */
const thread = (path: string): URL => new URL(`./${path}${extname(import.meta.url)}`, import.meta.url);

export const threadFiles = {
  library: thread('library/thread'),
  counting: thread('library/count-thread'),
  finding: thread('library/find-thread'),
  care: thread('library/care-thread'),
  importing: thread('import/import-worker'),
  exporting: thread('export/export-thread'),
} as const;

export const migrationFolders = {
  library: new URL('./migrations/', import.meta.url),
  originals: new URL('./migrations/originals/', import.meta.url),
} as const;

export const reportTemplate = new URL('./export/case-report.typ', import.meta.url);

export const manifest = new URL('../package.json', import.meta.url);
export const preload = fileURLToPath(new URL('./preload.cjs', import.meta.url));
export const rendererFolder = fileURLToPath(new URL('../renderer', import.meta.url));
export const samplesFolder = fileURLToPath(new URL('../seeds', import.meta.url));
