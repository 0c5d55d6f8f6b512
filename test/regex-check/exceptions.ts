/** Patterns that the check can't clear, though their searches take linear time. */
export interface Exception {
  readonly file: string;
  /** The pattern, or the expression that makes it when the program runs. */
  readonly source: string;
  /** Why its time can't outgrow the text. */
  readonly reason: string;
}

export const exceptions: readonly Exception[] = [
  {
    file: 'electron/export/text-tokens.ts',
    source: '\\s+|\\S*[-\\u2010][^\\S\\n]+\\S+|\\S+',
    reason:
      'Every character starts a match, so no search fails. A start reads one word, and the spaces behind its hyphens, which the next match takes.',
  },
  {
    file: 'shared/corrections/set-fact.ts',
    source: "words.join('\\\\s+')",
    reason:
      'Words with their special characters escaped and white space between them: each stretch of white space follows a word, which no white space can be part of.',
  },
];
