import { availableParallelism } from 'node:os';
import { toParseOutput } from '../../shared/letter/parse-output.ts';
import type { ParseOutput } from '../../shared/model/letter-parse.ts';
import { createLetterReader } from '../import/letter-reader.ts';
import { readInOrder } from '../import/read-in-order.ts';
import { unpackContent } from '../library/packed-content.ts';
import { type Command, readArgs, UsageError } from './command.ts';
import { onOneLine } from './terminal.ts';

/** `parse FILE… [--json [--facts]]` */
export const parse: Command = async (args, terminal) => {
  const { values, positionals } = readArgs(args, { json: { type: 'boolean' }, facts: { type: 'boolean' } });
  if (positionals.length === 0) throw new UsageError('Name at least one file to parse.');
  if (values.facts && !values.json) throw new UsageError('The option --facts goes with --json.');
  const reader = createLetterReader({ threads: Math.min(positionals.length, availableParallelism()) });
  let failed = false;
  try {
    const files = positionals.map(
      (name) => ({ name, source: { ok: true, value: { path: terminal.path(name) } } }) as const,
    );
    for await (const { name, letter } of readInOrder(files, reader, new AbortController().signal)) {
      if (!letter.ok) {
        failed = true;
        terminal.complain(`${onOneLine(name)}: ${letter.error.message}`);
        continue;
      }
      const parsed = unpackContent(letter.value.content).parse;
      const output = toParseOutput(parsed, name, letter.value.sha256);
      const printed = values.facts ? { ...output, facts: parsed.facts } : output;
      await terminal.print(values.json ? JSON.stringify(printed) : inShort(output));
    }
  } finally {
    await reader.close();
  }
  return failed ? 1 : 0;
};

function inShort({ file, layout, case: { number, items }, diagnostics }: ParseOutput): string {
  const lines = [`${onOneLine(file)}: ${layout === 'unrecognised' ? 'no IMR letter recognised' : `layout ${layout}`}`];
  if (number) lines.push(`  case ${number}`);
  for (const { ordinal, title, decision } of items) lines.push(`  ${ordinal}. ${title}: ${decision}`);
  for (const { severity, message } of diagnostics) lines.push(`  ${severity}: ${message}`);
  return lines.join('\n');
}
