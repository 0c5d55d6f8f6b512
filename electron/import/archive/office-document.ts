import type { ArchiveEntry } from './archive-entry.ts';

/**
 * Every package of the Office Open XML formats has the first two (ECMA-376, part 2), and every Word file as programs
 * write it the third. One is enough: the name of another may be what is damaged.
 */
const packageParts: readonly string[] = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];
/** OpenDocument and EPUB files name their kind in this one, which comes first. */
const mimeType = 'mimetype';

/** True for a document that is merely packed as a ZIP file, for example a Word file. */
export const isOfficeDocument = (entries: readonly ArchiveEntry[]): boolean =>
  entries[0]?.name === mimeType || entries.some(({ name }) => packageParts.includes(name));
