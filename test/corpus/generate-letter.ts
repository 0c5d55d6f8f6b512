import { createHash } from 'node:crypto';
import { casePlan, type NoiseLevel } from './case-plan.ts';
import { type Gold, goldOf } from './gold.ts';
import { type GoldFacts, goldFactsOf } from './gold-facts.ts';
import { type CorpusLayout, corpusLayoutNames, corpusLayouts } from './layouts/corpus-layouts.ts';
import { flatten, type MarkedText } from './marked-text.ts';
import { addNoise } from './noise/add-noise.ts';
import { pageFurniture } from './noise/page-furniture.ts';
import { printStyle } from './noise/print-styles.ts';
import { estimatePages } from './print/print-pdf.ts';
import type { PrintStyle } from './print/print-style.ts';
import { printText } from './print/print-text.ts';
import { letterRandom } from './random.ts';

export interface GeneratedLetter {
  /** `0001` for the first letter. */
  readonly name: string;
  readonly layout: CorpusLayout;
  readonly noise: NoiseLevel;
  /** The letter's text with its marks, noise included, before it was set in lines. */
  readonly written: MarkedText;
  readonly style: PrintStyle;
  readonly footer?: (page: number) => string;
  /** The text file. */
  readonly source: string;
  /** The gold of the text file, named `NAME.txt`. */
  readonly gold: Gold;
  /** The clinical facts, which the parse output does not hold. */
  readonly facts: GoldFacts;
}

export interface LetterOptions {
  readonly noise: NoiseLevel;
  /** One layout for all letters; without it, a letter in two is of the layout of the seeds. */
  readonly layout?: CorpusLayout;
}

/** A letter that would be longer has fewer items. */
const mostPages = 15;

/** Letter `index` (from 0) of the corpus of `seed`: the same for the same arguments, whatever the other letters are. */
export function generateLetter(seed: number, index: number, { noise, layout: wanted }: LetterOptions): GeneratedLetter {
  const draw = (purpose: string) => letterRandom(seed, index, purpose);
  const choice = draw('layout');
  const layout = wanted ?? (choice.chance(0.4) ? 'issues' : choice.pick(corpusLayoutNames));
  const style = printStyle(draw('style'), noise);
  const write = (mostItems: number) => {
    const plan = casePlan(draw('case'), noise, mostItems);
    const { text, footer } = corpusLayouts[layout](plan, draw('wording'));
    return { plan, footer, written: addNoise(flatten(text), noise, draw('noise')) };
  };
  let letter = write(12);
  while (letter.plan.items.length > 1 && estimatePages(letter.written.text, style) > mostPages) {
    letter = write(letter.plan.items.length - 1);
  }
  const { plan, footer, written } = letter;
  // What stands at the head and foot of pages takes no room from the text.
  const bare = { header: () => [], footer: () => [] };
  const { pages } = printText(written.text, style, draw('pages'), bare);
  const around = pageFurniture(draw('furniture'), noise, plan.number, pages, footer);
  const { source, furniture } = printText(written.text, style, draw('pages'), around);
  const name = String(index + 1).padStart(4, '0');
  const sha256 = createHash('sha256').update(source).digest('hex');
  const gold = goldOf(written, `${name}.txt`, sha256, furniture);
  const facts = goldFactsOf(written, plan.items);
  return { name, layout, noise, written, style, ...(footer && { footer }), source, gold, facts };
}
