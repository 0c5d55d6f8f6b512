import type { BodyPart } from '../../model/clinical-facts.ts';
import type { Span } from '../../model/span.ts';

/** The words for each part of the body, and for structures that lie in no other. */
const partWords: readonly (readonly [BodyPart, string])[] = [
  ['cervical-spine', 'cervical(?: (?:spine|region))?|neck|c ?[-/] ?(?:spine|s\\b)'],
  ['thoracic-spine', 'thoracic(?: (?:spine|region))?|(?:upper|mid|middle)[ -]?back|t ?[-/] ?(?:spine|s\\b)'],
  [
    'lumbar-spine',
    'lumb(?:ar sacral|ar|osacral)(?: (?:spine|region))?|low(?:er)?[ -]?back|l ?[-/] ?s? ?(?:spine|s\\b)|lumbago|[tpax]lif|lso',
  ],
  ['sacroiliac-joint', 'sacro-? ?iliac(?: joints?)?|SI joints?|SIJ'],
  ['head', 'head|brain|skull|cranial|facial|face|nose|nasal|sinus|occipital'],
  ['eye', 'eyes?|ocular|orbit(?:al)?'],
  ['ear', 'ears?'],
  ['jaw', 'jaws?|TMJ|temporo-?mandibular(?: joints?)?'],
  ['chest', 'chest|ribs?|sternum|stern(?:al|ocostal|oclavicular)|costochondral'],
  ['abdomen', 'abdom(?:en|inal)|inguinal|umbilical|groin'],
  ['pelvis', 'pelvi(?:s|c)|coccyx|sacr(?:um|al)'],
  [
    'upper-extremity',
    'upper (?:extremit(?:y|ies)|limbs?)|upper(?= ?(?:and|&|\\/) ?lower (?:extremit|limb))|[RLB]UEs?|UEs?|arms?',
  ],
  [
    'lower-extremity',
    'lower (?:extremit(?:y|ies)|limbs?)|lower(?= ?(?:and|&|\\/) ?upper (?:extremit|limb))|[RLB]LEs?|LEs?|legs?',
  ],
  [
    'shoulder',
    'shoulders?|rotator cuffs?|sub-?acromial(?: space)?|gleno-?humeral(?: joints?)?|acromio-?clavicular(?: joints?)?|AC joints?|(?:distal )?clavic(?:le|ular)|labrum|scapul(?:a|ar)',
  ],
  ['upper-arm', 'upper arms?|humer(?:us|al)|biceps|triceps'],
  [
    'elbow',
    'elbows?|cubital tunnels?|(?:lateral|medial) epicondyl(?:itis|e|es|ar)|epicondyl(?:itis|e|es|ar)|olecranon',
  ],
  ['forearm', 'forearms?|radial tunnels?'],
  ['wrist', 'wrists?|carpal tunnels?|TFCC|carpus|de ?quervain\\S{0,2}'],
  ['hand', 'hands?|fingers?|thumbs?|digits?|metacarp(?:al|als|o-?phalangeal)|carpo-?metacarpal(?: joints?)?'],
  ['hip', 'hips?|(?:greater )?trochant(?:er|eric)|acetabul(?:um|ar)'],
  ['thigh', 'thighs?|femur|hamstrings?|quadriceps'],
  [
    'knee',
    'knees?|patell(?:a|ar|o-?femoral)|menisc(?:us|i|al|ectomy)|ACL|anterior cruciate(?: ligament)?|chondromalacia',
  ],
  ['lower-leg', 'lower legs?|tibi(?:a|al)|fibul(?:a|ar)|cal(?:f|ves)|shins?'],
  ['ankle', 'ankles?|achilles(?: tendon)?|tarsal tunnels?|talus|subtalar(?: joint)?'],
  ['foot', 'foot|feet|heels?|plantar(?: fascia)?|toes?|hallux|metatars(?:al|als|us)|bunions?'],
  ['spine', 'spinal column|spine|back'],
];

/**
 * A segment of the spine or several of it: `L4-5`, `L4 - L5`, `C5-6`, `T7-T8`, `L3-4-5`, `C7-T1`, `S1`. Only segments
 * that exist, so that neither the brace L3702 nor a quantity of T20 is one.
 */
const level = (letter: string, numbers: string): string =>
  `${letter} ?(?:${numbers})(?: ?[-/] ?(?:[CTLS] ?)?(?:1[0-2]|[1-9])(?![\\d.])){0,4}(?![\\w%]|\\.\\d| ?-?weighted)`;
const levels: readonly (readonly [BodyPart, string])[] = [
  ['cervical-spine', level('C', '[1-8]')],
  ['thoracic-spine', level('T', '1[0-2]|[1-9]')],
  ['lumbar-spine', level('L', '[1-6]')],
  // The first sacral root leaves beside the last lumbar disc and is judged by the same chapters.
  ['lumbar-spine', level('S', '[1-5]')],
];
/** Where the words mean something else. */
const notThePart =
  '(?!back ?-?pack|hand ?-?held|head ?-?ache|handicap|face[ -]to[ -]face|(?:foot|feet) (?:long|tall)|arms? ?-?rest|neck ?-?tie|back to work|spinal cord)';

const words = [...partWords, ...levels];
const notAPerson = '(?!\\w| (?:surgeons?|specialists?|physicians?|doctors?|clinic)\\b)';
const anyPart = new RegExp(
  `(?<![\\w-])${notThePart}(?:${words.map(([, named]) => named).join('|')})${notAPerson}`,
  'gi',
);
const eachPart = words.map(([part, named]) => [part, new RegExp(`(?:${named})${notAPerson}`, 'iy')] as const);

/** A part of the body named in a folded text. */
export interface NamedPart extends Span {
  readonly part: BodyPart;
}

/** The parts named in a folded text, in its order, none inside another. */
export function namedParts(text: string): NamedPart[] {
  return [...text.matchAll(anyPart)].flatMap(({ index, 0: { length } }) => {
    const found = eachPart.find(([, pattern]) => {
      pattern.lastIndex = index;
      return pattern.test(text);
    });
    return found ? [{ part: found[0], start: index, end: index + length }] : [];
  });
}
