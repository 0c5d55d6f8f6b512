import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { gap, newline, tight } from '../marked-text.ts';
import type { PrintStyle } from './print-style.ts';

let compiler: NodeCompiler | undefined;
let template: string | undefined;

const fontFile = '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf';
/** All letters carry one date, so that the same letter gives the same bytes. */
const createdAt = Date.UTC(2015, 0, 5) / 1000;

/** Space between lines, in em of the type of 11 points, and margins at the sides, in inches. */
const settingOf = ({ emptyLines, width }: PrintStyle) => ({
  // As many double-spaced lines on a page as the seeds have, about 40.
  leading: emptyLines === 1 ? 0.8 : 0.65,
  margin: width < 70 ? 2 : 1,
});

/** About how many pages `printPdf` sets `text` on: rather one too many than one too few. */
export function estimatePages(text: string, style: PrintStyle): number {
  const { leading, margin } = settingOf(style);
  const lineWidth = (8.5 - 2 * margin) * 12.5;
  const pitch = 11 * (leading + 0.67);
  const paragraphs = text.split(new RegExp(`[${gap}${tight}${newline}]`));
  const lines = paragraphs.reduce((sum, paragraph) => sum + Math.max(1, Math.ceil(paragraph.length / lineWidth)), 0);
  const gaps = text.split(gap).length - 1;
  return (lines * pitch + gaps * 11 * (leading + 0.7)) / (9 * 72);
}

/**
 * Sets `text` as the pages of a PDF, double or single spaced as `style` says, with `footer` and the page's number at
 * the foot of each page. The lines are Typst's own. Throws when Typst refuses.
 */
export function printPdf(text: string, style: PrintStyle, footer?: string): Uint8Array {
  compiler ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: [readFileSync(createRequire(import.meta.url).resolve(fontFile))] }],
  });
  template ??= readFileSync(new URL('./letter.typ', import.meta.url), 'utf8');
  const paragraphs = text
    .split(gap)
    .flatMap((block) => block.split(tight).map((paragraph, n) => ({ gap: n === 0, lines: paragraph.split(newline) })));
  const letter = {
    paragraphs,
    footer: footer ?? null,
    ...settingOf(style),
  };
  const compiled = compiler.compile({ mainFileContent: template, inputs: { letter: JSON.stringify(letter) } });
  if (!compiled.result) {
    const reasons = compiled.takeError()?.shortDiagnostics ?? [];
    throw new Error(`The letter could not be typeset: ${JSON.stringify(reasons)}`);
  }
  const pdf = Uint8Array.from(compiler.pdf(compiled.result, { creationTimestamp: createdAt }));
  compiler.evictCache(0);
  return pdf;
}
