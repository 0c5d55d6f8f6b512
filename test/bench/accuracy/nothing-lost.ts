import type { LetterParse } from '../../../shared/model/letter-parse.ts';
import { printed } from './printed.ts';

/**
 * The first way in which a parse breaks the promise that nothing is lost: every printed character of `source` is in
 * the reading text, once and in order, or in the furniture; every printed character of the reading text is in one
 * section or unassigned; every span covers its text. Undefined when it keeps it.
 */
export function brokenPromise(source: string, parse: LetterParse): string | undefined {
  let kept = '';
  let from = 0;
  for (const { start, end, text } of parse.furniture) {
    if (source.slice(start, end) !== text) return `furniture ${start}-${end} is not its text`;
    kept += source.slice(from, start);
    from = end;
  }
  if (printed(kept + source.slice(from)) !== printed(parse.readingText))
    return 'the reading text is not the source text';

  const { readingText } = parse;
  let end = 0;
  for (const stretch of [...parse.sections, ...parse.unassigned].sort((a, b) => a.start - b.start)) {
    if (stretch.start < end) return `two stretches overlap at ${stretch.start}`;
    if (printed(readingText.slice(end, stretch.start)) !== '') return `nothing holds the text at ${end}`;
    end = stretch.end;
  }
  if (printed(readingText.slice(end)) !== '') return `nothing holds the text at ${end}`;

  const { summary, items } = parse.case;
  const statements = items.flatMap(({ claimsAdministrator, reviewer, rationale }) => [
    claimsAdministrator,
    ...claimsAdministrator.citations,
    reviewer,
    ...reviewer.citations,
    rationale,
  ]);
  const astray = [summary, ...parse.unassigned, ...statements].find(
    (span) => readingText.slice(span.start, span.end) !== span.text,
  );
  return astray && `the span ${astray.start}-${astray.end} is not its text`;
}
