const tries = 4;

/** The first of a few drafts that is not in `said`, which it joins; a repetition when none is new. */
export function unlike(said: Set<string>, draft: () => string): string {
  let text = draft();
  for (let n = 1; n < tries && said.has(text); n++) text = draft();
  said.add(text);
  return text;
}
