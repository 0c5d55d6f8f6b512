import type { BodyPart } from '../../model/clinical-facts.ts';

/** The words for each part of the body, and for structures that lie in no other. Earlier ones win at the same place. */
const partWords: readonly (readonly [BodyPart, string])[] = [
  ['cervical-spine', 'cervical(?:\\s+(?:spine|region))?|neck|c\\s?[-/]\\s?(?:spine|s\\b)'],
  [
    'thoracic-spine',
    'thoracic(?:\\s+(?:spine|region))?|(?:upper|mid|middle)(?:\\s|-)?back|t\\s?[-/]\\s?(?:spine|s\\b)',
  ],
  [
    'lumbar-spine',
    'lumb(?:ar|osacral)(?:\\s+(?:spine|region))?|low(?:er)?(?:\\s|-)?back|l\\s?[-/]\\s?s?\\s?(?:spine|s\\b)|lumbago|[tpax]lif|lso',
  ],
  ['sacroiliac-joint', 'sacro-?\\s?iliac(?:\\s+joints?)?|SI\\s+joints?|SIJ'],
  ['head', 'head|brain|skull|cranial|facial|face|nose|nasal|sinus|occipital'],
  ['eye', 'eyes?|ocular|orbit(?:al)?'],
  ['ear', 'ears?'],
  ['jaw', 'jaws?|TMJ|temporo-?mandibular(?:\\s+joints?)?'],
  ['chest', 'chest|ribs?|sternum|stern(?:al|ocostal|oclavicular)|costochondral'],
  ['abdomen', 'abdom(?:en|inal)|inguinal|umbilical|groin'],
  ['pelvis', 'pelvi(?:s|c)|coccyx|sacr(?:um|al)'],
  [
    'upper-extremity',
    'upper\\s+(?:extremit(?:y|ies)|limbs?)|upper(?=\\s{0,2}(?:and|&|\\/)\\s{0,2}lower\\s+(?:extremit|limb))|[RLB]UEs?|UEs?|arms?',
  ],
  [
    'lower-extremity',
    'lower\\s+(?:extremit(?:y|ies)|limbs?)|lower(?=\\s{0,2}(?:and|&|\\/)\\s{0,2}upper\\s+(?:extremit|limb))|[RLB]LEs?|LEs?|legs?',
  ],
  [
    'shoulder',
    'shoulders?|rotator\\s+cuffs?|sub-?acromial(?:\\s+space)?|gleno-?humeral(?:\\s+joints?)?|acromio-?clavicular(?:\\s+joints?)?|AC\\s+joints?|(?:distal\\s+)?clavic(?:le|ular)|labrum|scapul(?:a|ar)',
  ],
  ['upper-arm', 'upper\\s+arms?|humer(?:us|al)|biceps|triceps'],
  ['elbow', 'elbows?|cubital\\s+tunnels?|(?:lateral|medial)\\s+epicondyl\\w{1,5}|epicondyl\\w{1,5}|olecranon'],
  ['forearm', 'forearms?|radial\\s+tunnels?'],
  ['wrist', 'wrists?|carpal\\s+tunnels?|TFCC|carpus|de\\s?quervain\\S{0,2}'],
  ['hand', 'hands?|fingers?|thumbs?|digits?|metacarp(?:al|als|o-?phalangeal)|carpo-?metacarpal(?:\\s+joints?)?'],
  ['hip', 'hips?|(?:greater\\s+)?trochant(?:er|eric)|acetabul(?:um|ar)'],
  ['thigh', 'thighs?|femur|hamstrings?|quadriceps'],
  [
    'knee',
    'knees?|patell(?:a|ar|o-?femoral)|menisc(?:us|i|al|ectomy)|ACL|anterior\\s+cruciate(?:\\s+ligament)?|chondromalacia',
  ],
  ['lower-leg', 'lower\\s+legs?|tibi(?:a|al)|fibul(?:a|ar)|cal(?:f|ves)|shins?'],
  ['ankle', 'ankles?|achilles(?:\\s+tendon)?|tarsal\\s+tunnels?|talus|subtalar(?:\\s+joint)?'],
  ['foot', 'foot|feet|heels?|plantar(?:\\s+fascia)?|toes?|hallux|metatars(?:al|als|us)|bunions?'],
  ['spine', 'spinal\\s+column|spine|back'],
];

/**
 * A segment of the spine or several of it: `L4-5`, `L4 - L5`, `C5-6`, `T7-T8`, `L3-4-5`, `C7-T1`, `S1`. Only segments
 * that exist, so that neither the brace L3702 nor a quantity of T20 is one.
 */
const level = (letter: string, numbers: string): string =>
  `${letter}\\s?(?:${numbers})(?:\\s?[-/]\\s?[CTLS]?\\s?(?:1[0-2]|[1-9])(?![\\d.])){0,4}(?![\\w%]|\\.\\d|\\s?-?weighted)`;
const levels: readonly (readonly [BodyPart, string])[] = [
  ['cervical-spine', level('C', '[1-8]')],
  ['thoracic-spine', level('T', '1[0-2]|[1-9]')],
  ['lumbar-spine', level('L', '[1-6]')],
  // The first sacral root leaves beside the last lumbar disc and is judged by the same chapters.
  ['lumbar-spine', level('S', '[1-5]')],
];
/** Where the words mean something else. */
const notThePart =
  '(?!back\\s?-?pack|hand\\s?-?held|head\\s?-?ache|handicap|face[\\s-]to[\\s-]face|(?:foot|feet)\\s+(?:long|tall)|arms?\\s?-?rest|neck\\s?-?tie|back\\s+to\\s+work|spinal\\s+cord)';

const groups = [...partWords, ...levels];
const source = `(?<![\\w-])${notThePart}(?:${groups.map(([, words], n) => `(?<p${n}>${words})`).join('|')})(?![\\w])`;
/** Matches a body part (flags `gi`); {@link partOf} tells which. */
export const bodyPartPattern = source;

/** The part of the body that a match of {@link bodyPartPattern} names. */
export function partOf(match: RegExpExecArray): BodyPart | undefined {
  return groups.find((_, n) => match.groups?.[`p${n}`] !== undefined)?.[0];
}
