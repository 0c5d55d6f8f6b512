import { SaxesParser, type SaxesTagNS } from 'saxes';
import { FailureError } from '../../../../shared/result.ts';

export interface XmlHandlers {
  readonly open?: (tag: SaxesTagNS) => void;
  readonly close?: (tag: SaxesTagNS) => void;
  readonly text?: (text: string) => void;
}

/** Elements inside each other; Word itself stays far below. Deeper ones only serve to exhaust a reader. */
const deepest = 2_000;

/**
 * Reads an XML part of a Word file, telling the handlers of elements and text. Nothing outside the part is ever
 * looked at: there is no code for it, and a document type declaration, the one place where entities could be
 * defined, is refused as ECMA-376 demands.
 * @throws FailureError `damaged-file`
 */
export function readXml(bytes: Uint8Array, { open, close, text }: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('doctype', () => {
    throw new FailureError(
      'damaged-file',
      'This Word file defines its own entities, which no Word file may. It was not read.',
    );
  });
  parser.on('error', (error) => {
    throw damaged(error);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > deepest) throw damaged();
    open?.(tag);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    close?.(tag);
  });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.write(decode(bytes)).close();
}

/** XML is UTF-16 with a byte-order mark, or UTF-8; Word writes no other encoding. */
function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (thrown) {
    throw damaged(thrown);
  }
}

const damaged = (cause?: unknown): FailureError =>
  new FailureError('damaged-file', 'This Word file is damaged and cannot be read.', { cause });
