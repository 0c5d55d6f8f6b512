import type { TreatmentCategory } from '../../model/clinical-facts.ts';
import { dosePattern } from './doses.ts';
import { drugName } from './drug-names.ts';

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
  ['transport', /\btransport(?:ation|s|ing)?\b|\b(?:taxi|ambulance|mileage|shuttle|car\s+service|round[\s-]trip)\b/i],
  [
    'dental',
    /\b(?:dent(?:al|ist|istry|ures?)|tooth|teeth|molars?|root\s+canal|periodon\w{2,6}|endodon\w{2,6}|orthodon\w{2,6}|prosthodon\w{2,6}|gingiv\w{1,9}|oral\s+(?:appliance|surg\w{1,5})|(?:night|mouth|occlusal|bite)\s?-?guards?|(?:occlusal|bite)\s?-?splints?|mandibular\s+advancement)\b/i,
  ],
  [
    'home-health',
    /\bhome[\s-]?(?:health|care|help|maker|nurs\w{1,4}|attendant|assist\w{1,5}|makers?)(?:\s?-?care)?\b(?!\s+(?:system|kit|unit|device))|\b(?:house[\s-]?(?:keep\w{1,4}|clean\w{1,4})|care\s?-?(?:giver|taker)s?|attendant\s+care|(?:skilled|private[\s-]duty|visiting|in-home)\s+nurs\w{1,4}|in-home\s+(?:care|support\w{0,4}|assist\w{1,5}))\b/i,
  ],
  [
    'behavioral-health',
    /\bpsych(?!\w{0,12}(?:tropic|active)\s+(?:drug|pill))(?:e|o|i)?\w{0,16}\b|\b(?:cognitive[\s-]?(?:-?behaviou?ral)?\s+(?:behaviou?r\s+)?(?:therap\w{1,4}|treatment|intervention|training)|CBT|behaviou?ral\s+(?:therap\w{1,4}|health|medicine|interventions?|treatment|counseling|pain)|bio-?feedback|hypno\w{3,9}|(?:neuro)?psych\w{2,12}|counsel\w{2,6}|stress\s+management|relaxation\s+training|mental\s+health|mindfulness\w{0,8}|EMDR|group\s+therapy|substance\s+abuse)\b/i,
  ],
  [
    'programs',
    /\b(?:functional\s+restoration|(?:multi|inter)[\s-]?disciplinary|work[\s-](?:hardening|conditioning)|(?:gym|pool|health\s+club|YMCA|fitness)\s?(?:and\s+pool\s+)?member\w{1,5}|weight[\s-](?:loss|reduction|management)|(?:pain|pain\s+management|rehabilitation|detox\w{0,9}|HELP|exercise|fitness|wellness|smoking\s+cessation|aftercare|NESP|restoration|day\s+treatment)\s+program(?:me)?s?|FRP|after-?care|detox(?:ification)?)\b(?<!\bhome\s+exercise\s+programs?)/i,
  ],
  [
    'rehabilitation',
    /\b(?:(?:physical|physio|occupational|aqua(?:tic)?|pool|land|hand|hydro|manual|massage|vestibular|speech|exercise|shock\s?-?wave|laser|light|intense\s+neurostimulation|ultrasound|infrared|decompression|range[\s-]of[\s-]motion)[\s-]?(?:based\s+)?therap(?:y|ies|ist)|physical\s+(?:medicine\s+(?:treatment|modalit)\w{0,4}|rehabilitation|modalit\w{1,4})|PT|OT|aqua(?:tic)?s?\s+(?:exercise|rehab\w{0,9})|acu(?:puncture|pressure)\w{0,2}|electro-?acupuncture|acupuncturist|chiro\w{0,9}|manipulations?(?!\s+under)|(?:manipulative|osteopathic)\s+(?:treatment|therapy)|massages?|myofascial\s+release|cupping|kinesio\w{0,3}\s?taping|home\s+exercise\w{0,1}|therapeutic\s+(?:exercises?|activit\w{1,4}|ultrasound)|neuromuscular\s+re-?education|gait\s+training|(?:extracorporeal\s+)?shock\s?-?wave|ESWT|LINT|rehab(?:ilitation)?|spinal\s+traction|work\s+simulation|(?:continued?|ongoing|additional|further|outpatient)\s+therapy|therapy\s+(?:sessions?|visits?)|(?:sessions?|visits?)\s+of\s+therapy)\b/i,
  ],
  [
    'evaluation-and-management',
    /\b(?:(?:tele-?)?consult(?:s|ation|ations|ing)?|office\s+(?:outpatient\s+)?visits?|(?:follow[\s-]?-?ups?|clinic|physician|doctor|specialist|outpatient|re-?check|established\s+patient|new\s+patient)\s+(?:office\s+)?(?:visits?|appointments?|care|consult\w{0,6}|eval\w{0,8}|exam\w{0,8})|return\s+visits?|re-?(?:evaluat\w{1,4}|examin\w{1,6}|check)|evaluations?|assessments?|examinations?|medication\s+management|(?:medical|surgical|cardiac|preop\w{0,7}|pre-?\s?op(?:erative)?|internal\s+medicine)\s+(?:\w{1,12}\s+)?clearance|clearance|second\s+opinion|functional\s+capacity|FCE|history\s+(?:and|&)\s+physical|H\s?&\s?P|E\s?(?:&|\/)\s?M)\b|\bfollow[\s-]?-?ups?\s*$/i,
  ],
  [
    'surgery',
    /\b(?:spinal\s+cord|dorsal\s+(?:column|root\s+ganglion)|peripheral\s+nerve|SCS)\s?(?:neuro)?stimulat\w{2,4}\b|\bSCS\b|\bintrathecal\s+(?:\w{1,12}\s+){0,2}(?:pump|trial|implant\w{0,5})|\b(?:implant\w{0,5}|neuro)\s?-?stimulat\w{2,4}\b/i,
  ],
  [
    'dmepos',
    /\b(?:TENS|tens\s+units?|H-?\s?wave|inter-?ferential|IF\s?-?units?|IF-?\d|(?:muscle|neuro-?muscular|electrical|bone(?:\s+growth)?|nerve|stim|NMES)\s+(?:stim\w{0,8}\s+)?(?:stimulators?|units?)|(?:DMEs?|DMEPOS|durable\s+medical\s+equipment)|(?<!\d\s?)units?(?!\s+of\b)(?=\s*$|\s+(?:rental|purchase|with|and|supplies|trial|pads?|wrap))|(?:cold|hot|heat|ice|cryo|thermal|thermo|vaso|contrast|compression)[\s/-]?(?:\/?\s?(?:cold|hot|heat|ice|compression|cool)\s?)?-?(?:therapy|packs?|units?|wraps?|machines?|cuff|pneumatic|devices?)|cryotherapy|polar\s?care|game\s?-?ready|vascutherm\w{0,3}|aqua\s?-?therm|brac(?:e|es|ing)|ortho(?:sis|ses|tics?)|LSO|TLSO|AFO|(?:walking\s+)?boots?|CAM\s+(?:boot|walker)|splints?|slings?|collars?|immobili[sz]ers?|corsets?|(?:lumbar|back|wrist|knee|ankle|elbow|thumb)\s+(?:supports?|sleeves?|belts?)|canes?|crutch(?:es)?|walkers?|wheel\s?-?chairs?|scooters?|mattress\w{0,2}|(?:hospital|adjustable|tempurpedic)\s+beds?|bed|pillows?|cushions?|chairs?|commodes?|grab\s+bars?|shower\s+\w{3,6}|bath\s?(?:tub)?\s+\w{3,6}|toilet\s+\w{3,6}|traction|CPM|continuous\s+passive\s+motion|(?:pneumatic|intermittent|sequential)\s+compression|DVT\s+(?:unit|device|prophylaxis|pump|compression)|compression\s+(?:stockings?|hose|garments?|sleeves?)|stockings?|garments?|electrodes?|batter(?:y|ies)|heating\s+pads?|pads?|(?:CPAP|BiPAP)|hearing\s+aids?|eye\s?-?glasses|prosthe(?:sis|ses|tics?)|shoes?|inserts|footwear|exercise\s+(?:kits?|equipment|balls?|bands?|bikes?)|kits?|ramps?|van|lifts?|supplies|rentals?|purchases?|device|equipment)\b/i,
  ],
  [
    'injections',
    /\b(?:(?!discogra)(?:injections?|injected|infusions?|infiltration)|epidurals?|(?:T?F|L|C|I)?ESIs?|(?:nerve|branch|facet|medial|ganglion|joint|root|sympathetic|plexus|epidural|bier|caudal|occipital|level|diagnostic|sacroiliac|lumbar|cervical|thoracic)\s?(?:\w{1,12}\s)?blocks?|blocks?|MBBs?|SNRBs?|radio\s?-?frequency|RFA|RFTC|rhizotom\w{1,3}|neurotom\w{1,3}|neurolysis|(?:visco|hyal)\w{3,18}|synvisc\w{0,4}|orthovisc|supartz|euflexxa|hyalgan|monovisc|gel-?one|(?:platelet[\s-]rich\s+plasma|PRP)|prolotherapy|trigger\s?-?points?|chemodenervation|botulinum\w{0,2}|botox|intramuscular|IM|cortisone\s+shots?|shots?)\b/i,
  ],
  [
    'diagnostic-testing',
    /\b(?:MR[IA]s?|MR\s+arthrogra\w{1,3}|magnetic\s+resonance|(?:x\s?-?\s?rays?|xrays?|radiogra\w{1,6}|roentgen\w{0,6})|CTs?(?:\s+(?:scans?|myelogra\w{1,3}))?|CAT\s+scans?|computed\s+tomogra\w{1,3}|(?:bone|PET|MUGA|DEXA|SPECT)\s+scans?|DEXA|scans?|EMGs?|NCVs?|NCSs?|NCV\/EMG|electro(?:myo|diagnos|cardio|encephalo)\w{2,9}|nerve\s+conduction|EKGs?|ECGs?|EEGs?|echocardiogra\w{1,3}|(?:sono|ultrasono)gra\w{1,3}|(?:diagnostic\s+)?ultrasounds?|dopplers?|duplex|myelogra\w{1,3}|arthrogra\w{1,3}|discogra\w{1,3}|angiogra\w{1,3}|(?:urine|drug|toxicolog\w{1,3}|UDS|UDT|urinalysis|blood|serum|hair|saliva|genetic|DNA|cytochrome)\s?(?:drug\s+)?(?:screen\w{0,4}|test\w{0,4}|toxicolog\w{1,3}|panels?|studies|study|work|analys[ie]s)|toxicology|urinalysis|UDS|UDT|UA|(?:pre-?op\w{0,7}\s+)?lab(?:s|orator\w{1,3})?|CBC|CMP|BMP|TSH|ESR|CRP|chem(?:istry)?\s?-?\d{0,2}\s+panel|metabolic\s+panel|liver\s+(?:function|panel)|hemoglobin|A1C|PT\/(?:PTT|INR)|INR|sleep\s+stud(?:y|ies)|polysomnogra\w{1,3}|(?:pulmonary|liver|kidney|renal)\s+function|stress\s+test\w{0,3}|treadmill|VNG|ENG|audiogra\w{1,3}|colonoscop\w{1,3}|endoscop\w{1,3}|EGD|(?:diagnostic|imaging|vascular|sensory|strength|muscle|range[\s-]of[\s-]motion|ROM|computeri[sz]ed\s+(?:\w{1,12}\s+){0,3})\s?(?:tests?|testing|studies|study|measure\w{1,5})|imaging|plain\s+films?|(?:AP|lateral)\s+views?)\b/i,
  ],
  [
    'surgery',
    /\b(?:surger(?:y|ies)|surgical\s+(?:procedure|intervention|treatment|repair|release|exploration|decompression|excision|removal|correction)|operation|ACDF|ALIF|PLIF|TLIF|XLIF|LLIF|ORIF|(?!phleb|anat|lob)\w{2,18}(?:ectom(?:y|ies)|ostom(?:y|ies)|otom(?:y|ies)|plast(?:y|ies)|desis|pexy|rrhaphy)|arthroscop\w{1,6}|fusions?|repairs?|releases?|reconstructions?|debridements?|decompressions?|fixation|transpositions?|implant(?:s|ation)?|hardware\s+removal|removal\s+of\s+(?:\w{1,12}\s+){0,2}(?:hardware|implant|screws?|plates?)|excisions?|resections?|explorations?|amputations?|grafts?|grafting|(?:knee|hip|shoulder|elbow|ankle|wrist|joint|dis[ck])\s+(?:joint\s+)?(?:replacements?|revisions?)|total\s+(?:knee|hip|shoulder)|manipulation\s+under\s+an(?:a)?esthesia|MUA|assistant\s+surgeon|surgical\s+assistant|assistant:?\s+PA|co-?surgeon|in-?patient|hospital\s+(?:stay|days?|admission)|length\s+of\s+stay|facility(?:\s+fee)?|an(?:a)?esthesia|an(?:a)?esthesiologist)\b/i,
  ],
  [
    'pharmaceuticals',
    new RegExp(
      `\\b(?:(?:prescription|refills?\\s+of|compound\\w{0,4}|topical|oral|generic|medications?|medicines?|drugs?|opioids?|narcotics?|NSAIDs?|antidepressants?|muscle\\s+relaxants?|antibiotics?)\\b(?!\\s+(?:screen|test|panel|review|manage))|(?:tab(?:let)?s?|cap(?:sule)?s?|pills?|creams?|ointments?|lotions?|patch(?:es)?|gels?|suspension|syrup|suppositor\\w{1,3}|lozenges?|lollipops?|medical\\s+foods?|medical\\s+(?:marijuana|cannabis)|cannabis|inhalers?|nasal\\s+spray|eye\\s+drops)\\b)|${drugName}|${dosePattern}`,
      'i',
    ),
  ],
];

/** Words that only decide where a title has none of the above. */
export const lastCategoryWords: readonly (readonly [TreatmentCategory, RegExp])[] = [
  [
    'evaluation-and-management',
    /\b(?:referrals?|refer\s+to|visits?|appointments?|follow[\s-]?-?ups?|specialists?|physiatr\w{1,4}|\w{3,14}olog(?:y|ists?)|\w{3,14}surgeons?|surgeon|podiatr\w{1,4}|internal\s+medicine|pain\s+management|orthop(?:a)?ed\w{1,4})\b/i,
  ],
  ['surgery', /\b(?:associated|surgical)\s+(?:surgical\s+)?services?\b/i],
  ['pharmaceuticals', /\b(?:\d{1,2}\s+refills?|refills?\s*[:x#]?\s*\d{1,2})\b/i],
];
