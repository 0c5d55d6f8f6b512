/** The marks around found words in a search snippet: private-use characters, which letters do not have. */
export const snippetMarks = { open: '\uE000', close: '\uE001' } as const;
