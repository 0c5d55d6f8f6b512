import { createHash } from 'node:crypto';
import { mkdir, realpath, unlink } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the holder says to who comes. */
const greeting = 'here';

/** What a second start tells the first. */
export interface SecondInstance {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly data: unknown;
}

/** Who holds a user-data folder: this process, or another one that can be told so. */
export type InstanceLock =
  | {
      readonly held: true;
      onSecondInstance(listener: (second: SecondInstance) => void): void;
      /** This process is about to end: who comes from now on waits until the lock is free, and then holds it. */
      leave(): void;
      /** From now on another process can hold it. */
      release(): void;
    }
  | { readonly held: false; tell(second: SecondInstance): Promise<void> };

/**
 * One process a user-data folder, by a local socket: whoever listens holds the lock, and loses it by ending in
 * any way. Electron's `requestSingleInstanceLock` answers synchronously, so this is settled before the app runs.
 */
export async function acquireInstanceLock(userData: string): Promise<InstanceLock> {
  await mkdir(userData, { recursive: true });
  const address = socketAddress(await realpath(userData));
  for (;;) {
    const server = await listen(address);
    if (server) return hold(server);
    const first = await connect(address);
    if (first && (await isGreeted(first))) return { held: false, tell: (second) => send(first, second) };
    if (first) continue;
    // Nobody answers: the socket is what a killed process left behind.
    await unlink(address).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}

/** Socket paths are limited to about 100 bytes, so a long folder name is represented by its hash. */
function socketAddress(userData: string): string {
  const name = `second-opinion-${createHash('sha256').update(userData).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const inside = join(userData, 'instance.sock');
  return Buffer.byteLength(inside) <= 100 ? inside : join(tmpdir(), `${name}.sock`);
}

function hold(server: Server): InstanceLock {
  server.unref();
  const waiting: SecondInstance[] = [];
  let listener: (second: SecondInstance) => void = (second) => waiting.push(second);
  const left: Socket[] = [];
  let leaving = false;
  server.on('connection', (socket) => {
    socket.unref();
    if (leaving) left.push(socket);
    else socket.write(greeting);
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('error', () => socket.destroy());
    socket.on('end', () => {
      if (parts.length > 0) listener(JSON.parse(Buffer.concat(parts).toString('utf8')) as SecondInstance);
    });
  });
  return {
    held: true,
    leave: () => {
      leaving = true;
    },
    release: () => {
      server.close();
      for (const socket of left) socket.destroy();
    },
    onSecondInstance(next) {
      listener = next;
      for (const second of waiting.splice(0)) listener(second);
    },
  };
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer({ allowHalfOpen: false });
    server.once('listening', () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(address);
  });
}

function connect(address: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(address);
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(undefined);
      else reject(error);
    });
  });
}

/** Whether who holds the lock will go on holding it; resolves when that is known, or the lock is free. */
function isGreeted(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    socket.once('data', () => {
      socket.unref();
      resolve(true);
    });
    socket.once('close', () => resolve(false));
  });
}

function send(socket: Socket, second: SecondInstance): Promise<void> {
  return new Promise((resolve) => {
    // If the first instance ends meanwhile there is nobody left to tell.
    socket.once('error', () => resolve());
    socket.once('close', () => resolve());
    socket.ref().end(JSON.stringify(second));
  });
}
