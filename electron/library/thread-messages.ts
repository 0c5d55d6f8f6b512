import type { LibraryDamage, LibraryStatus } from '../../shared/model/library-status.ts';
import type { Result } from '../../shared/result.ts';
import type { LibraryApi } from './library-api.ts';
import type { LibraryCare } from './library-care.ts';

/** Where the library thread finds its library. */
export interface ThreadData {
  readonly dir: string;
  /** Make the library if there is none. */
  readonly create: boolean;
  /** Back up while something changes and when closing. */
  readonly backups: boolean;
  /** How long nothing must have been asked for before originals and texts are checked, in ms. */
  readonly quiet: number;
}

export type LibraryMethod = keyof LibraryApi | keyof LibraryCare;

/** A call of one method, or the request to close; answers carry the same `id`. */
export type ThreadRequest =
  | { readonly kind: 'call'; readonly id: number; readonly method: LibraryMethod; readonly args: readonly unknown[] }
  | { readonly kind: 'close'; readonly id: number };

/** The answer to a request; the thread's first answer has id 0 and tells whether the library could be opened. */
export interface ThreadAnswer {
  readonly kind: 'answer';
  readonly id: number;
  readonly result: Result<unknown>;
  /** With the answer 0, when the library is damaged. */
  readonly damage?: LibraryDamage;
}

export type ThreadMessage = ThreadAnswer | { readonly kind: 'status'; readonly status: LibraryStatus };
