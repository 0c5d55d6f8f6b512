/** A pattern for folded text of whole `words` and of `stems` with which a word starts. */
export const wordPattern = (words: readonly string[], stems: readonly string[] = []): RegExp =>
  new RegExp(`\\b(?:(?:${words.join('|')})\\b${stems.length > 0 ? `|${stems.join('|')}` : ''})`, 'i');
