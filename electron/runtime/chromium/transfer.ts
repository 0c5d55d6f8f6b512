/**
 * Values as text, for the one channel between Node and the page that takes only text. It carries what
 * Electron's structured clone carries between its processes, as far as JSON falls short of it: undefined, bytes,
 * dates, maps, sets, errors, big integers and the numbers JSON lacks. Runs on both sides.
 */

/** `value` as text. Throws for what can't be cloned: functions, symbols and values that contain themselves. */
export function encodeValue(value: unknown): string {
  return isPlain(value) ? `p${JSON.stringify(value)}` : `t${JSON.stringify(tag(value, []))}`;
}

/** The value that {@link encodeValue} made `text` of. */
export function decodeValue(text: string): unknown {
  const value: unknown = JSON.parse(text.slice(1));
  return text.startsWith('p') ? value : untag(value);
}

const typedArrays = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
};

type Tagged =
  | { $: 'undefined' }
  | { $: 'number' | 'bigint'; v: string }
  | { $: 'date'; v: number | null }
  | { $: 'buffer'; v: string }
  | { $: keyof typeof typedArrays; v: string }
  | { $: 'map' | 'object'; v: [unknown, unknown][] }
  | { $: 'set'; v: unknown[] }
  | { $: 'error'; name: string; message: string };

/** True for what JSON carries without loss, which is nearly everything that is sent. */
function isPlain(value: unknown, depth = 0): boolean {
  if (value === null) return true;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'object': {
      if (depth > 100) return false;
      if (Array.isArray(value)) return value.every((entry) => isPlain(entry, depth + 1)) && !hasHoles(value);
      const prototype: unknown = Object.getPrototypeOf(value);
      if ((prototype !== Object.prototype && prototype !== null) || 'toJSON' in value) return false;
      return Object.values(value).every((entry) => isPlain(entry, depth + 1));
    }
    default:
      return false;
  }
}

const hasHoles = (array: readonly unknown[]): boolean => Object.keys(array).length < array.length;

function tag(value: unknown, ancestors: readonly object[]): unknown {
  if (value === undefined) return { $: 'undefined' } satisfies Tagged;
  if (typeof value === 'bigint') return { $: 'bigint', v: String(value) } satisfies Tagged;
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) } satisfies Tagged;
  }
  if (typeof value === 'function' || typeof value === 'symbol') throw notCloneable(String(value));
  if (typeof value !== 'object' || value === null) return value;
  if (ancestors.includes(value)) throw notCloneable('a value that contains itself');
  const path = [...ancestors, value];
  if (value instanceof Date) {
    return { $: 'date', v: Number.isNaN(value.getTime()) ? null : value.getTime() } satisfies Tagged;
  }
  if (value instanceof Error) return { $: 'error', name: value.name, message: value.message } satisfies Tagged;
  if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) } satisfies Tagged;
  for (const [name, type] of Object.entries(typedArrays)) {
    if (!(value instanceof type)) continue;
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return { $: name as keyof typeof typedArrays, v: toBase64(bytes) } satisfies Tagged;
  }
  if (value instanceof Map) {
    return { $: 'map', v: [...value].map(([key, entry]) => [tag(key, path), tag(entry, path)]) } satisfies Tagged;
  }
  if (value instanceof Set) return { $: 'set', v: [...value].map((entry) => tag(entry, path)) } satisfies Tagged;
  if (Array.isArray(value)) return Array.from(value, (entry) => tag(entry, path));
  const entries = Object.entries(value).map(([key, entry]): [string, unknown] => [key, tag(entry, path)]);
  return '$' in value ? ({ $: 'object', v: entries } satisfies Tagged) : Object.fromEntries(entries);
}

function untag(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(untag);
  if (!('$' in value)) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, untag(entry)]));
  }
  const tagged = value as Tagged;
  switch (tagged.$) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(tagged.v);
    case 'bigint':
      return BigInt(tagged.v);
    case 'date':
      return new Date(tagged.v ?? Number.NaN);
    case 'buffer':
      return fromBase64(tagged.v).buffer;
    case 'map':
      return new Map(tagged.v.map(([key, entry]) => [untag(key), untag(entry)]));
    case 'object':
      return Object.fromEntries(tagged.v.map(([key, entry]) => [key, untag(entry)]));
    case 'set':
      return new Set(tagged.v.map(untag));
    case 'error':
      return Object.assign(new Error(tagged.message), { name: tagged.name });
    default:
      return new typedArrays[tagged.$](fromBase64(tagged.v).buffer);
  }
}

const notCloneable = (what: string): Error => new Error(`An object could not be cloned: ${what}.`);

/** Bytes handed to `String.fromCharCode` at once; its arguments live on the stack. */
const chunkSize = 0x8000;

function toBase64(bytes: Uint8Array): string {
  if (typeof Buffer !== 'undefined') {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  }
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += chunkSize) {
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + chunkSize)));
  }
  return btoa(chunks.join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (typeof Buffer !== 'undefined') return new Uint8Array(Buffer.from(text, 'base64'));
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
