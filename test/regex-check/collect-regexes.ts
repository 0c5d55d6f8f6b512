/**
 * Every regular expression of the program: the literals in its sources, and those that shared/ builds from strings when
 * its modules are loaded. One that is built later is read from its source, with one letter for each value of a template
 * that is only known then.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getCallSites } from 'node:util';
import { parseSync } from 'vite';

export interface CollectedRegex {
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
  /** `source` is the expression in the program that makes the pattern: what it makes is only known when it runs. */
  readonly computed?: true;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders = ['shared', 'electron', 'renderer'];
/** The folder whose modules have no effect but to define things, and so can be loaded to see what they build. */
const pureFolder = `shared${sep}`;

export async function collectRegexes(): Promise<CollectedRegex[]> {
  const files = (await Promise.all(folders.map(sourceFiles))).flat().sort();
  const built = await builtByLoading(files.filter((file) => file.startsWith(pureFolder)));
  const found: CollectedRegex[] = [];
  for (const file of files) {
    const text = await readFile(join(root, file), 'utf8');
    const { program, errors } = parseSync(join(root, file), text);
    if (errors.length > 0) throw new Error(`${file} can't be read: ${errors[0]?.message}`);
    const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
    visit(program, (node) => {
      const line = lineOf(node.start);
      const where = { file: file.split(sep).join('/'), line };
      if (node.type === 'Literal' && node.regex) {
        found.push({ ...where, source: node.regex.pattern, flags: node.regex.flags });
      } else if (isConstruction(node)) {
        const loaded = built.get(`${file}:${line}`);
        if (loaded) for (const [source, flags] of loaded) found.push({ ...where, source, flags });
        else found.push({ ...where, flags: '', ...writtenPattern(node, text) });
      }
    });
  }
  return found;
}

async function sourceFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** Loads modules while noting what is passed to `RegExp` on which line of the program. */
async function builtByLoading(files: readonly string[]): Promise<Map<string, [source: string, flags: string][]>> {
  const built = new Map<string, [string, string][]>();
  const Original = RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, args, newTarget) {
      const regex = Reflect.construct(target, args, newTarget) as RegExp;
      const caller = getCallSites(2)[1];
      const url = caller?.scriptName ?? '';
      if (url.startsWith('file:')) {
        const place = `${relative(root, fileURLToPath(url))}:${caller?.lineNumber}`;
        built.set(place, [...(built.get(place) ?? []), [regex.source, regex.flags]]);
      }
      return regex;
    },
  });
  try {
    for (const file of files) await import(pathToFileURL(join(root, file)).href);
  } finally {
    globalThis.RegExp = Original;
  }
  return built;
}

/** What is read of a node of a syntax tree. */
interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
  readonly arguments?: readonly SyntaxNode[];
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
}

const isConstruction = (node: SyntaxNode): boolean =>
  (node.type === 'NewExpression' || node.type === 'CallExpression') && node.callee?.name === 'RegExp';

function writtenPattern({ arguments: [pattern] = [] }: SyntaxNode, text: string): { source: string; computed?: true } {
  if (pattern?.quasis) return { source: pattern.quasis.map(({ value }) => value.cooked).join('x') };
  if (typeof pattern?.value === 'string') return { source: pattern.value };
  return { source: pattern ? text.slice(pattern.start, pattern.end) : '', computed: true };
}

function visit(node: unknown, see: (node: SyntaxNode) => void): void {
  if (Array.isArray(node)) for (const child of node) visit(child, see);
  else if (node !== null && typeof node === 'object') {
    if ('type' in node && 'start' in node) see(node as SyntaxNode);
    for (const child of Object.values(node)) visit(child, see);
  }
}
