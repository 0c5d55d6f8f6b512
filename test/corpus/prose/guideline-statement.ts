import { fact, type Markup, mark } from '../marked-text.ts';
import type { Random } from '../random.ts';
import type { Treatment } from '../vocabulary/treatments.ts';
import { type Cite, citer, printPages, somePages } from './cite.ts';

export type Side = 'Claims Administrator' | 'Expert Reviewer' | 'Physician Reviewer';

type Clause = (random: Random, cite: Cite, treatment: Treatment) => Markup;

const chapters = {
  2: 'General Approach to Initial Assessment and Documentation',
  3: 'Initial Approaches to Treatment',
  5: 'Cornerstones of Disability Prevention and Management',
  6: 'Pain, Suffering, and the Restoration of Function',
  7: 'Independent Medical Examinations and Consultations',
} as const;
const generalPages = { 2: [21, 42], 3: [44, 50], 5: [77, 92], 6: [105, 116], 7: [127, 146] } as const;

/** `MTUS ACOEM …`: an entry for each of the two over the same stretch, chapter and pages being ACOEM's. */
const acoem: Clause = (random, cite, { region }) => {
  const general = random.pick([2, 3, 5, 7] as const);
  const local = region.acoem && random.chance(0.8) ? region.acoem : undefined;
  const chapter = local ? `${local.chapter} ${local.title}` : `${general} ${chapters[general]}`;
  const pages = somePages(random, local?.pages ?? generalPages[general]);
  return cite('MTUS', () =>
    cite('ACOEM', (path) => [
      'MTUS ACOEM',
      random.chance(0.9) ? [' Chapter ', mark(`${path}.chapter`, chapter)] : '',
      local && random.chance(0.15)
        ? [
            ', ',
            mark(`${path}.section`, random.pick(['Special Studies', 'Physical Methods', 'Surgical Considerations'])),
          ]
        : '',
      random.chance(0.85) ? printPages(random, path, pages) : '',
    ]),
  );
};

const chronicPain: Clause = (random, cite, { topic }) =>
  cite('MTUS', (path) => [
    'MTUS ',
    mark(
      `${path}.guideline`,
      random.pick([
        'Chronic Pain Treatment Guidelines',
        'Chronic Pain Treatment Guidelines',
        'Chronic Pain Medical Treatment Guidelines',
      ]),
    ),
    random.chance(0.85)
      ? [
          random.pick([' ', ' ', ', ']),
          mark(`${path}.section`, topic.name),
          random.pick(['', '', '', ' Topic', ' section']),
        ]
      : '',
    random.chance(0.1)
      ? [', ', mark(`${path}.regulation`, random.pick(['9792.20(f)', '9792.24.2', '9792.20(e)']))]
      : '',
    random.chance(0.85) ? printPages(random, path, somePages(random, topic.pages)) : '',
  ]);

const otherMtus: Clause = (random, cite, { region }) =>
  cite('MTUS', (path) => {
    const kind = random.int(0, 2);
    if (kind === 0 || !region.regulation)
      return ['MTUS ', mark(`${path}.guideline`, 'Acupuncture Treatment Guidelines')];
    if (kind === 1)
      return [
        'MTUS ',
        mark(`${path}.guideline`, 'Postsurgical Treatment Guidelines'),
        printPages(random, path, somePages(random, [10, 27])),
      ];
    return [
      'MTUS ',
      mark(`${path}.regulation`, region.regulation),
      ' ',
      mark(`${path}.section`, region.acoem?.title ?? ''),
    ];
  });

const odg: Clause = (random, cite, treatment) => {
  const region = treatment.category === 'pharmaceutical' ? undefined : treatment.region;
  return cite('ODG', (path) => {
    const name = random.pick([
      'Official Disability Guidelines (ODG)',
      'Official Disability Guidelines (ODG)',
      'Official Disability Guidelines',
      'ODG',
      'Official Disability Guidelines ()DG)',
    ]);
    const chapter = mark(`${path}.chapter`, random.pick(region?.odg ?? ['Pain']));
    const topic = mark(`${path}.section`, treatment.odgTopic);
    return [
      name,
      random.pick([
        () => [', ', chapter, ' Chapter'],
        () => ['; ', chapter, ' Section, ', topic],
        () => [', ', chapter, ' Chapter, section on ', topic],
        () => [', ', chapter, ', ', topic],
        () => [', ', chapter, ' Chapter, ', topic],
        () => [', ', chapter, ' Chapter ', topic],
        () => [' ', chapter, ', ', topic],
        () => '',
      ] as (() => Markup)[])(),
    ];
  });
};

const authors = ['Kelly', 'Chou', 'Manchikanti', 'Bigos', 'Turk', 'van Tulder', 'Furlan', 'Deyo'];
const works = [
  'textbook of rheumatology, vol 1',
  'Interventional therapies, surgery, and interdisciplinary rehabilitation for low back pain',
  "Campbell's Operative Orthopaedics, 11th edition",
  'Pharmacologic management of chronic neuropathic pain',
];
const plainWorks = [
  'http://www.drugs.com/pro/terocin.html',
  'FDA (Omeprazole)',
  'web MD',
  'Physicians Desk Reference',
  'http://www.ncbi.nlm.nih.gov/pubmed/18538629',
  'National Guidelines Clearinghouse',
  'AAOS position statement on reimbursement of the first assistant at surgery',
  "Mosby's Drug Consult",
];

const other: Clause = (random, cite) => {
  const plain = (): Markup => cite('OTHER', (path) => mark(`${path}.guideline`, random.pick(plainWorks)));
  const authored = (): Markup =>
    cite('OTHER', (path) => [
      mark(
        `${path}.guideline`,
        `${random.pick(authors)}${random.pick(['', ' et al.', ' and Waddell'])} (${random.int(1995, 2014)}), ${random.pick(works)}`,
      ),
      random.chance(0.5) ? [', pgs. ', mark(`${path}.pages.0`, `${random.int(100, 600)}-${random.int(10, 99)}`)] : '',
    ]);
  return random.pick([
    plain,
    plain,
    authored,
    () => [plain(), '; ', plain()],
    () => [plain(), '  based on ', authored()],
  ])();
};

/** Two topics of one guideline, each with its pages: two entries. */
const twoTopics: Clause = (random, cite, { topic }) => {
  const guideline = 'Chronic Pain Treatment Guidelines';
  const second = random.pick([
    'Weaning of Medications',
    'Functional improvement measures',
    'Medications for chronic pain',
  ]);
  return [
    cite('MTUS', (path) => {
      const pages = somePages(random, topic.pages);
      return [
        'MTUS ',
        mark(`${path}.guideline`, guideline),
        ' ',
        mark(`${path}.section`, topic.name),
        ' Page(s): ',
        pages.map((page, n) => [n > 0 ? ', ' : '', mark(`${path}.pages.${n}`, page)]),
      ];
    }),
    '; ',
    cite('MTUS', (path) => [
      fact(`${path}.guideline`, guideline, ''),
      mark(`${path}.section`, second),
      ' Page(s): ',
      mark(`${path}.pages.0`, String(random.int(48, 124))),
    ]),
  ];
};

/** Two sources of the MTUS in one clause. */
const twoSources: Clause = (random, cite, treatment) => [
  acoem(random, cite, treatment),
  random.pick([', ', '; ']),
  cite('MTUS', (path) => [
    mark(`${path}.guideline`, 'Chronic Pain Treatment Guidelines'),
    ' ',
    mark(`${path}.section`, treatment.topic.name),
    printPages(random, path, somePages(random, treatment.topic.pages)),
  ]),
];

/** The writing of late 2015 and after: `Chronic Pain Medical Treatment 2009, Section(s): Opioids, criteria for use`. */
const laterWriting: Clause = (random, cite, { topic, region }) => {
  const local = region.acoem && random.chance(0.5) ? region.acoem.title : undefined;
  return [
    local
      ? [
          cite('MTUS', (path) => [
            'MTUS ',
            mark(`${path}.guideline`, `${local} 2004`),
            ', Section(s): ',
            mark(`${path}.section`, random.pick(['Special Studies', 'Physical Methods', 'Initial Care'])),
          ]),
          ', and ',
        ]
      : '',
    cite('MTUS', (path) => [
      local ? '' : 'MTUS ',
      mark(`${path}.guideline`, 'Chronic Pain Medical Treatment 2009'),
      ', Section(s): ',
      mark(`${path}.section`, topic.name),
    ]),
  ];
};

const mtusClauses: readonly Clause[] = [
  chronicPain,
  chronicPain,
  chronicPain,
  chronicPain,
  acoem,
  acoem,
  acoem,
  otherMtus,
  twoTopics,
  twoSources,
  laterWriting,
];
const based = 'Decision based on ';
const nonMtus = 'Decision based on Non-MTUS Citation ';

/** What the `side` relied on, as the issues layout states it, marked as the statement at `path`. */
export function guidelineStatement(random: Random, side: Side, treatment: Treatment, path: string): Markup {
  const cite = citer(path);
  const space = random.pick([' ', '  ']);
  const stop = random.pick(['.', '.', '.', '']);
  const notMtus = `The ${side} did not base their decision on the MTUS.`;
  const mtus = (): Markup => [based, random.pick(mtusClauses)(random, cite, treatment), '.'];
  const elsewhere = (): Markup => [nonMtus, (random.chance(0.75) ? odg : other)(random, cite, treatment), stop];
  const form = random.int(1, 20);
  const of = (): Markup => {
    if (form === 1) return `The ${side} did not cite any medical evidence for its decision.`;
    if (form === 2) return notMtus;
    if (form <= 7) return [notMtus, space, elsewhere()];
    if (form <= 12) return [mtus(), space, elsewhere()];
    return mtus();
  };
  return mark(path, of());
}
