/**
 * Results that cross a process or thread boundary. An `Error` does not survive structured cloning with its
 * class; a code for the program and a message for the person do.
 */

/** Every reason the program gives a person for refusing or failing. Codes are stable; messages may improve. */
export const errorCodes = [
  // import
  'empty-file',
  'not-text',
  'too-large',
  'undecodable',
  'unreadable-file',
  'not-found',
  'timed-out',
  'unsupported-format',
  'password-protected',
  'damaged-file',
  // library
  'library-newer',
  'library-damaged',
  'library-in-use',
  'no-such-letter',
  'no-such-annotation',
  'no-such-correction',
  'disk-full',
  // export
  'file-exists',
  'cannot-write',
  // everything else
  'invalid-input',
  'forbidden-sender',
  'cancelled',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** A failure as data: `message` is a full sentence in a reviewer's words. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (code: ErrorCode, message: string): Result<never> => ({ ok: false, error: { code, message } });

/** A {@link Failure} that can be thrown inside one process; wrappers turn it into a `Result` at the boundary. */
export class FailureError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FailureError';
    this.code = code;
  }
}

/** The failure that a caught value stands for: its own code if it has one, otherwise `internal`. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof FailureError) return { code: thrown.code, message: thrown.message };
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'internal', message };
}

/** Runs `work` and returns what it gives, or the failure it throws, as a `Result`. */
export async function attempt<T>(work: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (thrown) {
    return { ok: false, error: toFailure(thrown) };
  }
}

/** The value of a successful result; throws a {@link FailureError} for a failed one. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new FailureError(result.error.code, result.error.message);
}

/** Makes a switch over a union fail to compile when a kind is not handled. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled kind: ${JSON.stringify(value)}`);
}
