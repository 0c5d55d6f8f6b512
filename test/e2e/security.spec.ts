import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { launchApp, test } from './app.ts';
import { callOut, listen, ownAddresses } from './call-out.ts';
import { seedPath } from './seeds.ts';

test('the page can make no network request, whatever it tries', async () => {
  let reached = 0;
  const server = createServer((_request, response) => {
    reached++;
    response.setHeader('access-control-allow-origin', '*');
    response.end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  const app = await launchApp();
  const outcome = await app.page.evaluate(async (target) => {
    const element = (tag: 'img' | 'iframe' | 'link', attributes: Record<string, string>) =>
      new Promise<string>((resolve) => {
        const created = document.createElement(tag);
        created.addEventListener('load', () => resolve('loaded'));
        created.addEventListener('error', () => resolve('refused'));
        for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
        document.body.append(created);
        setTimeout(() => resolve('silent'), 1500);
      });
    const socket = () =>
      new Promise<string>((resolve) => {
        try {
          const opened = new WebSocket(target.replace('http', 'ws'));
          opened.addEventListener('open', () => resolve('open'));
          opened.addEventListener('error', () => resolve('refused'));
        } catch {
          resolve('refused');
        }
      });
    navigator.sendBeacon(target, 'x');
    return {
      fetch: await fetch(target).then(
        () => 'answered',
        () => 'refused',
      ),
      noCors: await fetch(target, { mode: 'no-cors' }).then(
        () => 'answered',
        () => 'refused',
      ),
      image: await element('img', { src: `${target}pixel.png` }),
      prefetch: await element('link', { rel: 'prefetch', href: `${target}prefetch` }),
      socket: await socket(),
      window: window.open(target) === null ? 'refused' : 'opened',
    };
  }, url);
  expect(outcome).toMatchObject({
    fetch: 'refused',
    noCors: 'refused',
    image: 'refused',
    socket: 'refused',
    window: 'refused',
  });
  expect(outcome.prefetch).not.toBe('loaded');

  const before = app.page.url();
  await app.page.evaluate((target) => {
    location.href = target;
  }, url);
  await app.page.waitForTimeout(500);
  expect(app.page.url()).toBe(before);
  await expect(app.page.getByText('Drop IMR letters here')).toBeVisible();

  expect(reached).toBe(0);
  await app.quit();
  server.close();
});

test('a call between browsers sends nothing either', async () => {
  const listener = await listen();
  const app = await launchApp();
  const candidates = await app.page.evaluate(callOut, { port: listener.port, addresses: ownAddresses() });
  expect(candidates).toEqual([]);
  expect(listener.heard()).toBe(0);
  await app.quit();
  listener.close();
});

test('inline script, eval and strings as code are refused', async () => {
  const app = await launchApp();
  const outcome = await app.page.evaluate(async () => {
    const inline = document.createElement('script');
    try {
      inline.textContent = 'window.ranInline = true';
      document.body.append(inline);
    } catch {
      // Trusted types refuse the assignment itself.
    }
    const button = document.createElement('button');
    try {
      button.setAttribute('onclick', 'window.ranHandler = true');
      document.body.append(button);
      button.click();
    } catch {
      // Trusted types refuse the assignment itself.
    }
    const flags = window as unknown as Record<string, unknown>;
    // In a task of its own: code that a debugger evaluates is exempt from the rule.
    const refused = (work: () => unknown) =>
      new Promise<boolean>((resolve) =>
        setTimeout(() => {
          try {
            work();
            resolve(false);
          } catch {
            resolve(true);
          }
        }),
      );
    return {
      inline: flags['ranInline'] === undefined,
      handler: flags['ranHandler'] === undefined,
      // biome-ignore lint/security/noGlobalEval: the test proves that it is refused
      evaluated: await refused(() => eval('1 + 1')),
      constructed: await refused(() => new Function('return 1')()),
    };
  });
  expect(outcome).toMatchObject({ inline: true, handler: true, evaluated: true, constructed: true });
  await app.quit();
});

test('the page has the named functions of the contract and nothing of Node or Electron', async () => {
  const app = await launchApp();
  const found = await app.page.evaluate(() => {
    const globals = window as unknown as Record<string, unknown>;
    return {
      node: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in globals),
      api: Object.keys(globals['secondOpinion'] as object).sort(),
      frozen: Object.isFrozen(globals['secondOpinion']),
    };
  });
  expect(found.node).toEqual([]);
  expect(found.api).toContain('createAnnotation');
  expect(found.api.every((name) => /^[a-z][A-Za-z]+$/.test(name))).toBe(true);

  const refused = await app.page.evaluate(() =>
    // A request that does not fit the contract: the type is bent on purpose.
    window.secondOpinion.openCase({ letterId: 'DROP TABLE letter' } as unknown as { letterId: number }),
  );
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  await app.quit();
});

test('the app itself breaks none of its own rules', async () => {
  const app = await launchApp();
  const complaints: string[] = [];
  // Enabling these also gives what was logged since the page began to load.
  const session = await app.page.context().newCDPSession(app.page);
  session.on('Log.entryAdded', ({ entry }) => complaints.push(entry.text));
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => complaints.push(exceptionDetails.text));
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error' || type === 'warning') complaints.push(args.map(({ value }) => String(value)).join(' '));
  });
  await session.send('Log.enable');
  await session.send('Runtime.enable');
  await app.drop([seedPath('001')]);
  await expect(app.page.locator('[data-item]')).toHaveCount(3);
  await app.page.keyboard.press('?');
  await app.page.keyboard.press('Escape');
  expect(complaints).toEqual([]);
  await app.quit();
});

test('permissions are denied', async () => {
  const app = await launchApp();
  const states = await app.page.evaluate(async () => {
    const geolocation = await new Promise<string>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
        { timeout: 3000 },
      );
    });
    const notification = await Notification.requestPermission();
    const outcome = (work: Promise<unknown>) =>
      work.then(
        () => 'granted',
        () => 'denied',
      );
    return {
      geolocation,
      notification,
      awake: await outcome(navigator.wakeLock.request('screen')),
      copied: await outcome(navigator.clipboard.writeText('x')),
      full: await outcome(document.documentElement.requestFullscreen()),
    };
  });
  expect(states).toEqual({
    geolocation: 'denied',
    notification: 'denied',
    awake: 'denied',
    copied: 'denied',
    full: 'denied',
  });
  await app.quit();
});
