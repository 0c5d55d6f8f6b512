import { expect, it } from 'vitest';
import { exportCaseJson } from '../../../electron/export/export-case-json.ts';
import { parseOutputSchema } from '../../../shared/model/letter-parse.ts';
import { caseView, noteOn, opinion } from './case-view.ts';

it('prints the parse output with the annotations and second opinions', () => {
  const view = caseView('A letter.');
  const annotated = { ...view, annotations: [noteOn(view, 'letter', 'Note')], secondOpinions: [opinion(1, 'x')] };
  const { annotations, secondOpinions, status, ...parse } = JSON.parse(exportCaseJson(annotated));
  expect(parseOutputSchema.parse(parse)).toMatchObject({ file: 'letter.txt', readingText: 'A letter.' });
  expect(annotations).toEqual(annotated.annotations);
  expect(secondOpinions).toEqual(annotated.secondOpinions);
  expect(status).toBe('in-progress');
});
