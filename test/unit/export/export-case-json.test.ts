import { expect, it } from 'vitest';
import { exportCaseJson } from '../../../electron/export/export-case-json.ts';
import { parseOutputSchema } from '../../../shared/model/letter-parse.ts';
import { caseView, correctedView, noteOn, opinion } from './case-view.ts';

it('prints the parse output with everything that people added', () => {
  const view = correctedView(caseView('A letter.'), [{ kind: 'set-fact', set: { fact: 'patient.age', value: 53 } }]);
  const annotated = { ...view, annotations: [noteOn(view, 'letter', 'Note')], secondOpinions: [opinion(1, 'x')] };
  const exported = JSON.parse(exportCaseJson(annotated));
  const { annotations, secondOpinions, corrections, corrected, facts, status, ...parse } = exported;
  expect(parseOutputSchema.parse(parse)).toMatchObject({ file: 'letter.txt', readingText: 'A letter.' });
  expect(annotations).toEqual(annotated.annotations);
  expect(secondOpinions).toEqual(annotated.secondOpinions);
  expect({ corrections, corrected }).toEqual({ corrections: view.corrections, corrected: view.corrected });
  expect(parse.case.patient).toEqual({ age: 53 });
  expect(facts).toEqual(view.parse.facts);
  expect(status).toBe('in-progress');
});
