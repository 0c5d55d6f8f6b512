/** What a person typed into the search box, as expressions for FTS5 (https://sqlite.org/fts5.html#full_text_query_syntax). */
export interface SearchQuery {
  /** One expression for each word or phrase that must be found. */
  readonly wanted: readonly string[];
  /** One expression for each word or phrase that must not be found. */
  readonly unwanted: readonly string[];
  /** What could not be taken literally, as a sentence for the person. */
  readonly hint?: string;
}

/** More than this many words and phrases are cut off, so that no query is too deep for FTS5. */
const maxTerms = 40;

/** `-"a phrase"`, `"a phrase"`, `-word`, `word`, `wor*`; a quotation mark that is never closed runs to the end. */
const termPattern = /(?<minus>(?<![^\s"])-)?(?:"(?<phrase>[^"]*)(?<closed>"?)|(?<word>[^\s"]+))/gu;

/**
 * Reads a query: words are all wanted, the last one also as the beginning of a word, `"words in quotation marks"`
 * together in this order, and `-word` not at all. Any text is a valid query.
 */
export function parseSearchQuery(text: string): SearchQuery {
  const terms = [...clean(text).matchAll(termPattern)].map(({ groups = {} }) => ({
    not: groups['minus'] !== undefined,
    text: groups['phrase'] ?? groups['word'] ?? '',
    quoted: groups['phrase'] !== undefined,
    unclosed: groups['closed'] === '',
  }));
  const usable = terms.filter((term) => /[\p{L}\p{N}\p{Co}]/u.test(term.text));
  const kept = usable.slice(0, maxTerms);
  const last = kept.at(-1);
  const expression = (term: (typeof terms)[number]) => {
    const asPrefix = !term.quoted && (term.text.endsWith('*') || (term === last && !term.not));
    return `"${term.text}"${asPrefix ? ' *' : ''}`;
  };

  const hints: string[] = [];
  if (terms.some((term) => term.unclosed)) hints.push('A quotation mark is not closed; the phrase runs to the end.');
  const unusable = terms.find((term) => !usable.includes(term));
  if (unusable) hints.push(`${unusable.text || 'An empty phrase'} has no letters or digits and was left out.`);
  if (usable.length > kept.length) hints.push(`Only the first ${maxTerms} words were searched for.`);
  return {
    wanted: kept.filter((term) => !term.not).map(expression),
    unwanted: kept.filter((term) => term.not).map(expression),
    ...(hints.length > 0 && { hint: hints.join(' ') }),
  };
}

/** Straight quotation marks for typographic ones, spaces for control characters (FTS5 would stop at a NUL). */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[“”„‟«»]/gu, '"')
    .replace(/\p{Cc}/gu, ' ');
}
