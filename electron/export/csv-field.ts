/**
 * A field, quoted where RFC 4180 asks for it. Text that a spreadsheet would take for a formula gets an apostrophe
 * before it, as OWASP recommends against CSV injection.
 */
export function csvField(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const harmless = /^(\s*[=+\-@|%＝＋－＠]|[\t\r])/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
