/** Reads exported PDFs back with readers that had no part in writing them: poppler, qpdf and pdf.js. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a command-line tool prints about a PDF; `-` in `args` before or after the file name as the tool wants it. */
export function tool(command: string, bytes: Uint8Array, args: readonly string[] = [], after: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'second-opinion-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, bytes);
    return execFileSync(command, [...args, file, ...after], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const pdfText = (bytes: Uint8Array): string => tool('pdftotext', bytes, ['-enc', 'UTF-8'], ['-']);

/** The first word of `text` that does not come, in order, in `page`; undefined when all do. */
export function firstMissingWord(text: string, page: string): string | undefined {
  const words = page.split(/\s+/u);
  let at = 0;
  for (const word of text.split(/\s+/u).filter((w) => w !== '')) {
    const found = words.indexOf(word, at);
    if (found < 0) return word;
    at = found + 1;
  }
  return undefined;
}

export const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

export interface FoundHighlight {
  readonly page: number;
  readonly author: string;
  readonly contents: string;
  readonly subtype: string;
  readonly quads: ReadonlyArray<{ left: number; right: number; top: number; bottom: number }>;
  readonly color: readonly number[];
  readonly hasAppearance: boolean;
}

interface PdfJsAnnotation {
  readonly subtype: string;
  readonly titleObj: { str: string };
  readonly contentsObj: { str: string };
  readonly quadPoints: ArrayLike<number>;
  readonly color: ArrayLike<number>;
  readonly hasAppearance: boolean;
  readonly dest?: unknown;
  readonly url?: string;
}

/** All annotations as pdf.js lists them, page by page. */
export async function pdfJsAnnotations(bytes: Uint8Array): Promise<Array<PdfJsAnnotation & { page: number }>> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  try {
    const found: Array<PdfJsAnnotation & { page: number }> = [];
    for (let page = 1; page <= document.numPages; page += 1) {
      const annotations = (await (await document.getPage(page)).getAnnotations()) as PdfJsAnnotation[];
      found.push(...annotations.map((annotation) => ({ ...annotation, page })));
    }
    return found;
  } finally {
    await task.destroy();
  }
}

export async function highlights(bytes: Uint8Array): Promise<FoundHighlight[]> {
  return (await pdfJsAnnotations(bytes))
    .filter(({ subtype }) => subtype === 'Highlight')
    .map((found) => {
      const points = Array.from(found.quadPoints);
      const quads = Array.from({ length: points.length / 8 }, (_, i) => {
        const xs = [0, 2, 4, 6].map((k) => points[i * 8 + k] ?? 0);
        const ys = [1, 3, 5, 7].map((k) => points[i * 8 + k] ?? 0);
        return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
      });
      return {
        page: found.page,
        author: found.titleObj.str,
        contents: found.contentsObj.str,
        subtype: found.subtype,
        color: Array.from(found.color),
        hasAppearance: found.hasAppearance,
        quads,
      };
    });
}

/** The bookmarks as pdf.js lists them, nested with two spaces a level. */
export async function bookmarks(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  type Node = { title: string; items: Node[] };
  const flat = (nodes: Node[], indent: string): string[] =>
    nodes.flatMap(({ title, items }) => [indent + title, ...flat(items, `${indent}  `)]);
  try {
    return flat(((await (await task.promise).getOutline()) ?? []) as Node[], '');
  } finally {
    await task.destroy();
  }
}
