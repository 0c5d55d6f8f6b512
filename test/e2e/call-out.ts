/** A call between browsers (WebRTC): it passes by what refuses requests, and a content security policy does not stop it. */
import { createSocket } from 'node:dgram';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Listens by UDP and TCP on one port of every interface. */
export async function listen(): Promise<{ port: number; heard: () => number; close: () => void }> {
  let heard = 0;
  const tcp = createServer((socket) => {
    heard += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => tcp.listen(0, resolve));
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4');
  udp.on('message', () => (heard += 1));
  await new Promise<void>((resolve) => udp.bind(port, resolve));
  return {
    port,
    heard: () => heard,
    close: () => {
      tcp.close();
      udp.close();
    },
  };
}

/** The addresses of this machine, as a page may be given them: the loopback and one that leads through the network. */
export const ownAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family }) => family === 'IPv4')
    .map(({ address }) => address);

/** Runs in the page: gathers candidates for a call through servers at `port`; gives those found within two seconds. */
export async function callOut({ port, addresses }: { port: number; addresses: string[] }): Promise<string[]> {
  const iceServers = addresses.flatMap((address) => [
    { urls: `stun:${address}:${port}` },
    { urls: `turn:${address}:${port}`, username: 'a', credential: 'b' },
    { urls: `turn:${address}:${port}?transport=tcp`, username: 'a', credential: 'b' },
  ]);
  const connection = new RTCPeerConnection({ iceServers });
  const candidates: string[] = [];
  connection.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate?.candidate) candidates.push(candidate.candidate);
  });
  connection.createDataChannel('data');
  await connection.setLocalDescription();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  connection.close();
  return candidates;
}
