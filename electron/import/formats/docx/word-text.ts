import type { SaxesTagNS } from 'saxes';
import { BlockStack } from './block-stack.ts';
import { readXml } from './read-xml.ts';

/** The text of one part of a Word file. */
export interface WordText {
  /** Paragraphs and rows of tables in reading order; an empty string is an empty paragraph. */
  readonly blocks: readonly string[];
  readonly hasPictures: boolean;
  /** Text that a tracked change deletes or moves away was left out. */
  readonly hasDeletions: boolean;
  /** Documents of other kinds are embedded, whose text was left out. */
  readonly hasEmbedded: boolean;
  /** Paragraphs have numbers or bullets that Word sets itself; they are not in the text. */
  readonly hasNumbering: boolean;
}

/** Ends of the namespaces that hold text, transitional and strict: WordprocessingML, mathematics and drawings. */
const textNamespace = /\/(?:wordprocessingml(?:\/2006)?\/main|drawingml(?:\/2006)?\/main|math)$/;

/** What elements of a run print besides text. */
const printed: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', cr: '\n', noBreakHyphen: '-' };

/** Elements whose text is not what the letter says now. Of a drawing in two forms, the first is read. */
const skipped: ReadonlySet<string> = new Set(['moveFrom', 'delText', 'delInstrText', 'instrText', 'Fallback']);

/** Reads the main part, a header, a footer, or the notes. @throws FailureError `damaged-file` */
export function readWordText(bytes: Uint8Array): WordText {
  const blocks = new BlockStack();
  const parents: string[] = [];
  const found = { hasPictures: false, hasDeletions: false, hasEmbedded: false, hasNumbering: false };
  let skipDepth = 0;
  let inText = false;

  function open(tag: SaxesTagNS): void {
    const { local } = tag;
    const parent = parents.at(-1);
    parents.push(local);
    if (skipped.has(local)) skipDepth += 1;
    if (local === 'delText' || local === 'moveFrom') found.hasDeletions = true;
    if (skipDepth > 0) return;
    if (local === 'blip' || local === 'imagedata') found.hasPictures = true;
    else if (local === 'altChunk' || local === 'OLEObject') found.hasEmbedded = true;
    else if (local === 'numPr') found.hasNumbering = true;
    if (!textNamespace.test(tag.uri)) return;
    if (local === 't') inText = true;
    else if (local === 'p') blocks.openParagraph();
    else if (local === 'tr' || local === 'tc') blocks.openTablePart(local);
    else if (local === 'br') blocks.print(attribute(tag, 'type') === 'page' ? '\f' : '\n');
    else if (local === 'sym') blocks.print(symbol(attribute(tag, 'char')));
    else if (local === 'footnoteReference' || local === 'endnoteReference') blocks.print(noteMark(tag));
    else if (local === 'footnote' || local === 'endnote') blocks.printBefore(noteMark(tag));
    else if (parent === 'r') blocks.print(printed[local] ?? '');
  }

  function close({ local, uri }: SaxesTagNS): void {
    parents.pop();
    if (skipped.has(local)) skipDepth -= 1;
    else if (skipDepth > 0 || !textNamespace.test(uri)) return;
    else if (local === 't') inText = false;
    else if (local === 'p') blocks.closeParagraph();
    else if (local === 'tr' || local === 'tc') blocks.closeTablePart();
  }

  const text = (printedText: string): void => {
    if (inText && skipDepth === 0) blocks.print(printedText.replace(/[\t\n\r]/g, ' '));
  };
  readXml(bytes, { open, close, text });
  return { blocks: blocks.finish(), ...found };
}

function attribute({ attributes }: SaxesTagNS, local: string): string | undefined {
  return Object.values(attributes).find((found) => found.local === local)?.value;
}

/** A character of a symbol font has no meaning without its font; the others are ordinary characters. */
function symbol(hex: string | undefined): string {
  const code = Number.parseInt(hex ?? '', 16);
  const isKnown = code >= 0x20 && code < 0xd800;
  return isKnown ? String.fromCharCode(code) : '\uFFFD';
}

/** `[1]` where a note is referred to, and before its text. The lines above notes have a type and no mark. */
function noteMark(tag: SaxesTagNS): string {
  if (attribute(tag, 'type') !== undefined) return '';
  const number = attribute(tag, 'id') ?? '';
  return tag.local.startsWith('endnote') ? `[endnote ${number}]` : `[${number}]`;
}
