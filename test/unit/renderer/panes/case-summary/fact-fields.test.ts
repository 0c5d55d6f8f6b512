import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FactName,
  factFields,
  factFrom,
  factText,
} from '../../../../../renderer/panes/case-summary/fact-fields.ts';
import { fromDraft, toDraft } from '../../../../../shared/corrections/case-draft.ts';
import { setFact } from '../../../../../shared/corrections/set-fact.ts';
import { parseLetter } from '../../../../../shared/letter/parse-letter.ts';
import { factSchema } from '../../../../../shared/model/correction.ts';
import type { LetterParse } from '../../../../../shared/model/letter-parse.ts';

const facts = Object.keys(factFields) as FactName[];
const { parse } = parseLetter('Norco 10 mg and Soma for cervical strain.');

/** The letter after the field of a fact was saved with this text. */
function saved(fact: FactName, text: string): LetterParse {
  const draft = toDraft(parse);
  setFact(draft, factFrom(fact, text), 'a');
  return fromDraft(draft).parse;
}

const samples: Record<FactName, string> = {
  number: 'CM14-0012345',
  'dates.injury': '2005-07-20',
  'dates.assigned': '2014-11-03',
  'dates.urDenial': '2014-10-24',
  'dates.decision': '2014-12-01',
  'dates.received': '2014-11-10',
  'patient.age': '53',
  'patient.sex': 'female',
  'reviewer.title': 'physician reviewer',
  'reviewer.certifications': 'Internal Medicine\nRheumatology',
  'reviewer.licensedIn': 'New York',
  diagnoses: 'cervical strain',
  medications: 'Soma\nNorco 10 mg',
};

describe('the fields of facts', () => {
  it.each(facts)('%s is saved as it is typed', (fact) => {
    expect(factSchema.safeParse(factFrom(fact, ` ${samples[fact]} `)).success).toBe(true);
    expect(factText(saved(fact, ` ${samples[fact]} `), fact)).toBe(samples[fact]);
  });

  it.each(facts)('%s is not stated when its field is empty', (fact) => {
    expect(factSchema.safeParse(factFrom(fact, ' ')).success).toBe(true);
    expect(factText(saved(fact, ' '), fact)).toBe('');
  });

  it('leaves every name of a list that is not empty, in its order', () => {
    const name = fc.stringMatching(/^[A-Za-z]{1,12}( [A-Za-z]{1,12})?$/);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), (names) => {
        const fact = factFrom('reviewer.certifications', names.join('\n\n '));
        expect(fact.value).toEqual(names);
      }),
    );
  });
});
