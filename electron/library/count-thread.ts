/** Entry of the thread that counts: facets and statistics, one after the other. */
import { answerReadings } from './answer-readings.ts';
import type { CountQuery } from './counting.ts';
import { createFacets } from './find/facets.ts';
import { statisticsOf } from './statistics.ts';

answerReadings((db) => ({
  facets: createFacets(db),
  statistics: (query: CountQuery) => statisticsOf(db, query),
}));
