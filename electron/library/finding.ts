import { threadFiles } from '../app-files.ts';
import type { FindMethods } from './find/find-methods.ts';
import { isWholeList } from './find/letter-list.ts';
import { readingThread } from './reading-thread.ts';

/** Searches over an open library, in a thread of their own: a case that is opened meanwhile does not wait. */
export interface Finding {
  /** Whether a call is a search; the first letters of the whole list are at hand without one. */
  isSearch(method: string, args: readonly unknown[]): method is keyof FindMethods;
  ask(method: keyof FindMethods, args: readonly unknown[]): Promise<unknown>;
  /** Gives the files free once what was asked for has been found. Searching again starts another thread. */
  stop(): Promise<void>;
}

/** Makes ready to search the library in `folder`. */
export const createFinding = (folder: string): Finding => ({
  ...readingThread(threadFiles.finding, folder, 'The letters could not be searched.'),
  isSearch: (method, args): method is keyof FindMethods =>
    Object.hasOwn(searches, method) && searches[method as keyof FindMethods](...(args as [never])),
});

const searches: { readonly [M in keyof FindMethods]: (...args: Parameters<FindMethods[M]>) => boolean } = {
  listLetters: (query) => !isWholeList(query),
  letterRange: (query) => !isWholeList(query),
  selectedIds: (selection) => 'query' in selection,
  selectedLetters: (selection) => 'query' in selection,
};
