import type { Diagnostic } from '../../../../shared/model/letter-parse.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { ExtractedText } from '../extracted-text.ts';
import { openWordPackage, type Relationship } from './word-package.ts';
import { readWordText, type WordText } from './word-text.ts';

/**
 * The text of a Word file: headers, then the body, then its notes, then footers, each once. Paragraphs are separated
 * by an empty line; an empty paragraph is a line with one space, as in the letters that were saved as text. Macros,
 * pictures and everything outside the file are left alone.
 * @throws FailureError `damaged-file`, `unsupported-format`, `empty-file`, and as reading an archive does
 */
export async function readDocx(bytes: Uint8Array): Promise<ExtractedText> {
  const file = await openWordPackage(bytes);
  const main = (await file.relationships('')).find(({ kind }) => kind === 'officeDocument')?.part;
  if (!main || /^(?:xl|ppt)\//i.test(main) || !file.hasPart(main)) throw otherDocument(main);
  const related = await file.relationships(main);
  const read = async (kind: string): Promise<WordText[]> => {
    const texts: WordText[] = [];
    for (const part of partsOf(related, kind))
      if (file.hasPart(part)) texts.push(readWordText(await file.readPart(part)));
    return texts;
  };
  const body = readWordText(await file.readPart(main));
  const notes = [...(await read('footnotes')), ...(await read('endnotes'))];
  const texts = [...distinct(await read('header')), body, ...notes, ...distinct(await read('footer'))];
  const text = texts.flatMap(asLines).join('\n\n').toWellFormed();
  const some = (test: (found: WordText) => boolean) => texts.some(test);

  if (text.trim() === '') {
    if (some(({ hasPictures }) => hasPictures)) return { text: '', pages: [], diagnostics: [needsOcr] };
    throw new FailureError('empty-file', 'This Word file has no text in it.');
  }
  const diagnostics = [
    ...(some(({ hasDeletions }) => hasDeletions) ? [trackedChanges] : []),
    ...(some(({ hasEmbedded }) => hasEmbedded) ? [embedded] : []),
    ...(partsOf(related, 'comments').length > 0 ? [comments] : []),
    ...(some(({ hasNumbering }) => hasNumbering) ? [numbering] : []),
    ...(text.includes('\uFFFD') ? [unknownCharacters] : []),
  ];
  return { text, pages: [], diagnostics };
}

const partsOf = (related: readonly Relationship[], kind: string): string[] => [
  ...new Set(related.filter((relationship) => relationship.kind === kind).map(({ part }) => part)),
];

/** Word keeps a header for first, odd and even pages each, which mostly say the same. */
function distinct(texts: readonly WordText[]): WordText[] {
  const seen = new Map(texts.map((text) => [text.blocks.join('\n').trim(), text]));
  seen.delete('');
  return [...seen.values()];
}

function asLines({ blocks }: WordText): string[] {
  const last = blocks.findLastIndex((block) => block.trim() !== '');
  return blocks.slice(0, last + 1).map((block) => (block === '' ? ' ' : block));
}

function otherDocument(main: string | undefined): FailureError {
  const folder = main?.slice(0, main.indexOf('/')).toLowerCase();
  const kind =
    { xl: 'an Excel workbook', ppt: 'a PowerPoint presentation' }[folder ?? ''] ?? 'a document of another program';
  return new FailureError(
    'unsupported-format',
    `This is ${kind}; letters can be PDF, Word (.docx) or text files, also in ZIP archives.`,
  );
}

const needsOcr: Diagnostic = {
  code: 'needs-ocr',
  severity: 'warning',
  message:
    'This Word file needs OCR: it holds no text, only pictures of it. The file is kept; run it through OCR and import the result to read and annotate it here.',
};

const trackedChanges: Diagnostic = {
  code: 'tracked-changes',
  severity: 'warning',
  message: 'This Word file has tracked changes; its text is shown as if all of them were accepted.',
};

const embedded: Diagnostic = {
  code: 'embedded-documents',
  severity: 'warning',
  message: 'Other documents are embedded in this Word file; what they say is not in the text.',
};

const comments: Diagnostic = {
  code: 'comments-left-out',
  severity: 'info',
  message: 'This Word file has comments; they are not part of the text.',
};

const numbering: Diagnostic = {
  code: 'automatic-numbers',
  severity: 'info',
  message: 'Word numbers lists of this file by itself; those numbers and bullets are not in the text.',
};

const unknownCharacters: Diagnostic = {
  code: 'unknown-characters',
  severity: 'warning',
  message: 'Some characters of this Word file are of a symbol font; they are shown as \uFFFD.',
};
