import type { ArchiveEntry } from './archive-entry.ts';

/** Every package of the Office Open XML formats has this part, at its root (ECMA-376, part 2). */
const contentTypes = '[Content_Types].xml';
/** OpenDocument and EPUB files name their kind in this one, which comes first. */
const mimeType = 'mimetype';

/** True for a document that is merely packed as a ZIP file, for example a Word file. */
export const isOfficeDocument = (entries: readonly ArchiveEntry[]): boolean =>
  entries[0]?.name === mimeType || entries.some(({ name }) => name === contentTypes);
