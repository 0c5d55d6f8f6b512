/**
 * Builds the app into dist/ (`npm run build`): the renderer bundled, the programs and threads of the app
 * bundled each at its place in electron/, the preload as one CommonJS file (a sandboxed preload can't be a module), the
 * stand-in runtime file by file, the seeds as samples.
 */
import { createHash } from 'node:crypto';
import { cp, glob, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const fingerprintFile = 'built-from.sha256';
const sources = ['electron/**', 'shared/**', 'renderer/**', 'seeds/*.txt', 'package.json', 'package-lock.json'];

/** What is loaded by its place: the app's programs and threads. */
const programs = [
  'main',
  'cli',
  'library/thread',
  'library/count-thread',
  'library/find-thread',
  'library/care-thread',
  'import/import-worker',
  'export/export-thread',
];

/** Scripts of the Chromium runtime that run inside the page; each is bundled into one plain script. */
const pageFolder = 'electron/runtime/chromium/page';
const pageScripts = ['main-world', 'isolated-world'];

/** Builds dist/ unless it was built from exactly the sources that are here now. Returns whether it built. */
export async function buildIfNeeded(): Promise<boolean> {
  const fingerprint = await fingerprintSources();
  if ((await readBuiltFingerprint()) === fingerprint) return false;
  await build(fingerprint);
  return true;
}

/** Builds beside dist/ and swaps at the end: an app that starts meanwhile never sees half a build. */
async function build(fingerprint: string): Promise<void> {
  const cache = join(root, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const out = await mkdtemp(join(cache, 'second-opinion-build-'));
  try {
    await Promise.all([bundleRenderer(out), bundlePreload(out), transpileRuntime(out), copyFiles(out)]);
    await bundlePrograms(out);
    for (const name of pageScripts) await bundlePageScript(out, name);
    await cp(join(root, 'package.json'), join(out, 'package.json'));
    await writeFile(join(out, fingerprintFile), fingerprint);
    const old = `${out}-old`;
    await rename(dist, old).catch(ignoreMissing);
    await rename(out, dist);
    await rm(old, { recursive: true, force: true });
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

async function fingerprintSources(): Promise<string> {
  const files: string[] = [];
  for await (const file of glob(sources, { cwd: root })) files.push(file);
  const lines = await Promise.all(
    files.sort().map(async (file) => {
      const { size, mtimeMs } = await stat(join(root, file));
      return `${file} ${size} ${mtimeMs}`;
    }),
  );
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

async function readBuiltFingerprint(): Promise<string | undefined> {
  try {
    return await readFile(join(dist, fingerprintFile), 'utf8');
  } catch (error) {
    ignoreMissing(error);
    return undefined;
  }
}

async function bundleRenderer(out: string): Promise<void> {
  const { build } = await import('vite');
  await build({ configFile: join(root, 'renderer/vite.config.ts'), build: { outDir: join(out, 'renderer') } });
}

/**
 * Fewer files are loaded sooner. Packages stay where they are but zod, of which the app needs a part. What programs share
 * lies in electron/ itself, where `app-files.ts` counts its paths from.
 */
async function bundlePrograms(out: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: ['zod'] },
    build: {
      ssr: true,
      outDir: join(out, 'electron'),
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      target: 'node24',
      rolldownOptions: {
        input: Object.fromEntries(programs.map((program) => [program, join(root, 'electron', `${program}.ts`)])),
        external: ['electron'],
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

async function bundlePreload(out: string): Promise<void> {
  await bundleFile({ entry: 'electron/preload.ts', format: 'cjs', file: join(out, 'electron/preload.cjs') });
}

async function bundlePageScript(out: string, name: string): Promise<void> {
  await bundleFile({ entry: `${pageFolder}/${name}.ts`, format: 'iife', file: join(out, pageFolder, `${name}.js`) });
}

async function bundleFile(options: { entry: string; format: 'cjs' | 'iife'; file: string }): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      outDir: dirname(options.file),
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      target: 'chrome128',
      lib: { entry: options.entry, formats: [options.format], name: 'script', fileName: () => options.file },
      rolldownOptions: {
        external: ['electron'],
        output: { entryFileNames: relative(dirname(options.file), options.file) },
      },
    },
  });
}

/** Strips the types of the stand-in's modules, so that `./x.ts` becomes `./x.js`. */
async function transpileRuntime(out: string): Promise<void> {
  const { transformWithOxc } = await import('vite');
  for await (const file of glob('electron/runtime/chromium/*.ts', { cwd: root })) {
    const { code } = await transformWithOxc(await readFile(join(root, file), 'utf8'), file, {
      target: 'esnext',
      typescript: { rewriteImportExtensions: 'rewrite', onlyRemoveTypeImports: true },
    });
    const target = join(out, file.replace(/\.ts$/, '.js'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, code);
  }
}

/** What the programs read beside their code, and the samples. */
async function copyFiles(out: string): Promise<void> {
  for await (const file of glob(['electron/**/*.{sql,typ}', 'seeds/*.txt'], { cwd: root })) {
    await cp(join(root, file), join(out, file));
  }
}

function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildIfNeeded();
