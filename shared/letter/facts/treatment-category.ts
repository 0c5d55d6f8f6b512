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
  /(?<joint>[,;]|\s?[&+]\s|\band\b)|[:()[\]]|\s-\s|\b(?:for|with|without|under|following|after|before|prior to|due to|status post|s\/p|to|at|from|per|in|on|including|includes)\b/gi;
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
  if (found?.value === 'pharmaceuticals') {
    // "Lidocaine and Kenalog injection": drugs that are injected, unlike "Norco after the injection".
    const first = phrases.findIndex(({ end }) => end >= found.end);
    const apart = phrases.findIndex(({ joined }, n) => n > first && !joined);
    const drugs = phrases.slice(first, apart < 0 ? undefined : apart);
    return (
      firstIn(
        text,
        drugs,
        categoryWords.filter(([category]) => category === 'injections'),
      ) ?? found
    );
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

/** A stretch of a title; `joined` to the one before it by a comma or "and", not by a preposition. */
interface Phrase extends Span {
  readonly joined: boolean;
}

function phrasesOf(text: string): Phrase[] {
  const phrases: Phrase[] = [];
  let start = 0;
  let joined = false;
  for (const { index, 0: words, groups } of text.matchAll(phraseEnd)) {
    phrases.push({ start, end: index, joined });
    start = index + words.length;
    joined = groups?.['joint'] !== undefined;
  }
  phrases.push({ start, end: text.length, joined });
  return phrases.filter(({ start: from, end }) => text.slice(from, end).trim() !== '');
}

function firstIn(text: string, phrases: readonly Span[], words: typeof categoryWords): DecidedCategory | undefined {
  for (const { start, end } of phrases) {
    const phrase = text.slice(start, end);
    for (const [value, pattern] of words) {
      const match = pattern.exec(phrase);
      if (!match) continue;
      // A pattern may hold but the start of its last word.
      const rest = /^\w{1,30}/.exec(phrase.slice(match.index + match[0].length));
      const to = match.index + match[0].trimEnd().length + (/\w$/.test(match[0]) ? (rest?.[0].length ?? 0) : 0);
      return { value, start: start + match.index, end: start + to };
    }
  }
  return undefined;
}
