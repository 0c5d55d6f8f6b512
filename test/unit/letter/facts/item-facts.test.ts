import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemFacts } from '../../../../shared/letter/facts/item-facts.ts';
import { itemFactsSchema, type TreatmentCategory } from '../../../../shared/model/clinical-facts.ts';

const factsOf = (title: string) => itemFacts(title, 1, { start: 0, end: title.length });

describe('the treatment category', () => {
  test.each<[string, TreatmentCategory | undefined, string?]>([
    ['Lidoderm patches 5% #30', 'pharmaceuticals'],
    ['Norco', 'pharmaceuticals'],
    ['Toprophan, unspecified strength', 'pharmaceuticals'],
    ['Xyzzolam 5 mg', 'pharmaceuticals'],
    ['Prescription drug, generic: Norco 10/325mg', 'pharmaceuticals', 'Prescription'],
    ['Physical therapy 2 x 6 for the left shoulder', 'rehabilitation', 'Physical therapy'],
    ['Post-operative physical therapy', 'rehabilitation'],
    ['acupuncture 8 sessions', 'rehabilitation', 'acupuncture'],
    ['Home exercise program', 'rehabilitation'],
    ['MRI of the lumbar spine prior to epidural steroid injection', 'diagnostic-testing', 'MRI'],
    ['Urine drug screen', 'diagnostic-testing'],
    ['EMG/NCV of bilateral upper extremities', 'diagnostic-testing'],
    ['Pre-operative EKG', 'diagnostic-testing'],
    ['Lumbar discogram', 'diagnostic-testing'],
    ['MRI-guided injection of the hip', 'injections', 'injection'],
    ['Fluoroscopy Guided Facet Joint Block T7-T8', 'injections'],
    ['Lidocaine and Kenalog injection of the left elbow', 'injections'],
    ['Botox 100 units', 'injections'],
    ['C5-6 ACDF', 'surgery'],
    ['right knee arthroscopy with partial medial meniscectomy', 'surgery'],
    ['Spinal cord stimulator trial', 'surgery'],
    ['Associated surgical service: assistant surgeon', 'surgery', 'assistant surgeon'],
    ['Associated surgical service: cold therapy unit', 'dmepos'],
    ['Associated surgical services', 'surgery'],
    ['Post-op cold therapy unit', 'dmepos'],
    ['TENS', 'dmepos'],
    ['Interferential unit rental', 'dmepos'],
    ['Pre-op medical clearance', 'evaluation-and-management'],
    ['Follow-up visit with pain management', 'evaluation-and-management'],
    ['Consultation for possible lumbar fusion surgery', 'evaluation-and-management', 'Consultation'],
    ['Referral for MRI of the right knee', 'diagnostic-testing'],
    ['Referral to a podiatrist', 'evaluation-and-management'],
    ['Psychological evaluation', 'behavioral-health'],
    ['Consultation with a psychiatrist', 'behavioral-health'],
    ['Functional restoration program', 'programs'],
    ['Initial evaluation at a functional restoration program', 'programs'],
    ['Home health aide 4 hours/day', 'home-health'],
    ['Dental implant', 'dental'],
    ['Transportation to physical therapy', 'transport'],
    ['CPT 72148', 'diagnostic-testing', '72148'],
    ['97110', 'rehabilitation'],
    ['HCPCS E0730', 'dmepos'],
    ['Re-review sedation', undefined],
    ['Re-review guided fluoroscopy, left L5 and S1', undefined],
    ['Electrical stimulation', undefined],
    ['Pump refill', undefined],
    ['', undefined],
  ])('%s: %s', (title, category, words) => {
    const found = factsOf(title).category;
    expect(found?.value).toBe(category);
    if (words !== undefined) expect(found?.text).toBe(words);
  });
});

describe('body parts and sides', () => {
  test.each<[string, [part: string, side: string | undefined, text: string][]]>([
    ['Physical therapy for the left shoulder', [['shoulder', 'left', 'left shoulder']]],
    ['MRI knee (R)', [['knee', 'right', 'knee (R)']]],
    ['L knee brace', [['knee', 'left', 'L knee']]],
    ['Bilateral L4-L5 epidural steroid injection', [['lumbar-spine', 'bilateral', 'Bilateral L4-L5']]],
    ['Transforaminal injection L4 - L5: bilateral', [['lumbar-spine', 'bilateral', 'L4 - L5: bilateral']]],
    ['Nerve root block, left L5 and S1', [['lumbar-spine', 'left', 'left L5']]],
    ['Left medial branch blocks under fluoroscopy at T7-8', [['thoracic-spine', 'left', 'T7-8']]],
    ['C5-6 ACDF', [['cervical-spine', undefined, 'C5-6']]],
    ['MRI of both knees', [['knee', 'bilateral', 'both knees']]],
    ['Right and left wrist splints', [['wrist', 'bilateral', 'Right and left wrist']]],
    [
      'PT right shoulder, elbow and wrist',
      [
        ['shoulder', 'right', 'right shoulder'],
        ['elbow', 'right', 'elbow'],
        ['wrist', 'right', 'wrist'],
      ],
    ],
    [
      'Left knee and lumbar spine physical therapy',
      [
        ['knee', 'left', 'Left knee'],
        ['lumbar-spine', undefined, 'lumbar spine'],
      ],
    ],
    [
      'EMG of bilateral upper and lower extremities',
      [
        ['upper-extremity', 'bilateral', 'bilateral upper'],
        ['lower-extremity', 'bilateral', 'lower extremities'],
      ],
    ],
    [
      'Left and right arm sling; right shoulder',
      [
        ['upper-extremity', 'bilateral', 'Left and right arm'],
        ['shoulder', 'right', 'right shoulder'],
      ],
    ],
    ['Right carpal tunnel release', [['wrist', 'right', 'Right carpal tunnel']]],
    ['right shoulder arthroscopic rotator cuff repair', [['shoulder', 'right', 'right shoulder']]],
    ['Stellate ganglion block, left', []],
    ['Consultation with a spine surgeon', []],
    ['Brace (HCPCS: L3702), T2 weighted images, headache diary', []],
    ['Norco 10/325mg #60', []],
  ])('%s', (title, expected) => {
    expect(factsOf(title).bodyParts.map(({ part, side, text }) => [part, side, text])).toEqual(expected);
  });
});

describe('codes and doses', () => {
  test.each<[string, string[]]>([
    ['Elbow brace: purchase (HCPCS: L3702)', ['L3702']],
    ['CPT 97110, 97140-59 and 0232T', ['97110', '97140', '0232T']],
    ['Injection (J1885)', ['J1885']],
    ['$12345 deposit, claim #98765, 12345.50, 123456', []],
    ['MRI of L4-5', []],
  ])('codes in %s', (title, expected) => {
    expect(factsOf(title).procedureCodes.map(({ text }) => text)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ['Norco 10/325mg #60', ['10/325mg']],
    ['Norco 10/325 #60', ['10/325']],
    ['Hydrocodone/APAP 10-325 mg', ['10-325 mg']],
    ['Butrans 10mcg/hr patch', ['10mcg/hr']],
    ['Capsaicin 0.025%, Flurbiprofen 15% 60 gm', ['0.025%', '15%']],
    ['Botox 100 units', ['100 units']],
    ['Terocin lotion 240 ml (DOS 4/5/13)', []],
    ['Continue therapy after 50% improvement, 2 units', []],
  ])('doses in %s', (title, expected) => {
    expect(factsOf(title).doses.map(({ text }) => text)).toEqual(expected);
  });
});

test('a title is read where it stands, and as a reviewer reads it through ligatures, dashes and gaps', () => {
  const before = 'Decisions:\n\n';
  const title = 'Left  knee brace, of\uFB01ce \uFB02uoroscopy, L4\u2013L5';
  const text = `${before}${title}: Upheld`;
  const { ordinal, category, bodyParts } = itemFacts(text, 3, {
    start: before.length,
    end: before.length + title.length,
  });
  expect(ordinal).toBe(3);
  const brace = text.indexOf('brace');
  expect(category).toEqual({ value: 'dmepos', text: 'brace', start: brace, end: brace + 5 });
  expect(bodyParts.map(({ text: words }) => words)).toEqual(['Left  knee', 'L4\u2013L5']);
  expect(factsOf('O\uFB03ce visit').category?.text).toBe('O\uFB03ce visit');
});

const words = fc.constantFrom(
  ...'Left right bilateral (R) L4-5 C5 \u2013 L5 knee shoulder upper and lower extremities , : ( ) Norco 10/325 mg #60 5% 97110 E0730 MRI guided injection of\uFB01ce visit therapy for with \n\n units'.split(
    ' ',
  ),
);

test('whatever a title says, every span covers its text inside the title', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 6 })), { maxLength: 20 }), fc.nat(20), (parts, gap) => {
      const title = parts.join(' ');
      const text = `${'x '.repeat(gap)}${title} y`;
      const span = { start: 2 * gap, end: 2 * gap + title.length };
      const facts = itemFacts(text, 1, span);
      expect(itemFactsSchema.parse(facts)).toEqual(facts);
      const spans = [facts.category, ...facts.bodyParts, ...facts.procedureCodes, ...facts.doses];
      for (const at of spans.filter((found) => found !== undefined)) {
        expect(at.text).toBe(text.slice(at.start, at.end));
        expect(at.text.trim()).not.toBe('');
        expect(at.start).toBeGreaterThanOrEqual(span.start);
        expect(at.end).toBeLessThanOrEqual(span.end);
      }
    }),
  );
});
