/**
 * Text as it can be printed: nothing in it may vanish, reorder its surroundings or steer the typesetter.
 */

/** Code points that would print nothing or change the order of other text. Line feeds are dealt with by callers. */
const unprintable =
  /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}\u2028\u2029\ufeff\ufff9-\ufffb]--[\n\u061c\u200e\u200f]]/gv;

/** Most words of most letters; nothing in them needs a second look. */
const plain = /^[ -~\n]*$/u;

function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/**
 * The same text with every control character as its picture (U+2400 block), other invisible or reordering
 * characters as `[U+202E]` and lone surrogates as U+FFFD. Line ends of every kind become line feeds; tabs, and spaces so
 * thin that readers would take the words beside them for one, become spaces.
 */
export function printableText(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/\t/gu, '    ')
    .replace(/[\u2000-\u200a\u202f\u205f]/gu, ' ')
    .replace(unprintable, picture);
}
