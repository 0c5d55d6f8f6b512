import type { BodyPart } from '../../../shared/model/clinical-facts.ts';

/** The parts of the body that letters speak of, with the guideline chapters on each. */
export interface Region {
  readonly name: string;
  /** As titles name it; no title names the psyche, which lies in the head. */
  readonly part: BodyPart;
  /** The 2004 ACOEM Practice Guidelines: chapter, title, and the pages it spans. */
  readonly acoem?: { readonly chapter: number; readonly title: string; readonly pages: readonly [number, number] };
  /** The title of the ODG chapter, in the ways letters print it. */
  readonly odg: readonly string[];
  /** The article of 8 CCR that adopts the ACOEM chapter. */
  readonly regulation?: string;
  readonly sides: boolean;
  readonly levels: readonly string[];
  readonly diagnoses: readonly string[];
  readonly findings: readonly string[];
}

const lumbar: Region = {
  name: 'lumbar spine',
  part: 'lumbar-spine',
  acoem: { chapter: 12, title: 'Low Back Complaints', pages: [287, 310] },
  odg: ['Low Back', 'Low Back'],
  regulation: '9792.23.5',
  sides: false,
  levels: ['L3-L4', 'L4-5', 'L4-L5', 'L5-S1', 'L4-5 and L5-S1', 'L3-4, L4-5 and L5-S1', 'L2 - L3'],
  diagnoses: [
    'lumbar radiculopathy',
    'lumbago',
    'L4-5 disc herniation',
    'lumbar facet arthropathy',
    'degenerative disc disease of the lumbar spine',
    'failed back surgery syndrome',
    'lumbar spinal stenosis',
    'sacroiliitis',
    'lumbar sprain and strain',
    'pain in the low back and left hip',
  ],
  findings: [
    'Straight leg raising was positive on the left at 45 degrees.',
    'There was tenderness to palpation over the L4-L5 paraspinal muscles with spasm.',
    'Lumbar flexion was limited to 40 degrees and extension to 10 degrees.',
    'Deep tendon reflexes were 2+ and symmetric at the knees and 1+ at the ankles.',
  ],
};

const cervical: Region = {
  name: 'cervical spine',
  part: 'cervical-spine',
  acoem: { chapter: 8, title: 'Neck and Upper Back Complaints', pages: [165, 188] },
  odg: ['Neck & Upper Back', 'Neck and Upper Back', 'Neck'],
  regulation: '9792.23.1',
  sides: false,
  levels: ['C3-C4', 'C5-6', 'C6-C7', 'C4-5 and C5-6', 'C5-6, C6-7', 'T7-T8'],
  diagnoses: [
    'cervicalgia',
    'cervical radiculopathy',
    'cervical spondylosis without myelopathy',
    'cervical strain/sprain',
    'neck and upper back pain',
    'C5-6 disc protrusion',
    'cervicogenic headache',
  ],
  findings: [
    "Spurling's maneuver was positive on the right.",
    'There was decreased sensation in the C6 dermatome.',
    'Cervical rotation was limited to 50 degrees bilaterally.',
    'Trapezius trigger points with a twitch response were palpated.',
  ],
};

const shoulder: Region = {
  name: 'shoulder',
  part: 'shoulder',
  acoem: { chapter: 9, title: 'Shoulder Complaints', pages: [195, 219] },
  odg: ['Shoulder'],
  regulation: '9792.23.2',
  sides: true,
  levels: [],
  diagnoses: ['rotator cuff tear', 'adhesive capsulitis', 'shoulder impingement syndrome', 'bicipital tendinitis'],
  findings: [
    'Abduction was limited to 90 degrees by pain.',
    "Neer's and Hawkins' tests were positive.",
    'Strength in external rotation was 4/5.',
  ],
};

const elbow: Region = {
  name: 'elbow',
  part: 'elbow',
  acoem: { chapter: 10, title: 'Elbow Complaints', pages: [227, 249] },
  odg: ['Elbow'],
  regulation: '9792.23.3',
  sides: true,
  levels: [],
  diagnoses: ['lateral epicondylitis', 'medial epicondylitis, bilateral', 'cubital tunnel syndrome'],
  findings: ["Tinel's sign was positive at the cubital tunnel.", 'The lateral epicondyle was tender to palpation.'],
};

const wrist: Region = {
  name: 'wrist',
  part: 'wrist',
  acoem: { chapter: 11, title: 'Forearm, Wrist, and Hand Complaints', pages: [253, 285] },
  odg: ['Forearm, Wrist, & Hand', 'Carpal Tunnel Syndrome'],
  regulation: '9792.23.4',
  sides: true,
  levels: [],
  diagnoses: ['carpal tunnel syndrome', "De Quervain's tenosynovitis", 'trigger finger', 'TFCC tear'],
  findings: ["Phalen's and Tinel's signs were positive.", 'Grip strength by Jamar was 20/22/18 kg on the right.'],
};

const knee: Region = {
  name: 'knee',
  part: 'knee',
  acoem: { chapter: 13, title: 'Knee Complaints', pages: [329, 360] },
  odg: ['Knee & Leg', 'Knee and Leg', 'Knee'],
  regulation: '9792.23.6',
  sides: true,
  levels: [],
  diagnoses: ['medial meniscus tear', 'chondromalacia patellae', 'osteoarthrosis of the knee', 'ACL tear'],
  findings: [
    'There was a mild effusion and medial joint line tenderness.',
    "McMurray's test was positive medially.",
    'Range of motion was 0 to 110 degrees with crepitus.',
  ],
};

const ankle: Region = {
  name: 'ankle',
  part: 'ankle',
  acoem: { chapter: 14, title: 'Ankle and Foot Complaints', pages: [361, 386] },
  odg: ['Ankle & Foot', 'Ankle and Foot'],
  regulation: '9792.23.7',
  sides: true,
  levels: [],
  diagnoses: ['ankle sprain', 'plantar fasciitis', 'posterior tibial tendon dysfunction', 'tarsal tunnel syndrome'],
  findings: ['The anterior drawer test was negative.', 'Gait was antalgic; the heel was tender.'],
};

const hip: Region = {
  name: 'hip',
  part: 'hip',
  odg: ['Hip & Pelvis'],
  sides: true,
  levels: [],
  diagnoses: ['trochanteric bursitis', 'hip labral tear', 'osteoarthritis of the hip'],
  findings: ["Patrick's test reproduced groin pain.", 'Internal rotation was limited to 15 degrees.'],
};

const mind: Region = {
  name: 'psyche',
  part: 'head',
  acoem: { chapter: 15, title: 'Stress Related Conditions', pages: [385, 410] },
  odg: ['Mental Illness & Stress'],
  regulation: '9792.23.8',
  sides: false,
  levels: [],
  diagnoses: [
    'major depressive disorder',
    'generalized anxiety disorder',
    'post-traumatic stress disorder',
    'insomnia',
  ],
  findings: ['The Beck Depression Inventory score was 31.', 'Affect was constricted; there was no suicidal ideation.'],
};

/** The regions of the body proper. */
export const bodyRegions: readonly Region[] = [
  lumbar,
  lumbar,
  lumbar,
  cervical,
  cervical,
  shoulder,
  knee,
  wrist,
  elbow,
  ankle,
  hip,
];
export const regions = { lumbar, cervical, shoulder, elbow, wrist, knee, ankle, hip, mind };
