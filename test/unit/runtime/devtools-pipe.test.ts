import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { ConnectionClosed, DevToolsPipe } from '../../../electron/runtime/chromium/devtools-pipe.ts';

function open() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  return { input, output, pipe: new DevToolsPipe(input, output) };
}

test('answers and events are taken apart wherever the stream cuts them', async () => {
  const { output, pipe } = open();
  const titles: string[] = [];
  pipe.session('S').on('Page.frameNavigated', ({ frame }) => titles.push(frame.url));
  const version = pipe.root.send('Browser.getVersion');
  const event = { method: 'Page.frameNavigated', params: { frame: { url: 'ünï' } }, sessionId: 'S' };
  const bytes = Buffer.from(`${JSON.stringify(event)}\0${JSON.stringify({ id: 1, result: { product: 'C' } })}\0`);
  for (const byte of bytes) output.write(Buffer.from([byte]));
  await expect(version).resolves.toEqual({ product: 'C' });
  expect(titles).toEqual(['ünï']);
});

test('a refused command rejects with the protocol’s reason, one to a closed page as closed', async () => {
  const { output, pipe } = open();
  const [refused, gone] = [pipe.root.send('Page.enable'), pipe.session('S').send('Page.enable')];
  output.write(`${JSON.stringify({ id: 1, error: { code: -32601, message: 'not here' } })}\0`);
  output.write(`${JSON.stringify({ id: 2, error: { code: -32001, message: 'Session not found' } })}\0`);
  await expect(refused).rejects.toThrow('Page.enable: not here');
  await expect(gone).rejects.toBeInstanceOf(ConnectionClosed);
});

test('nothing waits for ever when the connection closes', async () => {
  const { output, pipe } = open();
  const waiting = pipe.root.send('Browser.getVersion');
  output.destroy();
  await expect(waiting).rejects.toBeInstanceOf(ConnectionClosed);
  await expect(pipe.root.send('Browser.getVersion')).rejects.toBeInstanceOf(ConnectionClosed);
});
