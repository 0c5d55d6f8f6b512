import type { DamagedFile, Verified } from '../library/library-api.ts';
import { type Command, readArgs, required } from './command.ts';
import { onOneLine } from './terminal.ts';
import { withLibrary } from './with-library.ts';

const batchSize = 200;

/** `verify --library DIR [--json]`: exit status 1 when anything is not what was stored. */
export const verify: Command = async (args, terminal) => {
  const { values } = readArgs(args, { library: { type: 'string' }, json: { type: 'boolean' } });
  const dir = terminal.path(required('library', values.library));
  return withLibrary({ dir, create: false, backups: false }, async (library) => {
    const originals = await inBatches((after: string | undefined) => library.verifyOriginals(after, batchSize));
    const texts = await inBatches((after: number | undefined) => library.verifyTexts(after, batchSize));
    const damaged = [...originals.damaged, ...texts.damaged];
    for (const { fileName, sha256, message } of damaged) {
      terminal.complain(`${onOneLine(fileName ?? sha256)}: ${message}`);
    }
    const report = { originals: originals.checked, letters: texts.checked, damaged };
    await terminal.print(
      values.json
        ? JSON.stringify(report)
        : `${report.originals} originals and the texts of ${report.letters} letters checked, ${damaged.length} damaged`,
    );
    return damaged.length > 0 ? 1 : 0;
  });
};

async function inBatches<Key>(check: (after: Key | undefined) => Promise<Verified<Key>>) {
  let checked = 0;
  const damaged: DamagedFile[] = [];
  let after: Key | undefined;
  do {
    const batch = await check(after);
    checked += batch.checked;
    damaged.push(...batch.damaged);
    after = batch.next;
  } while (after !== undefined);
  return { checked, damaged };
}
