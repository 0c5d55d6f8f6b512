import { isWhiteSpace } from '../letter/white-space.ts';

/** A text without its white space, in which two reflows of the same letter are equal. */
export interface PrintedText {
  readonly text: string;
  /** The offset of each code unit in the text with its white space. */
  readonly offsets: Uint32Array;
}

/** Takes the white space out of `text` and remembers where everything else stood. */
export function printedText(text: string): PrintedText {
  const offsets = new Uint32Array(text.length);
  let length = 0;
  for (let offset = 0; offset < text.length; offset++) {
    if (!isWhiteSpace(text.charCodeAt(offset))) offsets[length++] = offset;
  }
  return { text: text.replace(/\s+/g, ''), offsets: offsets.subarray(0, length) };
}
