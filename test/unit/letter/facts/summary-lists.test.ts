import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnoses } from '../../../../shared/letter/facts/diagnoses.ts';
import { FoldedText } from '../../../../shared/letter/facts/folded-text.ts';
import { medications } from '../../../../shared/letter/facts/medications.ts';
import { random } from '../../../corpus/random.ts';

const folded = (text: string) => new FoldedText(text, { start: 0, end: text.length });
const diagnosesIn = (text: string) => diagnoses(folded(text)).map((found) => found.text);
const medicationsIn = (text: string) => medications(folded(text)).map(({ name, dose }) => [name, dose]);

describe('diagnoses', () => {
  test.each<[string, string[]]>([
    ['Diagnoses include: lumbago, chronic pain syndrome, and gout.', ['lumbago', 'chronic pain syndrome', 'gout']],
    [
      'Diagnoses: 1. Lumbar radiculopathy; 2. Myofascial pain (chronic). The provider asked.',
      ['Lumbar radiculopathy', 'Myofascial pain (chronic)'],
    ],
    [
      'Diagnoses: 1. Lumbar radiculopathy. 2. Myofascial pain. 3. Depression. She fell.',
      ['Lumbar radiculopathy', 'Myofascial pain', 'Depression'],
    ],
    ['Dx: 1) Lumbago 2) Gout 3) ICD-9 724.4 Thoracic neuritis.', ['Lumbago', 'Gout', 'ICD-9 724.4 Thoracic neuritis']],
    ['Diagnoses:\n\n1. Lumbago\n\n2. Gout\n\nThe patient is fine.', ['Lumbago', 'Gout']],
    [
      'The working diagnoses are left facet pain; and peripheral neuropathy.Pursuant to a note',
      ['left facet pain', 'peripheral neuropathy'],
    ],
    [
      'diagnosed with lumbar sprain and strain, neck and back pain, and insomnia on 5/6/13 and given Norco.',
      ['lumbar sprain and strain', 'neck and back pain', 'insomnia'],
    ],
    ['with diagnoses of cervical, lumbar, and thoracic strain. also', ['cervical, lumbar, and thoracic strain']],
    [
      'His diagnoses include pain in the neck, back, and left shoulder; insomnia.',
      ['pain in the neck, back, and left shoulder', 'insomnia'],
    ],
    [
      'Diagnoses were carpal tunnel syndrome, bilateral, left and right knee pain, and depression, NOS.',
      ['carpal tunnel syndrome, bilateral', 'left and right knee pain', 'depression, NOS'],
    ],
    [
      'Diagnoses: disc displacement (ICD-9 722.10, 722.52), radiculitis (724.4), and lumbar strain, 847.2.',
      ['disc displacement (ICD-9 722.10, 722.52)', 'radiculitis (724.4)', 'lumbar strain, 847.2'],
    ],
    [
      'The diagnoses, per the 3/12/15 report, include cervicalgia and lumbago, which are stable.',
      ['cervicalgia', 'lumbago'],
    ],
    [
      'Diagnoses: 1. impingement. 2. bursitis. 3.\n\ntendinitis. 4. rotator cuff tear. The patient',
      ['impingement', 'bursitis', 'tendinitis', 'rotator cuff tear'],
    ],
    [
      'Diagnoses: (1) tendon tear\n\n(2) gout (3) plantar fasciitis (4) sprain. The',
      ['tendon tear', 'gout', 'plantar fasciitis', 'sprain'],
    ],
    ['\u2022 Diagnoses: lumbago; gout\n\n\u2022 Medications: Soma\n\n\u2022 Surgery: none', ['lumbago', 'gout']],
    ['Diagnostic impressions at that visit were lumbago and gout.', ['lumbago', 'gout']],
    ['He has a diagnosis of lumbago. Diagnoses: Lumbago.', ['lumbago']],
    ['There is no diagnosis of gout, and no evidence of a diagnosis of lumbago.', []],
    ['The diagnosis was not documented. The differential diagnosis includes gout.', []],
    ['Her mother was diagnosed with gout. He was never diagnosed with lumbago.', []],
    ['The diagnosis was discussed. An MRI showed a disc herniation.', []],
  ])('%s', (text, expected) => {
    expect(diagnosesIn(text)).toEqual(expected);
  });
});

describe('medications', () => {
  test.each<[string, [string, string?][]]>([
    [
      'Current medications include Norco 10/325 mg, Soma, and Prilosec 20 mg daily.',
      [['Norco', '10/325 mg'], ['Soma'], ['Prilosec', '20 mg']],
    ],
    [
      'Medications: Norco 10/325 mg, one tablet every 6 hours, Soma 350 mg t.i.d., and Zyxolin patches 5%. He denies pain.',
      [
        ['Norco', '10/325 mg'],
        ['Soma', '350 mg'],
        ['Zyxolin patches', '5%'],
      ],
    ],
    [
      'Medications:\n\n1. Tylenol #3\n\n2. Ultram ER 150mg #60\n\nExam: normal.',
      [['Tylenol #3'], ['Ultram ER', '150mg']],
    ],
    [
      'Medications: 1. Voltaren gel 1%\n\n2. Cymbalta 60 mg 3. Tramadol ER 150mg 4. Soma. He lives',
      [['Voltaren gel', '1%'], ['Cymbalta', '60 mg'], ['Tramadol ER', '150mg'], ['Soma']],
    ],
    ['Medications: 1. Soma 350 mg, 2.\n\nNorco, 3. Colace. Gait', [['Soma', '350 mg'], ['Norco'], ['Colace']]],
    ['The patient is currently taking Laxacin, which is well tolerated.', [['Laxacin']]],
    ['She takes Zyxolin for pain. He is taking part in Zumba classes.', [['Zyxolin']]],
    ['The patient is taking Spanish lessons and takes time off.', []],
    ['The medications used were listed as Neurontin and Percocet. The', [['Neurontin'], ['Percocet']]],
    ['Medications as of May 12, 2012 included Fexmid 7.5 mg.', [['Fexmid', '7.5 mg']]],
    ['She is also taking Norco, Oxycodone and Soma, which are well tolerated.', [['Norco'], ['Oxycodone'], ['Soma']]],
    ['The IW takes gabapentin, which helps, but not as well as Lyrica.', [['gabapentin']]],
    ['The applicant was on Voltaren, Norco, and Soma, it was acknowledged.', [['Voltaren'], ['Norco'], ['Soma']]],
    [
      'He is currently taking Norco for pain and ibuprofen as needed and denies side effects.',
      [['Norco'], ['ibuprofen']],
    ],
    ['He takes Soma. His current medications are Soma 350 mg and Colace.', [['Soma'], ['Colace']]],
    [
      'Current medications include:\nMedication   Dose   Frequency\nNorco   10/325 mg   q6h\nSoma   350 mg   TID',
      [
        ['Norco', '10/325 mg'],
        ['Soma', '350 mg'],
      ],
    ],
    [
      'MEDICATIONS:\n\nDrug   Strength   Sig   Qty\n\nZyxolin patch   5%   1 daily   #30\n\nSoma   350 mg   tid   #90\n\nExam: normal at 5%.',
      [
        ['Zyxolin patch', '5%'],
        ['Soma', '350 mg'],
      ],
    ],
    ['Medications: Drug   Strength   Qty Norco   10/325 mg   #120 Soma   350 mg   #90', []],
    ['Past medications include Vicodin. Medications tried and failed include Soma.', []],
    ['He denies taking opioids, was tried on Lyrica, and is no longer taking Norco.', []],
    ['No medications are taken. Medications: none. Medications are helpful.', []],
    ['The applicant was using cane to move about and is on total temporary disability.', []],
    ['The applicant is on Medicare. Treatment included medications, therapy, and rest.', []],
  ])('%s', (text, expected) => {
    expect(medicationsIn(text)).toEqual(expected.map(([name, dose]) => [name, dose]));
  });
});

const fragments =
  'Diagnoses: |diagnosed with |Medications: |Current medications include |He is taking |Norco 10/325 mg|, |; | and |. |1. |2) |\n\n|(|)|left |neck |lumbago|ibupro\uFB01n |which |#60 |'.split(
    '|',
  );

test('whatever a summary says, every span covers its text, once and in the summary', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 40 }), (parts) => {
      const text = `x ${parts.join('')} y`;
      const summary = { start: 2, end: text.length - 2 };
      const drugs = medications(new FoldedText(text, summary));
      for (const { start, end, text: words } of [...diagnoses(new FoldedText(text, summary)), ...drugs]) {
        expect(text.slice(start, end)).toBe(words);
        expect(words.trim()).toBe(words);
        expect(words).not.toBe('');
        expect(start).toBeGreaterThanOrEqual(summary.start);
        expect(end).toBeLessThanOrEqual(summary.end);
      }
      for (const { name, dose, text: words } of drugs) {
        expect(words).toContain(name);
        if (dose !== undefined) expect(words).toContain(dose);
      }
    }),
  );
});

test('a list is found wherever its paragraph stands among others', () => {
  const chance = random('lists');
  const others = ['The patient fell. ', 'Pain is 8/10. ', 'He lives with a son. ', 'An MRI was done.\n\n'];
  for (let n = 0; n < 50; n++) {
    const before = chance.sample(others, chance.int(0, 4)).join('');
    const text = `${before}Diagnoses: lumbago; gout. Medications: Soma, Norco. ${chance.pick(others)}`;
    expect(diagnosesIn(text)).toEqual(['lumbago', 'gout']);
    expect(medicationsIn(text)).toEqual([
      ['Soma', undefined],
      ['Norco', undefined],
    ]);
  }
});
