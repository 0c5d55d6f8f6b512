/** Runs in the page's own world before any of its scripts: receives the preload's API and puts it on `window`. */
import type { PageParameters } from '../messages.ts';
import { createPeer } from './peer.ts';

declare const standIn: PageParameters;

addEventListener(
  standIn.secret,
  (hello) => {
    // The only way to hand an object from one world to the other is an event attribute that carries one.
    const channel = (hello as MouseEvent).relatedTarget;
    if (!channel) return;
    const peer = createPeer(channel, 'to-page', 'to-preload', standIn.secret);
    channel.addEventListener('expose', (event) => {
      const { key, api } = (event as CustomEvent<{ key: string; api: unknown }>).detail;
      Object.defineProperty(window, key, { value: deepFreeze(peer.decode(api)), enumerable: true });
    });
  },
  { once: true },
);

function deepFreeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  for (const entry of Object.values(value)) deepFreeze(entry);
  return Object.freeze(value);
}

// Electron's answer to a page that may not open windows.
Object.defineProperty(window, 'open', { value: () => null });
