import { describe, expect, test } from 'vitest';
import { parseCitations } from '../../../shared/letter/citations.ts';

/** The citations of a statement without their offsets, each checked to cover its text. */
function cite(text: string) {
  return parseCitations(`… ${text} …`, { start: 2, end: 2 + text.length }).map(({ start, end, ...citation }) => {
    expect(`… ${text} …`.slice(start, end)).toBe(citation.text);
    return citation;
  });
}
const values = (text: string) => cite(text).map(({ text: _text, ...value }) => value);

// Every pattern of the seeds is also covered, in place, by seeds/expected.
describe('MTUS', () => {
  test('guideline, topic, regulation and page', () => {
    expect(
      cite(
        'Decision based on MTUS Chronic Pain Treatment Guidelines Epidural Steroid Injections Topic, 9792.20(f) Page(s): 46.',
      ),
    ).toEqual([
      {
        source: 'MTUS',
        guideline: 'Chronic Pain Treatment Guidelines',
        section: 'Epidural Steroid Injections',
        regulation: '9792.20(f)',
        pages: ['46'],
        text: 'MTUS Chronic Pain Treatment Guidelines Epidural Steroid Injections Topic, 9792.20(f) Page(s): 46',
      },
    ]);
  });

  test.each([
    [
      'Decision based on MTUS Acupuncture Treatment Guidelines.',
      [{ guideline: 'Acupuncture Treatment Guidelines', pages: [] }],
    ],
    [
      'Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 31-32.',
      [{ guideline: 'Chronic Pain Treatment Guidelines', pages: ['31-32'] }],
    ],
    [
      'Decision based on MTUS Postsurgical Treatment Guidelines Low Back.',
      [{ guideline: 'Postsurgical Treatment Guidelines', section: 'Low Back', pages: [] }],
    ],
    [
      'Decision based on MTUS Chronic Pain Treatment Guidelines Opioids Page(s): 78, 80; Weaning of Medications Page(s): 124.',
      [
        { guideline: 'Chronic Pain Treatment Guidelines', section: 'Opioids', pages: ['78', '80'] },
        { guideline: 'Chronic Pain Treatment Guidelines', section: 'Weaning of Medications', pages: ['124'] },
      ],
    ],
    [
      'Decision based on MTUS 9792.23.5 Low Back Complaints',
      [{ section: 'Low Back Complaints', regulation: '9792.23.5', pages: [] }],
    ],
    ['Decision based on MTUS.', [{ pages: [] }]],
    // A number range, an effective date and the whole document's page count are no topic.
    [
      'Decision based on MTUS Chronic Pain Treatment Guidelines 8 C.C.R. 9792.20 - 9792.26 MTUS (Effective July 18, 2009) Page(s): 98-99 of 127.',
      [{ guideline: 'Chronic Pain Treatment Guidelines', regulation: '9792.20-9792.26', pages: ['98-99'] }],
    ],
    [
      'Decision based on MTUS Chronic Pain 2009, Section(s): Medications for chronic pain, Topical Analgesics.',
      [{ guideline: 'Chronic Pain 2009', section: 'Medications for chronic pain, Topical Analgesics', pages: [] }],
    ],
    [
      'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies, and Chronic Pain 2009, Section(s): Opioids.',
      [
        { guideline: 'Low Back Complaints 2004', section: 'Special Studies', pages: [] },
        { guideline: 'Chronic Pain 2009', section: 'Opioids', pages: [] },
      ],
    ],
    [
      'Decision based on MTUS Chronic Pain, Muscle relaxants, page 63.',
      [{ guideline: 'Chronic Pain', section: 'Muscle relaxants', pages: ['63'] }],
    ],
    [
      'Decision based on MTUS, Chronic Pain, Topical Analgesics, pp. 111-113. These are the guidelines in force.',
      [{ guideline: 'Chronic Pain', section: 'Topical Analgesics', pages: ['111-113'] }],
    ],
    [
      'Decision based on MTUS Chronic Pain, Muscle relaxants, page 63, and Opioids, pages 80-82.',
      [
        { guideline: 'Chronic Pain', section: 'Muscle relaxants', pages: ['63'] },
        { guideline: 'Chronic Pain', section: 'Opioids', pages: ['80-82'] },
      ],
    ],
    ['Decision based on MTUS Chronic Pain.', [{ guideline: 'Chronic Pain', pages: [] }]],
    ['Decision based on MTUS Opioids, criteria for use.', [{ section: 'Opioids, criteria for use', pages: [] }]],
    [
      'Decision based on MTUS Chronic Pain Medical Treatment Guidelines, page 80, When to Continue Opioids topic.',
      [{ guideline: 'Chronic Pain Medical Treatment Guidelines', section: 'When to Continue Opioids', pages: ['80'] }],
    ],
    ['Decision based on MTUS 2009 page 18.', [{ guideline: 'MTUS 2009', pages: ['18'] }]],
    ['Decision based on MTUS Definitions.', [{ section: 'Definitions', pages: [] }]],
    [
      'Decision based on MTUS Chronic Pain Medical Treatment Guidelines (May 2009), Opioids Page(s): .',
      [{ guideline: 'Chronic Pain Medical Treatment Guidelines', section: 'Opioids', pages: [] }],
    ],
    [
      'Decision based on MTUS Chronic Pain Treatment Guidelines, pages 77 to 79, 91 & 124.',
      [{ guideline: 'Chronic Pain Treatment Guidelines', pages: ['77 to 79', '91', '124'] }],
    ],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual(expected.map((value) => ({ source: 'MTUS', ...value })));
  });
});

describe('ACOEM', () => {
  test('on MTUS gives an entry for each of the two, over the same stretch', () => {
    const text = 'MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 300-301 and 617-25';
    expect(cite(`Decision based on ${text}.`)).toEqual([
      { source: 'MTUS', pages: [], text },
      { source: 'ACOEM', chapter: '12 Low Back Complaints', pages: ['300-301', '617-25'], text },
    ]);
  });

  test.each([
    ['Decision based on MTUS ACOEM Page(s): 92,127.   ', { pages: ['92', '127'] }],
    ['Decision based on MTUS ACOEM.', { pages: [] }],
    [
      'Decision based on MTUS ACOEM Chapter 11 Forearm, Wrist, and Hand Complaints Page(s): 265 \u2013 266, 271.',
      { chapter: '11 Forearm, Wrist, and Hand Complaints', pages: ['265\u2013266', '271'] },
    ],
    [
      'Decision based on MTUS ACOEM Chapter 3 Initial Approaches to Treatment, Physical Methods Page(s): 48.',
      { chapter: '3 Initial Approaches to Treatment', section: 'Physical Methods', pages: ['48'] },
    ],
    [
      'Decision based on MTUS ACOEM Chapter 10 Elbow Disorders (Revised 2007) Page(s): 33-40.',
      { chapter: '10 Elbow Disorders (Revised 2007)', pages: ['33-40'] },
    ],
    [
      'Decision based on MTUS (ACOEM Practice Guidelines, Chapter 7) Page 127.',
      { guideline: 'ACOEM Practice Guidelines', chapter: '7', pages: ['127'] },
    ],
    [
      'Decision based on MTUS ACOEM, Low Back Complaints, pages 287-305.',
      { chapter: 'Low Back Complaints', pages: ['287-305'] },
    ],
    [
      'Decision based on MTUS ACOEM Low Back Complaints Chapter 12, page 303.',
      { chapter: '12 Low Back Complaints', pages: ['303'] },
    ],
  ])('%s', (text, expected) => {
    expect(values(text)[1]).toEqual({ source: 'ACOEM', ...expected });
  });

  test('by itself gives one entry, with the edition where it is printed', () => {
    expect(
      values('Decision based on Non-MTUS Citation ACOEM Guidelines, 2nd Edition (2004), Chapter 7, page 127'),
    ).toEqual([{ source: 'ACOEM', guideline: 'ACOEM Guidelines, 2nd Edition (2004)', chapter: '7', pages: ['127'] }]);
  });

  test('a chapter that the MTUS takes in is named by both', () => {
    const text =
      'MTUS General Approaches to Initial Assessment and Documentation (ACOEM, Chapter 2); Cornerstones of Disability Prevention (ACOEM, Chapter 5), page 83; MTUS Elbow Disorders Guideline (ACOEM, 2013), Elbow braces';
    const stretches = text.split('; ').map((stretch) => stretch.replace(/\)$/, ')'));
    expect(cite(`Decision based on ${text}.`)).toEqual([
      {
        source: 'MTUS',
        guideline: 'General Approaches to Initial Assessment and Documentation',
        pages: [],
        text: stretches[0],
      },
      { source: 'ACOEM', chapter: '2', pages: [], text: stretches[0] },
      { source: 'MTUS', guideline: 'Cornerstones of Disability Prevention', pages: [], text: stretches[1] },
      { source: 'ACOEM', chapter: '5', pages: ['83'], text: stretches[1] },
      { source: 'MTUS', guideline: 'Elbow Disorders Guideline', pages: [], text: stretches[2] },
      { source: 'ACOEM', guideline: 'ACOEM 2013', section: 'Elbow braces', pages: [], text: stretches[2] },
    ]);
  });

  test('two chapters are two entries', () => {
    const chapters = values(
      'Decision based on MTUS ACOEM Chapter 9 Shoulder Complaints, Chapter 12 Low Back Complaints Page(s): 207.',
    )
      .filter(({ source }) => source === 'ACOEM')
      .map(({ chapter, pages }) => [chapter, pages]);
    expect(chapters).toEqual([
      ['9 Shoulder Complaints', []],
      ['12 Low Back Complaints', ['207']],
    ]);
  });
});

describe('works by two authors', () => {
  test.each([
    'Kelly and Waddell (2005), textbook of rheumatology',
    'van Tulder & Waddell (1997), Campbell\u2019s Operative Orthopaedics, 11th edition',
    'van Tulder and Waddell (1997), Campbell\u2019s Operative Orthopaedics, 11th edition',
  ])('%s is one reference', (guideline) => {
    expect(cite(`Decision based on Non-MTUS Citation ${guideline}.`)).toEqual([
      { source: 'OTHER', guideline, pages: [], text: guideline },
    ]);
  });

  test('another work behind an "and" is another reference', () => {
    const text =
      'Decision based on Non-MTUS Citation Kelly and Bigos (2005), textbook of pain and Waddell (2007), a trial.';
    expect(cite(text).map(({ guideline }) => guideline)).toEqual([
      'Kelly and Bigos (2005), textbook of pain',
      'Waddell (2007), a trial',
    ]);
  });
});

describe('ODG', () => {
  test.each([
    ['Official Disability Guidelines (ODG), Low Back Chapter', { chapter: 'Low Back' }],
    [
      'Official Disability Guidelines (ODG); Low Back Section, Facet Joint Medial Branch Blocks',
      { chapter: 'Low Back', section: 'Facet Joint Medial Branch Blocks' },
    ],
    [
      'Official Disability Guidelines ()DG) Pain, Epidural Steroid Injections (ESIs)',
      { chapter: 'Pain', section: 'Epidural Steroid Injections (ESIs)' },
    ],
    [
      'Official Disability Guidelines (ODG), Neck & Upper Back, Facet Joint Blocks',
      { chapter: 'Neck & Upper Back', section: 'Facet Joint Blocks' },
    ],
    [
      'Official Disability Guidelines, Low Back Chapter, section on Facet Joint Diagnostic Blocks',
      { chapter: 'Low Back', section: 'Facet Joint Diagnostic Blocks' },
    ],
    [
      'ODG, Neck Chapter Facet joint diagnostic blocks, facet joint pain',
      { chapter: 'Neck', section: 'Facet joint diagnostic blocks, facet joint pain' },
    ],
    [
      'ODG Low Back - Lumbar & Thoracic (Acute & Chronic), Facet joint blocks',
      { chapter: 'Low Back - Lumbar & Thoracic (Acute & Chronic)', section: 'Facet joint blocks' },
    ],
    ['ODG, Pain management programs', { section: 'Pain management programs' }],
    ['ODG Treatment in Workers Compensation, Knee Chapter, MRI', { chapter: 'Knee', section: 'MRI' }],
    ['O\uFB03cial Disability Guidelines', {}],
    ['ODG (Pain Chapter), Opioids', { chapter: 'Pain', section: 'Opioids' }],
    ['ODG 20th edition, 2015 update, Pain Chapter, Opioids', { chapter: 'Pain', section: 'Opioids' }],
    ['ODG (updated 3/13/14), Pain Chapter, Opioids', { chapter: 'Pain', section: 'Opioids' }],
    ['ODG, Online Version, updated January 2015, Pain Chapter', { chapter: 'Pain' }],
    [
      'Official Disability Guidelines, 18th Edition, 2013 Updates, Pain Chapter, Zolpidem',
      { chapter: 'Pain', section: 'Zolpidem' },
    ],
    [
      "Official Disability Guidelines Treatment in Workers' Compensation (ODG-TWC), Low Back Procedure Summary",
      { chapter: 'Low Back', section: 'Procedure Summary' },
    ],
    [
      'ODG Low Back--Lumbar & Thoracic (Acute & Chronic), Gym Memberships',
      { chapter: 'Low Back--Lumbar & Thoracic (Acute & Chronic)', section: 'Gym Memberships' },
    ],
    [
      'Official Disability Guidelines: Low Back\u2014Mattress selection',
      { chapter: 'Low Back', section: 'Mattress selection' },
    ],
    ['ODG Low Back - Mattress selection', { chapter: 'Low Back', section: 'Mattress selection' }],
    ['ODG, Knee/Leg, DME', { chapter: 'Knee/Leg', section: 'DME' }],
    ['ODG, Pain Chapter, Zolpidem; Insomnia treatment', { chapter: 'Pain', section: 'Zolpidem; Insomnia treatment' }],
    ['Official Disability Guidelines, ODG, Pain', { chapter: 'Pain' }],
    [
      'ODG Drug Formulary, www.odg-twc.com/odgtwc/formulary.htm',
      { section: 'Drug Formulary, www.odg-twc.com/odgtwc/formulary.htm' },
    ],
  ])('%s', (text, expected) => {
    expect(cite(`Decision based on Non-MTUS Citation ${text}.`)).toEqual([
      { source: 'ODG', ...expected, pages: [], text },
    ]);
  });

  test('named twice gives two entries', () => {
    expect(
      values('Decision based on Non-MTUS Citation ODG, Pain, Opioids; ODG, Knee, MRI').map(({ chapter }) => chapter),
    ).toEqual(['Pain', 'Knee']);
  });
});

test('a second chapter of the ODG is a second entry', () => {
  expect(
    values(
      'Decision based on Non-MTUS Citation ODG, Knee & Leg Chapter, Hyaluronic acid injections; and Carpal Tunnel Syndrome Chapter, Surgery.',
    ).map(({ chapter, section }) => [chapter, section]),
  ).toEqual([
    ['Knee & Leg', 'Hyaluronic acid injections'],
    ['Carpal Tunnel Syndrome', 'Surgery'],
  ]);
});

describe('other works', () => {
  test('are told apart by an author with a year', () => {
    expect(
      cite(
        'Decision based on Non-MTUS Citation web MD  based on Kelly (2009), textbook of rheumatology, vol 1, pgs. 617-25.',
      ),
    ).toEqual([
      { source: 'OTHER', guideline: 'web MD', pages: [], text: 'web MD' },
      {
        source: 'OTHER',
        guideline: 'Kelly (2009), textbook of rheumatology, vol 1',
        pages: ['617-25'],
        text: 'Kelly (2009), textbook of rheumatology, vol 1, pgs. 617-25',
      },
    ]);
  });

  test('are told apart by a semicolon, but not within a volume number', () => {
    expect(
      values('Decision based on Non-MTUS Citation http://example.org/a.html; Spine 2009;34(10):1078-93.').map(
        ({ guideline }) => guideline,
      ),
    ).toEqual(['http://example.org/a.html', 'Spine 2009;34(10):1078-93']);
  });
});

describe('works after a known source', () => {
  test.each([
    [
      'ODG, Pain, Opioids; Chou R, et al. (2007) Diagnosis of low back pain',
      'Chou R, et al. (2007) Diagnosis of low back pain',
    ],
    ['ODG, Low Back; Kelly (2009), textbook of rheumatology', 'Kelly (2009), textbook of rheumatology'],
    ['ACOEM, Chapter 12; http://www.ncbi.nlm.nih.gov/pubmed/1', 'http://www.ncbi.nlm.nih.gov/pubmed/1'],
    [
      'ODG, Elbow. Shock wave therapy for lateral elbow pain. Spine 2009;34(10):1078-93',
      'Shock wave therapy for lateral elbow pain. Spine 2009;34(10):1078-93',
    ],
  ])('%s', (text, work) => {
    expect(
      values(`Decision based on Non-MTUS Citation ${text}.`).map(({ source, guideline }) => [source, guideline])[1],
    ).toEqual(['OTHER', work]);
  });

  test('more about the work before is none', () => {
    expect(
      values('Decision based on Non-MTUS Citation Medicare Benefits Manual, Chapter 7; section 50.2 (Aides).').map(
        ({ guideline }) => guideline,
      ),
    ).toEqual(['Medicare Benefits Manual, Chapter 7; section 50.2 (Aides)']);
  });
});

test('words that only join two sources belong to neither', () => {
  expect(
    cite('Decision based on Non-MTUS Citation ACOEM, 3rd Edition, Chronic Pain chapter, and on the ODG, Pain.').map(
      ({ section, text }) => [section, text],
    ),
  ).toEqual([
    [undefined, 'ACOEM, 3rd Edition, Chronic Pain chapter'],
    [undefined, 'ODG, Pain'],
  ]);
});

describe('several clauses', () => {
  test('give their citations in order', () => {
    expect(
      values(
        'Decision based on MTUS ACOEM Chapter 8 Page(s): 174, Chronic Pain Treatment Guidelines Opioids Page(s): 8. Decision based on Non-\u2009MTUS Citation ODG, Neck.',
      ).map(({ source, pages }) => [source, pages.join()]),
    ).toEqual([
      ['MTUS', ''],
      ['ACOEM', '174'],
      ['MTUS', '8'],
      ['ODG', ''],
    ]);
  });

  test('a negation cites nothing, the clause after it does', () => {
    expect(
      values(
        'The Expert Reviewer did not base their decision on the MTUS. Decision based on Non-MTUS Citation ODG, Pain',
      ).map(({ source }) => source),
    ).toEqual(['ODG']);
    expect(
      values('The reviewer did not base their decision on the MTUS but on the ODG, Pain.').map(({ source }) => source),
    ).toEqual(['ODG']);
  });
});

test.each([
  '',
  'The Claims Administrator did not cite any medical evidence for its decision.',
  'The Claims Administrator did not base their decision on the MTUS.',
  'Decision based on Non-MTUS Citation None cited.',
  'Not applicable.',
  'The decision was made by a nurse.',
])('nothing is cited by %j', (text) => {
  expect(cite(text)).toEqual([]);
});

describe('locators in other writing', () => {
  const acoem = { source: 'ACOEM', pages: [] };
  test.each<[string, object[]]>([
    ['ACOEM Ch. 12', [{ ...acoem, chapter: '12' }]],
    ['ACOEM Chp 3 pg 48', [{ source: 'ACOEM', chapter: '3', pages: ['48'] }]],
    ['ACOEM Page(s): Chp 3 pg 48', [{ source: 'ACOEM', chapter: '3', pages: ['48'] }]],
    [
      'ACOEM Chapter 3 Initial Approaches to Treatment Page(s): Chp 3 pg 48',
      [{ source: 'ACOEM', chapter: '3 Initial Approaches to Treatment', pages: ['48'] }],
    ],
    [
      'ACOEM Chapter 12 Low Back Complaints Page(s): Table 12-8',
      [{ ...acoem, chapter: '12 Low Back Complaints', section: 'Table 12-8' }],
    ],
    ['The ODG, Chapter Low Back, section MRI', [{ source: 'ODG', chapter: 'Low Back', section: 'MRI', pages: [] }]],
    [
      "Official Disability Guidelines -- Treatment in Workers' Compensation, Shoulder Chapter, Surgery",
      [{ source: 'ODG', chapter: 'Shoulder', section: 'Surgery', pages: [] }],
    ],
    ['ODG, Low Back (updated 03/18/14), MRI', [{ source: 'ODG', chapter: 'Low Back', section: 'MRI', pages: [] }]],
    [
      'Title 8, California Code of Regulations, section 9792.21(c)',
      [{ source: 'OTHER', guideline: 'Title 8, California Code of Regulations', regulation: '9792.21(c)', pages: [] }],
    ],
  ])('%s', (printed, expected) => {
    expect(values(`Decision based on Non-MTUS Citation ${printed}.`)).toEqual(expected);
  });

  test('of the MTUS', () => {
    const mtus = { source: 'MTUS', pages: [] };
    expect(values('Decision based on MTUS 9792.23.5 Low Back Complaints and 9792.24.2 Chronic Pain.')).toEqual([
      { ...mtus, section: 'Low Back Complaints', regulation: '9792.23.5' },
      { ...mtus, guideline: 'Chronic Pain', regulation: '9792.24.2' },
    ]);
    expect(values('Decision based on MTUS Chronic Pain Treatment Guidelines 9792.24.2 (f) Page(s): 8.')).toEqual([
      { ...mtus, guideline: 'Chronic Pain Treatment Guidelines', regulation: '9792.24.2(f)', pages: ['8'] },
    ]);
    expect(values('Decision based on MTUS Title 8, California Code of Regulations, section 9792.21.')).toEqual([
      { ...mtus, regulation: '9792.21' },
    ]);
  });
});
