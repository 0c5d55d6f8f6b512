import type { TreatmentCategory } from '../../model/clinical-facts.ts';
import { dosePattern } from './doses.ts';
import { drugName } from './drug-names.ts';
import { equipmentWords, injectionWords, surgeryWords, testWords } from './procedure-words.ts';
import { wordPattern } from './word-pattern.ts';

/**
 * The words of each category, in the order that decides when one phrase holds words of several. The order follows what
 * is asked for, not what it is asked for with or after:
 *
 * - a ride, dental work, home care and behavioral care are that, whoever evaluates for them or is visited;
 * - a program is one, whatever therapies it holds; but a home exercise program is therapy;
 * - therapy is therapy, also "post-operative" and with an evaluation;
 * - "surgery consultation", "injection follow-up visit", "pre-operative clearance" are visits;
 * - a device that is implanted is surgery, one that is worn or rented is equipment, also after surgery;
 * - a "guided" injection, or one of a named drug, is an injection; a discogram is a test though it injects;
 * - "pre-operative EKG" is a test; what remains of surgery is surgery; a drug is what is no more than a drug.
 */
export const categoryWords: readonly (readonly [TreatmentCategory, RegExp])[] = [
  [
    'transport',
    wordPattern(['taxi', 'mileage', 'shuttle', 'car service', 'round[ -]trip'], ['transport', 'ambulance']),
  ],
  [
    'dental',
    wordPattern(
      ['tooth', 'teeth', 'molars?', 'root canal', 'oral (?:appliance|surgery)', '(?:occlusal|bite|TMJ) splints?'],
      [
        'dent(?:al|ist|ure)',
        'periodon',
        'endodon',
        'orthodon',
        'prosthodon',
        'gingiv',
        '(?:night|mouth|occlusal|bite)[ -]?guard',
        'mandibular advancement',
      ],
    ),
  ],
  [
    'home-health',
    wordPattern(
      [
        'home[ -]?(?:health|help|attendant|aide)(?:[ -]?care)?',
        'home[ -]?care(?! (?:system|kit|unit|device))',
        'in-home (?:care|support)',
        'attendant care',
        'LVN',
      ],
      [
        'home[ -]?(?:maker|nurs|assist)',
        'house[ -]?(?:keep|clean)',
        'care[ -]?(?:giver|taker)',
        '(?:skilled|private[ -]duty|visiting|in-home) nurs',
      ],
    ),
  ],
  [
    'behavioral-health',
    wordPattern(
      [
        'CBT',
        'EMDR',
        'stress management',
        'relaxation training',
        'mental health',
        'group therapy',
        'cognitive (?:therapy|training)',
      ],
      [
        'psych',
        'neuro-?psych',
        'behaviou?ral (?:therap|health|medicine|intervention|treatment|counsel|pain)',
        'cognitive[ -]behaviou?ral',
        'bio-?feedback',
        'hypno(?:sis|ther)',
        'counsel',
        'mindful',
        'substance abuse',
      ],
    ),
  ],
  [
    'programs',
    wordPattern(
      [
        'functional restoration',
        'FRP',
        'after-?care',
        'work[ -](?:hardening|conditioning)',
        'weight[ -](?:loss|reduction|management)',
        '(?<!home )(?:pain|pain management|rehabilitation|rehab|HELP|exercise|fitness|wellness|cessation|aftercare|restoration|day treatment) programs?',
      ],
      ['(?:multi|inter)[ -]?disciplinary', '(?:gym|pool|club|YMCA|fitness) ?member', 'detox'],
    ),
  ],
  [
    'rehabilitation',
    wordPattern(
      [
        '(?:physical|physio|occupational|aqua|aquatic|pool|land|hand|hydro|manual|massage|vestibular|speech|exercise|shock ?-?wave|laser|light|neurostimulation|ultrasound|infrared|decompression|motion)[ -]?(?:based )?therap(?:y|ies|ist)',
        'PT',
        'OT',
        'ESWT',
        'LINT',
        'massages?',
        'acupressure',
        'cupping',
        'manipulations?(?! under)',
        '(?:manipulative|osteopathic) (?:treatment|therapy)',
        'myofascial release',
        'home exercises?',
        'therapeutic (?:exercises?|activity|activities|ultrasound)',
        'gait training',
        'spinal traction',
        'work simulation',
        'rehab',
        '(?:continued?|ongoing|additional|further|outpatient) therapy',
        'therapy (?:sessions?|visits?)',
        '(?:sessions?|visits?) of therapy',
        'physical medicine (?:treatment|modality|modalities)',
      ],
      [
        '(?:electro-?)?acupunctur',
        'chiro',
        'kinesio ?-?tap',
        'neuromuscular re-?educat',
        'shock ?-?wave',
        'rehabilitat',
        'physical modalit',
        'aquatic (?:exercise|rehab)',
      ],
    ),
  ],
  [
    'evaluation-and-management',
    wordPattern(
      [
        'office (?:outpatient )?visits?',
        '(?:follow[ -]?-?ups?|clinic|physician|doctor|specialist|outpatient|recheck|return|established patient|new patient) (?:office )?(?:visits?|appointments?|care)',
        'medication management',
        'second opinion',
        'FCE',
        'history (?:and|&) physical',
        'H ?& ?P',
        'E ?[&/] ?M',
        'follow[ -]?-?ups?(?= ?$)',
        'clearance',
        'medical clearance',
      ],
      [
        '(?:tele-?)?consult',
        '(?:re-?)?evaluat',
        're-?examin',
        'examination',
        're-?check',
        'assessment',
        'functional capacity',
      ],
    ),
  ],
  [
    'surgery',
    wordPattern(
      ['SCS', 'intrathecal (?:\\w{1,12} )?(?:pump|trial)'],
      [
        '(?:spinal cord|dorsal column|root ganglion|peripheral nerve|SCS|implant|implanted|implantable) ?(?:neuro-?)?stimulat',
        'intrathecal (?:\\w{1,12} )?implant',
      ],
    ),
  ],
  ['dmepos', equipmentWords],
  ['injections', injectionWords],
  ['diagnostic-testing', testWords],
  ['surgery', surgeryWords],
  [
    'pharmaceuticals',
    new RegExp(
      `\\b(?:(?:prescriptions?|compound(?:ed|s)?|topical|oral|generic|medications?|medicines?|drugs?|opioids?|narcotics?|NSAIDs?|antidepressants?|relaxants?|antibiotics?)\\b(?! (?:screen|test|panel|review|manage))|(?:tabs?|tablets?|caps?|capsules?|pills?|creams?|ointments?|lotions?|patch(?:es)?|gels?|suspension|syrup|suppositor(?:y|ies)|lozenges?|medical (?:foods?|marijuana|cannabis)|cannabis|inhalers?|nasal spray|eye drops)\\b)|${drugName}|${dosePattern}`,
      'i',
    ),
  ],
];

/** Words that only decide where a title has none of the above. */
export const lastCategoryWords: readonly (readonly [TreatmentCategory, RegExp])[] = [
  [
    'evaluation-and-management',
    wordPattern(
      [
        'visits?',
        'appointments?',
        'follow[ -]?-?ups?',
        'specialists?',
        '\\w{0,14}surgeons?',
        'internal medicine',
        'pain management',
      ],
      [
        'referral',
        'refer to',
        'physiatr',
        'podiatr',
        'orthopa?ed',
        '\\w{3,14}ologist',
        '(?:neur|rheumat|cardi|ur|gastroenter|dermat|ophthalm|pulmon)\\w{0,4}ology',
      ],
    ),
  ],
  ['surgery', wordPattern(['(?:associated )?surgical services?'])],
  ['programs', wordPattern(['programs?'])],
  [
    'pharmaceuticals',
    /\b(?:\d{1,2} refills?|refills? ?[:x#]? ?\d{1,2}|(?:unspecified|unknown) (?:strength|dose|dosage))\b|# ?(?:[3-9]\d|[1-9]\d\d)\b/i,
  ],
];
