import type { RequestInput } from '../../shared/contract.ts';
import type { Facet } from '../../shared/model/letter-query.ts';
import type { Statistics } from '../../shared/model/statistics.ts';
import { threadFiles } from '../app-files.ts';
import { readingThread } from './reading-thread.ts';

export type CountQuery = RequestInput<'library:facets'>;

/** Counts over an open library, in a thread of their own: they read much of it. */
export interface Counting {
  /** How many of the letters found have each value of each field. */
  facets(query: CountQuery): Promise<Facet[]>;
  /** What was decided in the letters found. */
  statistics(query: CountQuery): Promise<Statistics>;
  /** Gives the files free once what was asked for has been counted. Counting again starts another thread. */
  stop(): Promise<void>;
}

/** Makes ready to count over the library in `folder`. */
export function createCounting(folder: string): Counting {
  const { ask, stop } = readingThread(threadFiles.counting, folder, 'The letters could not be counted.');
  return {
    facets: async (query) => (await ask('facets', [query])) as Facet[],
    statistics: async (query) => (await ask('statistics', [query])) as Statistics,
    stop,
  };
}
