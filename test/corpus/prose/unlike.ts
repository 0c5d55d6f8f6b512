import { flatten, type Markup } from '../marked-text.ts';

const tries = 4;

/** The first of a few drafts whose text is not in `said`, which it joins; a repetition when none is new. */
export function unlike<T extends Markup>(said: Set<string>, draft: () => T): T {
  let words = draft();
  for (let n = 1; n < tries && said.has(flatten(words).text); n++) words = draft();
  said.add(flatten(words).text);
  return words;
}
