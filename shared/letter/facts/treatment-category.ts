import type { TreatmentCategory } from '../../model/clinical-facts.ts';
import type { Span } from '../../model/span.ts';
import { categoryWords, lastCategoryWords } from './category-words.ts';
import { codeCategory } from './procedure-codes.ts';

/** A category, with the place in the title of the words that decide. */
export interface DecidedCategory extends Span {
  readonly value: TreatmentCategory;
}

/** What ends a phrase: the first phrase that names a treatment tells what is asked for, the rest what it goes with. */
const phraseEnd =
  /[,;:()[\]]|\s-\s|\s?[&+]\s|\b(?:and|for|with|without|under|following|after|before|prior\s+to|due\s+to|status\s+post|s\/p|to|at|from|per|in|on|including|includes)\b/gi;
/** Words that name no treatment by themselves: how another is guided, when it is given, what it goes with. */
const setAside =
  /\b(?:associated\s+surgical\s+services?|(?:fluoroscop\w{1,8}|ultrasound|x-?ray|MRI|CT|EMG|image)(?:-|\s+)?guid(?:ed|ance)|(?:non-?|pre|post)[\s-]?(?:surgical|operative|op|surgery)|(?:surgery|surgical)\s+cent(?:er|re))\b/gi;
/** Visits that belong to a field of care are counted with it, wherever the title names it. */
const fieldsOfCare: ReadonlySet<TreatmentCategory> = new Set([
  'dental',
  'home-health',
  'behavioral-health',
  'programs',
]);

/**
 * The treatment category of an item by its title (folded), undefined when nothing in it decides. The first phrase with
 * words of a category decides; within a phrase the order of {@link categoryWords} does. Without such words, a
 * code of CPT or HCPCS (`codes`, as places in the title) tells.
 */
export function treatmentCategory(title: string, codes: readonly Span[]): DecidedCategory | undefined {
  const text = title.replace(setAside, (words) => ' '.repeat(words.length));
  const phrases = phrasesOf(text);
  const found = firstIn(text, phrases, categoryWords);
  if (found?.value === 'evaluation-and-management') {
    const fields = categoryWords.filter(([category]) => fieldsOfCare.has(category));
    return firstIn(text, phrases, fields) ?? found;
  }
  return found ?? byCode(title, codes) ?? firstIn(title, [{ start: 0, end: title.length }], lastCategoryWords);
}

function byCode(title: string, codes: readonly Span[]): DecidedCategory | undefined {
  for (const { start, end } of codes) {
    const value = codeCategory(title.slice(start, end));
    if (value) return { value, start, end };
  }
  return undefined;
}

function phrasesOf(text: string): Span[] {
  const phrases: Span[] = [];
  let start = 0;
  for (const { index, 0: words } of text.matchAll(phraseEnd)) {
    phrases.push({ start, end: index });
    start = index + words.length;
  }
  return [...phrases, { start, end: text.length }].filter(
    ({ start: from, end }) => text.slice(from, end).trim() !== '',
  );
}

function firstIn(text: string, phrases: readonly Span[], words: typeof categoryWords): DecidedCategory | undefined {
  for (const { start, end } of phrases) {
    const phrase = text.slice(start, end);
    for (const [value, pattern] of words) {
      const match = pattern.exec(phrase);
      if (match) return { value, start: start + match.index, end: start + match.index + match[0].trimEnd().length };
    }
  }
  return undefined;
}
