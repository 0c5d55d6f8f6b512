import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ConnectionClosed, type DevToolsSession } from './devtools-pipe.ts';
import type { FromPage, PageParameters, PageRuntime, ToPage } from './messages.ts';
import { decodeValue, encodeValue } from './transfer.ts';

const worldName = 'Second Opinion preload';

/** The connection to the isolated world of one window's page. */
export interface PageSession {
  readonly mainFrameId: string;
  /** Sends a message to the document that is shown now; dropped when there is none, as Electron does. */
  post(message: ToPage): void;
  /** Looks up the paths of files the page holds, by their tokens; the empty string for one without a path. */
  pathsOf(tokens: readonly string[]): Promise<string[]>;
  /** Opens the browser's own file chooser and gives the paths chosen. */
  chooseFiles(options: { readonly multiple: boolean; readonly accept: string }): Promise<string[]>;
}

/**
 * Puts the bridge and the preload into every document the page will ever show, and listens to them. The binding
 * that carries messages exists in the isolated world alone; messages from any other context are ignored.
 */
export async function openPageSession(options: {
  readonly session: DevToolsSession;
  readonly targetId: string;
  readonly preload: string | undefined;
  readonly onMessage: (message: FromPage) => void;
}): Promise<PageSession> {
  const { session, targetId: mainFrameId } = options;
  const secret = `s${randomBytes(16).toString('hex')}`;
  let contextId: number | undefined;

  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === worldName && context.auxData?.['frameId'] === mainFrameId) contextId = context.id;
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (executionContextId === contextId) contextId = undefined;
  });
  session.on('Runtime.executionContextsCleared', () => {
    contextId = undefined;
  });
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === secret && executionContextId === contextId) options.onMessage(decodeValue(payload) as FromPage);
  });

  const parameters: PageParameters = { secret, platform: process.platform, versions: { ...process.versions } };
  const [mainWorld, isolatedWorld] = await Promise.all([
    readScript('main-world', parameters),
    readScript('isolated-world', parameters),
  ]);
  const preload = options.preload === undefined ? '' : wrapPreload(await readFile(options.preload, 'utf8'));
  await Promise.all([
    session.send('Page.enable'),
    session.send('Runtime.enable'),
    session.send('Runtime.addBinding', { name: secret, executionContextName: worldName }),
    // The main world first: it has to listen before the isolated world speaks.
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorld }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: `${isolatedWorld}\n${preload}`, worldName }),
  ]);

  /** Calls a function of the isolated world's runtime there and gives the object id of what it returns. */
  async function call(method: keyof PageRuntime, argument: unknown, userGesture = false): Promise<string | undefined> {
    if (contextId === undefined) return undefined;
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      functionDeclaration: `function (argument) { return secondOpinionRuntime.${method}(argument); }`,
      arguments: [{ value: argument }],
      executionContextId: contextId,
      awaitPromise: true,
      userGesture,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.objectId;
  }

  async function pathsInArray(arrayId: string | undefined): Promise<string[]> {
    if (arrayId === undefined) return [];
    const { result } = await session.send('Runtime.getProperties', { objectId: arrayId, ownProperties: true });
    const entries = result.filter(({ name }) => /^\d+$/.test(name));
    const paths = await Promise.all(
      entries.map(async ({ value }) => {
        if (value?.objectId === undefined) return '';
        const { path } = await session.send('DOM.getFileInfo', { objectId: value.objectId });
        await session.send('Runtime.releaseObject', { objectId: value.objectId });
        return path;
      }),
    );
    await session.send('Runtime.releaseObject', { objectId: arrayId });
    return paths;
  }

  return {
    mainFrameId,
    post(message) {
      call('deliver', encodeValue(message)).catch((error: unknown) => {
        // The document may go while the message is on its way; then nobody is left to read it.
        if (contextId !== undefined && !(error instanceof ConnectionClosed))
          console.error('A message did not reach the window:', error);
      });
    },
    pathsOf: async (tokens) => pathsInArray(await call('takeFiles', tokens)),
    chooseFiles: async (choice) => pathsInArray(await call('chooseFiles', choice, true)),
  };
}

async function readScript(name: string, parameters: PageParameters): Promise<string> {
  const script = await readFile(new URL(`./page/${name}.js`, import.meta.url), 'utf8');
  return `{ const standIn = ${JSON.stringify(parameters)};\n${script}\n}`;
}

/** A preload is CommonJS, with Electron's sandboxed `require` and `process` around it. */
function wrapPreload(source: string): string {
  return `if (globalThis.secondOpinionPreloadScope) {
(({ require, process }) => { const module = { exports: {} }; const { exports } = module;
${source}
})(globalThis.secondOpinionPreloadScope); delete globalThis.secondOpinionPreloadScope; }`;
}
