import { printableText } from './printable-text.ts';
import { textTokens } from './text-tokens.ts';

/**
 * A stretch of text as the report template takes it. Everything is data to the template; none of it is Typst source.
 * - `text`: with the highlight's piece, its depth and its innermost note when highlighted
 * - `solid`: runs that stay together on one line
 * - `chip`: the number of a note that starts here, with a space after it
 * - `line`: a line break; `gap`: a place without a space where a line may break
 */
export type Run =
  | TextRun
  | { readonly solid: readonly Run[] }
  | { readonly chip: number }
  | { readonly line: true }
  | { readonly gap: true };

export interface TextRun {
  readonly text: string;
  readonly piece?: number;
  readonly depth?: number;
  readonly note?: number;
}

export type Paragraph = readonly Run[];

/** Collects runs, joining plain text with the plain text before it. */
export class RunCollector {
  readonly runs: Run[] = [];

  push(run: Run): void {
    const last = this.runs.at(-1);
    if ('text' in run && last && 'text' in last && run.piece === last.piece) {
      this.runs[this.runs.length - 1] = { ...last, text: last.text + run.text };
    } else this.runs.push(run);
  }
}

/** A text without highlights as runs; line feeds in it become line breaks. `width` is that of its place. */
export function textRuns(text: string, width: 'page' | 'column' = 'page'): Paragraph {
  const printable = printableText(text);
  const collector = new RunCollector();
  let spaced = true;
  for (const { start, end, kind } of textTokens(printable, width)) {
    const piece = printable.slice(start, end);
    if (kind === 'space') pushSpace(collector, { text: piece });
    else {
      if (!spaced) collector.push({ gap: true });
      collector.push(kind === 'solid' ? { solid: [{ text: piece }] } : { text: piece });
    }
    spaced = kind === 'space';
  }
  return collector.runs;
}

/** Text of several paragraphs, split where it has empty lines. */
export function textParagraphs(text: string): Paragraph[] {
  return printableText(text)
    .split(/\n[^\S\n]*\n\s*/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => textRuns(paragraph));
}

/** White space of the text: the line feeds in it as line breaks, the rest as typed. */
export function pushSpace(collector: RunCollector, space: TextRun): void {
  space.text.split('\n').forEach((text, i) => {
    if (i > 0) collector.push({ line: true });
    if (text !== '') collector.push({ ...space, text });
  });
}
