/**
 * Checks that no regular expression of the program can take more than linear time, whatever the text:
 * `npm run check:regex`. Exits with 1 for one that may, unless it is listed with its reason, and for a reason that is no
 * longer needed.
 */
import { collectRegexes } from './collect-regexes.ts';
import { exceptions } from './exceptions.ts';
import { slowPath } from './slow-path.ts';

const unused = new Set(exceptions);
const cleared = new Set<string>();
const regexes = await collectRegexes();
for (const { file, line, source, flags, computed } of regexes) {
  const literal = `/${source}/${flags}`;
  if (cleared.has(literal)) continue;
  const reason = computed ? 'it is only known when the program runs' : slowPath(source, flags);
  if (reason === undefined) {
    cleared.add(literal);
    continue;
  }
  const known = exceptions.find((exception) => exception.file === file && exception.source === source);
  if (known) unused.delete(known);
  else {
    console.error(`${file}:${line} may take more than linear time: ${reason}.\n  ${literal}`);
    process.exitCode = 1;
  }
}
for (const { file, source } of unused) {
  console.error(`test/regex-check/exceptions.ts lists a pattern of ${file} that needs no exception: ${source}`);
  process.exitCode = 1;
}
if (process.exitCode === undefined) console.log(`${regexes.length} regular expressions take linear time.`);
