import type { Result } from '../../shared/result.ts';
import type { LibraryApi } from './library-api.ts';

/** Where the library thread finds its library. */
export interface ThreadData {
  readonly dir: string;
  /** Make the library if there is none. */
  readonly create: boolean;
}

/** A call of one method, or the request to close; answers carry the same `id`. */
export type ThreadRequest =
  | { readonly kind: 'call'; readonly id: number; readonly method: keyof LibraryApi; readonly args: readonly unknown[] }
  | { readonly kind: 'close'; readonly id: number };

/** The answer to a request; the thread's first answer has id 0 and tells whether the library could be opened. */
export interface ThreadAnswer {
  readonly id: number;
  readonly result: Result<unknown>;
}
