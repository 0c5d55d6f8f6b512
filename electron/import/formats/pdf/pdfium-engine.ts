import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { FailureError } from '../../../../shared/result.ts';
import { largestLetter } from '../../reading-limits.ts';

/** An address in the memory of PDFium. */
export type Pointer = number;

/**
 * How far the memory of PDFium may grow, in bytes, whatever the file. What asks for more is refused like memory that a
 * machine does not have, so that no file can take that of the program.
 */
const maxMemory = largestLetter.pdfMemory;
/** Memory of PDFium never shrinks: after a document that needed more than this, the engine starts anew. */
const keptMemory = 96 * 1024 * 1024;

type Heap = WrappedPdfiumModule['pdfium'] & { readonly HEAPU8: Uint8Array<ArrayBuffer> };

let compiled: Promise<WebAssembly.Module> | undefined;
let engine: Promise<PdfiumEngine> | undefined;
/** How far memory may grow now, and whether more was asked for. */
let allowed = maxMemory;
let refused = false;

/**
 * Runs `work` with the PDF engine of this thread, which starts with the first document. The engine's memory may grow
 * to `memory` bytes meanwhile.
 * @throws FailureError `damaged-file` when the document makes the engine fail, `too-large` when that is for want of
 *   memory and there may be more for it; the next document gets a new engine
 */
export async function withPdfium<T>(work: (engine: PdfiumEngine) => T, memory = maxMemory): Promise<T> {
  engine ??= startEngine();
  const running = await engine;
  allowed = memory;
  refused = false;
  try {
    return work(running);
  } catch (thrown) {
    if (thrown instanceof FailureError) throw thrown;
    engine = undefined;
    throw new FailureError(
      refused && memory < maxMemory ? 'too-large' : 'damaged-file',
      'This PDF cannot be read: it is damaged, or asks for more memory than reading a letter takes.',
      { cause: thrown },
    );
  } finally {
    if (running.memory > keptMemory) engine = undefined;
  }
}

async function startEngine(): Promise<PdfiumEngine> {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  compiled ??= WebAssembly.compile(readFileSync(path));
  const module = await compiled;
  const settings = {
    instantiateWasm(imports: { env: Record<string, unknown> }, receive: (instance: WebAssembly.Instance) => unknown) {
      const grow = imports.env['emscripten_resize_heap'] as (size: number) => boolean;
      const limited = (size: number) => {
        refused ||= size >>> 0 > allowed;
        return size >>> 0 <= allowed && grow(size);
      };
      const env = { ...imports.env, emscripten_resize_heap: limited };
      return receive(new WebAssembly.Instance(module, { ...imports, env } as WebAssembly.Imports));
    },
    // What PDFium says about damaged files is for its developers.
    printErr: () => {},
  };
  const api = await init(settings as unknown as Parameters<typeof init>[0]);
  api.PDFiumExt_Init();
  return new PdfiumEngine(api);
}

/** PDFium's functions (`api`) with its memory made easy to use. */
export class PdfiumEngine {
  readonly api: WrappedPdfiumModule;
  readonly #heap: Heap;

  constructor(api: WrappedPdfiumModule) {
    this.api = api;
    this.#heap = api.pdfium as Heap;
  }

  /** In bytes. */
  get memory(): number {
    return this.#heap.HEAPU8.length;
  }

  /** Memory of `size` bytes for as long as `work` runs. Throws when there is not so much. */
  withMemory<T>(size: number, work: (at: Pointer) => T): T {
    const at = this.#heap.wasmExports.malloc(Math.max(1, size));
    if (!at) throw new Error('PDFium ran out of memory.');
    return this.scoped(
      () => work(at),
      () => this.#heap.wasmExports.free(at),
    );
  }

  /** Runs `work`, then `release`, unless the engine itself has failed: then it is given up with all that it holds. */
  scoped<T>(work: () => T, release: () => void): T {
    let result: T;
    try {
      result = work();
    } catch (thrown) {
      if (thrown instanceof FailureError) release();
      throw thrown;
    }
    release();
    return result;
  }

  write(at: Pointer, bytes: Uint8Array): void {
    this.#heap.HEAPU8.set(bytes, at);
  }

  /** `length` UTF-16 code units. */
  readText(at: Pointer, length: number): string {
    const { buffer, byteOffset } = this.#heap.HEAPU8;
    return Buffer.from(buffer, byteOffset + at, 2 * length).toString('utf16le');
  }

  readFloat(at: Pointer): number {
    return this.#heap.getValue(at, 'float');
  }

  readDouble(at: Pointer): number {
    return this.#heap.getValue(at, 'double');
  }
}
