/**
 * One end of the bridge between a page's own world and the isolated world of its preload. Both ends share an
 * event target that nothing else knows. Events are dispatched synchronously and the engine clones what they
 * carry, so calls are synchronous, as they are across Electron's contextBridge: data is copied, functions
 * become proxies, promises stay promises, errors stay errors.
 */
type Message =
  | { kind: 'call'; id: number; args: unknown[] }
  | { kind: 'return' | 'throw'; value: unknown }
  | { kind: 'resolve' | 'reject'; id: number; value: unknown }
  | { kind: 'release'; id: number };

type AnyFunction = (...args: unknown[]) => unknown;

/** In place of what can't be cloned. The key is a secret of the two ends, so no data is taken for a reference. */
interface Reference {
  kind: 'function' | 'promise' | 'error';
  id?: number;
  name?: string;
  message?: string;
}

export interface Peer {
  /** `value` in a form that can be sent. */
  encode(value: unknown): unknown;
  /** What the other end encoded, in this world's own objects. */
  decode(value: unknown): unknown;
}

/** Makes one end; `incoming` and `outgoing` are the event types of the two directions. */
export function createPeer(channel: EventTarget, incoming: string, outgoing: string, referenceKey: string): Peer {
  const functions = new Map<number, AnyFunction>();
  const promises = new Map<number, { resolve: (value: unknown) => void; reject: (reason: unknown) => void }>();
  const released = new FinalizationRegistry<number>((id) => post({ kind: 'release', id }));
  let lastId = 0;
  let answer: Extract<Message, { kind: 'return' | 'throw' }> | undefined;

  channel.addEventListener(incoming, (event) => receive((event as CustomEvent<Message | null>).detail));

  function post(message: Message): void {
    channel.dispatchEvent(new CustomEvent(outgoing, { detail: message }));
  }

  function receive(message: Message | null): void {
    // The engine hands over null for what it can't clone; the sender notices that no answer came.
    if (message === null) return;
    switch (message.kind) {
      case 'call':
        try {
          const target = functions.get(message.id);
          if (!target) throw new Error('This function is no longer available.');
          post({ kind: 'return', value: encode(target(...(message.args.map(decode) as unknown[]))) });
        } catch (error) {
          post({ kind: 'throw', value: encode(error) });
        }
        return;
      case 'return':
      case 'throw':
        answer = message;
        return;
      case 'resolve':
      case 'reject':
        promises.get(message.id)?.[message.kind](decode(message.value));
        promises.delete(message.id);
        return;
      case 'release':
        functions.delete(message.id);
    }
  }

  function call(id: number, args: unknown[]): unknown {
    answer = undefined;
    post({ kind: 'call', id, args: args.map(encode) });
    // Nested calls answer in turn, so after dispatching it is this call's answer that is there.
    const { kind, value } = takeAnswer();
    if (kind === 'throw') throw decode(value);
    return decode(value);
  }

  function takeAnswer(): NonNullable<typeof answer> {
    const taken = answer;
    answer = undefined;
    if (!taken) throw new TypeError('An object could not be cloned.');
    return taken;
  }

  const reference = (to: Reference): unknown => ({ [referenceKey]: to });

  function encode(value: unknown): unknown {
    if (typeof value === 'function') {
      lastId += 1;
      functions.set(lastId, value as AnyFunction);
      return reference({ kind: 'function', id: lastId });
    }
    if (value instanceof Promise) return encodePromise(value);
    if (value instanceof Error) return reference({ kind: 'error', name: value.name, message: value.message });
    if (Array.isArray(value)) return value.map(encode);
    return isRecord(value) ? mapEntries(value, encode) : value;
  }

  function encodePromise(promise: Promise<unknown>): unknown {
    lastId += 1;
    const id = lastId;
    promise.then(
      (value) => post({ kind: 'resolve', id, value: encode(value) }),
      (reason) => post({ kind: 'reject', id, value: encode(reason) }),
    );
    return reference({ kind: 'promise', id });
  }

  function decode(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(decode);
    if (!isRecord(value)) return value;
    const to = value[referenceKey] as Reference | undefined;
    if (!to) return mapEntries(value, decode);
    const { kind, id = 0 } = to;
    if (kind === 'error') return Object.assign(new Error(to.message), { name: to.name });
    if (kind === 'promise') return new Promise((resolve, reject) => promises.set(id, { resolve, reject }));
    const proxy: AnyFunction = (...args) => call(id, args);
    released.register(proxy, id);
    return proxy;
  }

  return { encode, decode };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

function mapEntries(record: Record<string, unknown>, map: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
