import type { ErrorCode, FailureError } from '../../shared/result.ts';

/** What the person can do about it, for those reasons that do not say so themselves. */
const advice: Partial<Record<ErrorCode, string>> = {
  'cannot-write':
    'Second Opinion has to write there, even to read letters. See whether the disk is connected and not write-protected, and whether the folder belongs to you.',
  'disk-full': 'Make room on the disk that the library is on, then start Second Opinion again.',
  internal:
    'Restart the computer and try again. If it happens again, keep a copy of the folder and ask whoever looks after this computer.',
  'library-newer': 'Install the newest version of Second Opinion, then start it again.',
};

/** Where the message is about something else than opening, or not meant for a person. */
const ownWords: Partial<Record<ErrorCode, (message: string) => string>> = {
  'disk-full': () => 'The disk is full, so the library cannot be opened.',
  internal: (message) => `The library could not be opened, for a reason that was not foreseen: ${message}.`,
};

/** Why the library cannot be opened although nothing is known to be wrong with it, and what to do. */
export function describeRefusal(folder: string, { code, message }: FailureError): string {
  return [
    [ownWords[code]?.(message) ?? message, advice[code]].filter((part) => part !== undefined).join(' '),
    'Nothing in the library was changed.',
    `Library folder: ${folder}`,
  ].join('\n\n');
}
