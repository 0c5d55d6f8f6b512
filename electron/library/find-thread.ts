/** Entry of the thread that finds letters, one search after the other. */
import { answerReadings } from './answer-readings.ts';
import { createFindMethods } from './find/find-methods.ts';
import { rememberStatements } from './remember-statements.ts';

answerReadings((db) => {
  rememberStatements(db);
  return { ...createFindMethods(db) };
});
