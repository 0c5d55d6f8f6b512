import type { LetterRow } from '../../shared/model/letter.ts';
import { snippetMarks } from '../../shared/model/snippet-marks.ts';
import type { LibraryClient } from '../library/library-client.ts';
import { type Command, readArgs, required } from './command.ts';
import { onOneLine } from './terminal.ts';
import { withLibrary } from './with-library.ts';

const pageSize = 500;

/** `list|search --library DIR [QUERY] [--json]` */
export const list: Command = async (args, terminal) => {
  const { values, positionals } = readArgs(args, { library: { type: 'string' }, json: { type: 'boolean' } });
  const dir = terminal.path(required('library', values.library));
  await withLibrary({ dir, create: false }, async (library) => {
    const hints = new Set<string>();
    for await (const letter of allLetters(library, positionals.join(' '), (hint) => hints.add(hint))) {
      await terminal.print(values.json ? JSON.stringify(letter) : inShort(letter));
    }
    for (const hint of hints) terminal.complain(hint);
  });
  return 0;
};

/** All letters that a query finds, page after page; with an empty query, all letters of the library. */
export async function* allLetters(
  library: LibraryClient,
  query: string,
  onHint: (hint: string) => void = () => {},
): AsyncGenerator<LetterRow> {
  if (query.trim() !== '') await library.enterOutdated();
  let from = 0;
  let list: number | undefined;
  for (;;) {
    const page = await library.listLetters({ query, from, list, limit: pageSize });
    if (page.hint) onHint(page.hint);
    yield* page.rows;
    if (page.rows.length === 0) return;
    from += page.rows.length;
    list = page.list;
  }
}

function inShort({ id, fileName, status, items, noteCount, snippet }: LetterRow): string {
  const decisions = items.map(({ decision }) => decision).join(', ') || 'no items';
  const line = `${id}\t${onOneLine(fileName)}\t${status}\t${decisions}\t${noteCount} notes`;
  return snippet === undefined ? line : `${line}\n\t${plain(snippet)}`;
}

const plain = (snippet: string) =>
  snippet.replaceAll(snippetMarks.open, '').replaceAll(snippetMarks.close, '').replace(/\s+/g, ' ');
