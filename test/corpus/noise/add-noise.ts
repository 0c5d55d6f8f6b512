import type { NoiseLevel } from '../case-plan.ts';
import type { MarkedText } from '../marked-text.ts';
import type { Random } from '../random.ts';
import {
  headingCase,
  labelCase,
  labelWording,
  missingColons,
  missingTitleColons,
  numberedItems,
  splitHeadings,
} from './labels.ts';
import { ligatures, missingSpaces, nonBreakingSpaces, redactionGaps, smartQuotes } from './typography.ts';

type Noise = (letter: MarkedText, random: Random) => MarkedText;

/** A trouble, with how likely a letter has it. */
type Likely = readonly [likelihood: number, noise: Noise];

const atAnyLevel: readonly Likely[] = [
  [0.3, (letter, random) => missingSpaces(letter, random, 0.03)],
  [0.3, (letter, random) => redactionGaps(letter, random, 0.005)],
];
const fromOne: readonly Likely[] = [
  [0.3, labelWording],
  [0.3, labelCase],
  [0.15, headingCase],
  [0.4, smartQuotes],
  [0.2, (letter, random) => nonBreakingSpaces(letter, random, random.pick([0.02, 0.2, 1]))],
];
const atTwo: readonly Likely[] = [
  [0.3, (letter, random) => missingColons(letter, random, 0.5)],
  [0.15, (letter, random) => missingTitleColons(letter, random, 0.5)],
  [0.25, numberedItems],
  [0.3, (letter, random) => splitHeadings(letter, random, 0.3)],
];
/** After all that tells labels by their letters. */
const lastAtTwo: readonly Likely[] = [[0.3, ligatures]];

/** `letter` with the troubles of its level in its wording; those of its setting are in its print style. */
export function addNoise(letter: MarkedText, level: NoiseLevel, random: Random): MarkedText {
  const noises = [...atAnyLevel, ...(level > 0 ? fromOne : []), ...(level > 1 ? [...atTwo, ...lastAtTwo] : [])];
  return noises.reduce((text, [likelihood, noise]) => (random.chance(likelihood) ? noise(text, random) : text), letter);
}
