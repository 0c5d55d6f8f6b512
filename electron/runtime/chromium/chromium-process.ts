import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { DevToolsPipe } from './devtools-pipe.ts';

export interface ChromiumOptions {
  /** The program: Chromium, Chrome or Edge. */
  readonly executable: string;
  /** The folder of Chromium's own profile; nothing of the app is kept there. */
  readonly profile: string;
  readonly title: string;
  readonly headless: boolean;
  /** Only for tests: the port other debuggers may connect to. Without it none is opened. */
  readonly debuggingPort?: string;
}

/** How Chromium ended: `crashed` is what nobody asked for. */
export interface ChromiumEnd {
  readonly crashed: boolean;
  /** The exit status or signal, for the person. */
  readonly reason: string;
}

export interface ChromiumProcess {
  readonly pipe: DevToolsPipe;
  readonly ended: Promise<ChromiumEnd>;
  /** Ends Chromium at once when it does not end by itself within a few seconds. */
  close(): Promise<void>;
}

/** How long Chromium may take to write its profile when it closes, in ms. */
const closeTimeout = 3000;

/**
 * Starts Chromium with one application window, showing an empty page. It runs in a process group of its own, so
 * that Ctrl+C in a terminal reaches the app first, and ends by itself when this process ends in any way.
 */
export function startChromium(options: ChromiumOptions): ChromiumProcess {
  mkdirSync(options.profile, { recursive: true });
  const child = spawn(options.executable, chromiumArguments(options), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: false,
  });
  const pipe = new DevToolsPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  let closing = false;
  const ended = whenEnded(child).then(({ code, reason }): ChromiumEnd => {
    pipe.close();
    return { crashed: code !== 0 && !closing, reason };
  });
  return {
    pipe,
    ended,
    async close() {
      closing = true;
      // Chromium may be gone before it answers, which is what was asked for.
      pipe.root.send('Browser.close').catch(() => undefined);
      const timer = setTimeout(() => child.kill('SIGKILL'), closeTimeout);
      await ended;
      clearTimeout(timer);
    },
  };
}

function whenEnded(child: ChildProcess): Promise<{ code: number | null; reason: string }> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, reason: error.message }));
    child.once('exit', (code, signal) => resolve({ code, reason: signal ?? `exit status ${code}` }));
  });
}

function chromiumArguments(options: ChromiumOptions): string[] {
  const emptyPage = `<title>${options.title}</title><meta name="color-scheme" content="light dark">`;
  return [
    `--app=data:text/html,${encodeURIComponent(emptyPage)}`,
    `--user-data-dir=${options.profile}`,
    '--remote-debugging-pipe',
    ...(options.debuggingPort === undefined ? [] : [`--remote-debugging-port=${options.debuggingPort}`]),
    ...(options.headless ? ['--headless'] : []),
    ...(isRoot() ? ['--no-sandbox', '--test-type', '--disable-dev-shm-usage'] : []),
    ...quiet,
    ...offline,
  ];
}

/** Chromium refuses its sandbox to root; `--test-type` spares root the bar about it. */
const isRoot = (): boolean => process.getuid?.() === 0;

/** No first-run pages, bubbles, prompts or key rings: the window is the app's. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--disable-search-engine-choice-screen',
  '--disable-session-crashed-bubble',
  '--hide-crash-restore-bubble',
  '--disable-save-password-bubble',
  '--deny-permission-prompts',
  '--password-store=basic',
  '--use-mock-keychain',
  '--allow-browser-signin=false',
  '--class=second-opinion',
];

/**
 * The app opens no connection, and neither does the browser under it: its own services are off, no name or
 * address resolves, and whatever is left is sent to a proxy that does not exist.
 */
const offline = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-quic',
  '--no-pings',
  '--no-service-autorun',
  '--metrics-recording-only',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://offline.invalid:9',
  '--proxy-bypass-list=<-loopback>',
  `--disable-features=${[
    'AutofillServerCommunication',
    'CertificateTransparencyComponentUpdater',
    'DialMediaRouteProvider',
    'InterestFeedContentSuggestions',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationGuideModelDownloading',
    'OptimizationHints',
    'Translate',
  ].join(',')}`,
];
