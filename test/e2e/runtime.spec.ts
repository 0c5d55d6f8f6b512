/** The runtime itself, tried with a small app of its own: what holds in Electron has to hold on its stand-in. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { findBrowser } from '../../electron/runtime/find-browser.ts';
import { type LaunchOptions, launchApp, type RunningApp, runtime } from './app.ts';
import { callOut, listen, ownAddresses } from './call-out.ts';

/** What the fixture's preload exposes. */
interface Fixture {
  readonly nested: { readonly answer: number };
  echo(...args: unknown[]): Promise<unknown[]>;
  fail(): Promise<never>;
  missing(): Promise<never>;
  sender(): Promise<unknown>;
  setTheme(source: string): Promise<boolean>;
  ask(): Promise<number>;
  open(): Promise<{ canceled: boolean; filePaths: string[] }>;
  save(defaultPath: string): Promise<{ canceled: boolean; filePath: string }>;
  addNow(a: number, b: number): number;
  throwNow(): never;
  hasPath(file: File): boolean;
  paths(files: File[]): Promise<string[][]>;
  countTo(limit: number): void;
  onCount(listener: (count: number) => void): () => void;
}
type FixtureWindow = Window & { fixture: Fixture; dropped: File[]; globalsAtStart: string[] };
declare const window: FixtureWindow;

const appFolder = fileURLToPath(new URL('../fixtures/runtime-app', import.meta.url));
const launchFixture = (options: LaunchOptions = {}) => launchApp({ appFolder, ...options });
const logOf = (app: RunningApp) => readFileSync(join(app.home, 'user-data/fixture.log'), 'utf8').trim().split('\n');
const newFolder = () => mkdtempSync(join(tmpdir(), 'second-opinion-runtime-'));

/** Quits although the fixture always asks its page first. */
async function leave(app: RunningApp): Promise<void> {
  await app.quit();
  expect(logOf(app).at(-1)).toBe('quit');
}

test('the page sees the exposed api, frozen, and nothing of what carries it', async () => {
  const app = await launchFixture();
  const seen = await app.page.evaluate(() => ({
    odd: window.globalsAtStart.filter((name) =>
      /^s[0-9a-f]{32}$|^(require|process|electron|standIn)$|secondOpinion|playwright/.test(name),
    ),
    frozen: Object.isFrozen(window.fixture) && Object.isFrozen(window.fixture.nested),
    replaced: Reflect.set(window, 'fixture', {}),
    answer: window.fixture.nested.answer,
  }));
  expect(seen).toEqual({ odd: [], frozen: true, replaced: false, answer: 42 });
  await leave(app);
});

test('values, functions and errors cross the bridge as in Electron', async () => {
  const app = await launchFixture();
  const crossed = await app.page.evaluate(async () => {
    const { fixture } = window;
    const message = (error: unknown) => (error instanceof Error ? error.message : 'no Error');
    const [value] = (await fixture.echo({
      bytes: new Uint8Array([0, 127, 255]),
      date: new Date(86_400_000),
      map: new Map([['a', new Set([1])]]),
      nothing: undefined,
      odd: [Number.NaN, -0, 2n ** 70n],
    })) as [{ bytes: Uint8Array; date: Date; map: Map<string, Set<number>>; odd: [number, number, bigint] }];
    const counts: number[] = [];
    const stop = fixture.onCount((count) => counts.push(count));
    fixture.countTo(3);
    await fixture.echo();
    stop();
    fixture.countTo(3);
    await fixture.echo();
    let thrown = '';
    try {
      fixture.throwNow();
    } catch (error) {
      thrown = message(error);
    }
    return {
      bytes: value.bytes instanceof Uint8Array && [...value.bytes],
      date: value.date.getTime(),
      map: value.map.get('a')?.has(1),
      nothing: 'nothing' in value,
      odd: [Number.isNaN(value.odd[0]), Object.is(value.odd[1], -0), value.odd[2] === 2n ** 70n],
      counts,
      sum: fixture.addNow(2, 3),
      thrown,
      failed: await fixture.fail().catch(message),
      missing: await fixture.missing().catch(message),
    };
  });
  expect(crossed).toEqual({
    bytes: [0, 127, 255],
    date: 86_400_000,
    map: true,
    nothing: true,
    odd: [true, true, true],
    counts: [1, 2, 3],
    sum: 5,
    thrown: 'thrown at once',
    failed: "Error invoking remote method 'fail': RangeError: out of range",
    missing: "Error invoking remote method 'missing': Error: No handler registered for 'missing'",
  });
  expect(await app.page.evaluate(() => window.fixture.sender())).toEqual({
    url: 'app://bundle/index.html',
    top: true,
    ours: true,
    shown: 'app://bundle/index.html',
  });
  await leave(app);
});

test('dropped and chosen files have their paths, files made by script have none', async () => {
  const folder = newFolder();
  const files = Array.from({ length: 1000 }, (_, index) => join(folder, `letter ${index} – ü.txt`));
  for (const file of files) writeFileSync(file, file);
  const app = await launchFixture();
  await app.drop(files);
  await expect.poll(() => app.page.evaluate(() => window.dropped.length)).toBe(1000);
  const [dropped] = await app.page.evaluate(() => window.fixture.paths(window.dropped));
  expect(dropped).toEqual(files);

  await app.page.locator('input').setInputFiles(files.slice(0, 2));
  const chosen = await app.page.evaluate(async () => {
    const all = [...(document.querySelector('input')?.files ?? [])];
    // The same files again: a path does not wear out.
    return [await window.fixture.paths(all), await window.fixture.paths(all)];
  });
  expect(chosen).toEqual([[files.slice(0, 2)], [files.slice(0, 2)]]);

  const made = await app.page.evaluate(() => window.fixture.hasPath(new File(['x'], 'made by script.txt')));
  expect(made).toBe(false);
  await leave(app);
});

test('nothing the page tries reaches a network, even without a content security policy', async () => {
  let reached = 0;
  const server = createServer((_request, response) => {
    reached += 1;
    response.end('reached');
  });
  server.on('upgrade', () => (reached += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const app = await launchFixture();
  const before = app.page.url();
  const outcome = await app.page.evaluate(async (target) => {
    const settled = (work: Promise<unknown>) =>
      work.then(
        () => 'answered',
        () => 'refused',
      );
    const event = (source: EventTarget, good: string) =>
      new Promise<string>((resolve) => {
        source.addEventListener(good, () => resolve('answered'));
        source.addEventListener('error', () => resolve('refused'));
      });
    const image = new Image();
    image.src = `${target}image`;
    const request = new XMLHttpRequest();
    request.open('POST', `${target}xhr`);
    request.send('x');
    const worker = new Worker('worker.js');
    worker.postMessage(`${target}worker`);
    navigator.sendBeacon(`${target}beacon`, 'x');
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.src = `${target}frame`;
    const tried = {
      fetch: settled(fetch(`${target}fetch`)),
      noCors: settled(fetch(`${target}fetch`, { mode: 'no-cors' })),
      image: event(image, 'load'),
      request: event(request, 'load'),
      socket: event(new WebSocket(target.replace('http', 'ws')), 'open'),
      source: event(new EventSource(`${target}events`), 'open'),
      worker: new Promise((resolve) => worker.addEventListener('message', ({ data }) => resolve(data))),
      opened: Promise.resolve(window.open(`${target}open`)),
    };
    const outcomes = await Promise.all(Object.values(tried));
    return Object.fromEntries(Object.keys(tried).map((name, index) => [name, outcomes[index]]));
  }, url);
  expect(outcome).toEqual({
    fetch: 'refused',
    noCors: 'refused',
    image: 'refused',
    request: 'refused',
    socket: 'refused',
    source: 'refused',
    worker: 'refused',
    opened: null,
  });

  for (const target of [url, 'about:blank', 'https://example.com/', 'app://bundle/worker.js', '/worker.js']) {
    await app.page.evaluate((address) => {
      location.href = address;
    }, target);
  }
  await app.page.evaluate((target) => {
    const link = document.body.appendChild(document.createElement('a'));
    Object.assign(link, { href: `${target}link`, target: '_blank' }).click();
    const form = document.body.appendChild(document.createElement('form'));
    Object.assign(form, { action: `${target}form`, method: 'post' }).submit();
  }, url);
  await expect.poll(() => logOf(app).some((line) => line.startsWith('will-navigate'))).toBe(true);
  await app.page.evaluate(() => window.fixture.echo());
  expect(app.page.url()).toBe(before);
  await expect.poll(() => app.page.context().pages().length).toBe(1);
  expect(reached).toBe(0);
  await leave(app);
  server.close();
});

test('the app may refuse its own requests as well', async () => {
  const app = await launchFixture();
  const outcome = await app.page.evaluate(async () => ({
    cancelled: await fetch('cancelled.js').then(
      () => 'answered',
      () => 'refused',
    ),
    asked: (await fetch('page.js')).headers.get('x-asked'),
  }));
  expect(outcome).toEqual({ cancelled: 'refused', asked: 'app://bundle/page.js' });
  await leave(app);
});

test('no permission is granted', async () => {
  const app = await launchFixture();
  const outcome = await app.page.evaluate(async () => ({
    place: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
      ),
    ),
    notification: await Notification.requestPermission(),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    ),
    clipboard: await navigator.clipboard.readText().then(
      () => 'granted',
      () => 'denied',
    ),
  }));
  expect(outcome).toEqual({ place: 'denied', notification: 'denied', camera: 'denied', clipboard: 'denied' });
  await leave(app);
});

test('the app decides the theme', async () => {
  const app = await launchFixture();
  const isDark = () => app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  for (const [source, dark] of [
    ['dark', true],
    ['light', false],
  ] as const) {
    expect(await app.page.evaluate((name) => window.fixture.setTheme(name), source)).toBe(dark);
    await expect.poll(isDark).toBe(dark);
  }
  await leave(app);
});

test('a person closing the window loses nothing: the page is asked first', async () => {
  const app = await launchFixture();
  await app.page.getByLabel('Draft').click();
  await app.page.keyboard.type('not saved yet');
  await app.closeWindow();
  expect((await app.ended).code).toBe(0);
  expect(logOf(app)).toEqual([
    'close',
    'flushed not saved yet',
    'closed',
    'window-all-closed',
    'before-quit',
    'will-quit',
    'quit',
  ]);
});

test('a second start tells the first one and ends', async () => {
  test.skip(runtime !== 'chromium', 'starts the second process with the start script of the Chromium runtime');
  const app = await launchFixture();
  const second = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('../../electron/runtime/start.ts', import.meta.url)),
      '--runtime=chromium',
      '--headless',
      `--app=${appFolder}`,
      `--user-data=${join(app.home, 'user-data')}`,
    ],
    { stdio: 'inherit' },
  );
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
  await expect.poll(() => logOf(app)).toContain('second-instance {"said":"hello"}');
  await leave(app);
});

test.describe('the Chromium runtime', () => {
  test.skip(runtime !== 'chromium', 'only where there is no Electron');

  /** The processes that have the app's own folder on their command line. */
  function browserProcesses(app: RunningApp): number[] {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const profile = join(app.home, 'user-data/Chromium');
    return pids.map(Number).filter((pid) => {
      const file = `/proc/${pid}/cmdline`;
      try {
        return existsSync(file) && readFileSync(file, 'utf8').includes(profile);
      } catch {
        // Ended between the two looks.
        return false;
      }
    });
  }

  test('a killed app takes its browser along', async () => {
    test.skip(!existsSync('/proc/self/cmdline'), 'reads /proc');
    const app = await launchFixture();
    expect(browserProcesses(app).length).toBeGreaterThan(0);
    await app.kill();
    await expect.poll(() => browserProcesses(app)).toEqual([]);
  });

  test('an app whose browser is killed says so and fails', async () => {
    test.skip(!existsSync('/proc/self/cmdline'), 'reads /proc');
    const app = await launchFixture();
    for (const pid of browserProcesses(app)) process.kill(pid, 'SIGKILL');
    const { code, output } = await app.ended;
    expect(output).toContain('The browser that shows the window ended unexpectedly (SIGKILL).');
    expect(code).toBe(1);
    expect(logOf(app).at(-1)).toBe('quit');
  });

  test('the browser under the app opens no socket of its own either', async () => {
    test.skip(process.platform === 'win32', 'wraps the browser in a shell script');
    const folder = newFolder();
    const [wrapper, netLog] = [join(folder, 'browser'), join(folder, 'net.json')];
    writeFileSync(wrapper, `#!/bin/sh\nexec '${findBrowser()}' '--log-net-log=${netLog}' "$@"\n`, { mode: 0o755 });
    const app = await launchFixture({ env: { SECOND_OPINION_BROWSER: wrapper } });
    await app.page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => undefined));
    // Long enough for what a browser does by itself after it has started.
    await app.page.waitForTimeout(3000);
    await leave(app);
    const { constants, events } = JSON.parse(readFileSync(netLog, 'utf8')) as {
      constants: { logEventTypes: Record<string, number> };
      events: { type: number }[];
    };
    const types = constants.logEventTypes;
    const happened = (name: string) => {
      expect(types).toHaveProperty(name);
      return events.some(({ type }) => type === types[name]);
    };
    // The log does see requests; none of them got as far as a socket.
    expect(happened('URL_REQUEST_START_JOB')).toBe(true);
    expect(happened('TCP_CONNECT_ATTEMPT')).toBe(false);
    expect(happened('UDP_BYTES_SENT')).toBe(false);
  });

  test('a call between browsers sends nothing', async () => {
    const listener = await listen();
    const app = await launchFixture();
    expect(await app.page.evaluate(callOut, { port: listener.port, addresses: ownAddresses() })).toEqual([]);
    expect(listener.heard()).toBe(0);
    await leave(app);
    listener.close();
  });

  test('its dialogs are answered by keyboard', async () => {
    const app = await launchFixture();
    const { page } = app;
    const dialog = page.locator('second-opinion-dialog');
    const ask = page.evaluate(() => window.fixture.ask());
    await dialog.waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.querySelector('second-opinion-dialog')?.shadowRoot)).toBe(null);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await ask).toBe(1);

    const folder = newFolder();
    const saved = page.evaluate((path) => window.fixture.save(path), join(folder, 'case.pdf'));
    await dialog.waitFor({ state: 'attached' });
    // The name is selected, the folder is kept; the type is added.
    await page.keyboard.type('renamed');
    await page.keyboard.press('Enter');
    expect(await saved).toEqual({ canceled: false, filePath: join(folder, 'renamed.pdf') });

    const nowhere = page.evaluate((path) => window.fixture.save(path), join(folder, 'missing/case.pdf'));
    await dialog.waitFor({ state: 'attached' });
    const first = await dialog.elementHandle();
    await page.keyboard.press('Enter');
    await expect.poll(() => first?.evaluate((element) => element.isConnected)).toBe(false);
    await dialog.waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    expect(await nowhere).toEqual({ canceled: true, filePath: '' });
    await leave(app);
  });

  test('files are opened with the browser’s own chooser', async () => {
    const app = await launchFixture();
    const file = join(newFolder(), 'a.txt');
    writeFileSync(file, 'a');
    const chooser = app.page.waitForEvent('filechooser');
    const opened = app.page.evaluate(() => window.fixture.open());
    await (await chooser).setFiles([file]);
    expect(await opened).toEqual({ canceled: false, filePaths: [file] });
    await leave(app);
  });
});
