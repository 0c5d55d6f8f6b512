/** The longest name that is shown, in code units. */
const longest = 400;

/** Control characters and those that turn the direction of writing: they would make a name show as another. */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A name for people from one that an archive gives: `/` between folders, without drive, leading slash, `.` and `..`,
 * and without characters that cannot be seen.
 */
export function safeEntryName(name: string): string {
  const parts = name
    .slice(-10 * longest)
    .replace(/^[A-Za-z]:/, '')
    .split(/[\\/]/)
    .map((part) => part.replace(invisible, '\uFFFD').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.join('/').slice(-longest).toWellFormed() || 'file without a name';
}
