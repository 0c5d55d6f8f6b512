import { toAppUrl } from './app-origin.ts';
import { answerRequest } from './custom-protocols.ts';
import { ConnectionClosed, type DevToolsSession, type PausedRequest } from './devtools-pipe.ts';
import { finalHeaders, isCancelled } from './session.ts';

/** Asks whether the main frame may go to a url; the argument is what the app is to see. */
export type MayNavigate = (frameId: string, appUrl: string) => boolean;

/**
 * Stops every request that anything in the browser makes, workers included. Requests for the app's own schemes
 * are answered by its protocol handlers; all others are refused, whatever the app's own filter says.
 */
export async function gateRequests(browser: DevToolsSession, mayNavigate: MayNavigate): Promise<void> {
  browser.on('Fetch.requestPaused', (paused) => {
    answer(browser, paused, mayNavigate).catch((error: unknown) => {
      if (!(error instanceof ConnectionClosed)) console.error(`Request for ${paused.request.url} failed:`, error);
    });
  });
  await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function answer(browser: DevToolsSession, paused: PausedRequest, mayNavigate: MayNavigate): Promise<void> {
  const { requestId } = paused;
  const response = await respond(paused, mayNavigate);
  if (!response) {
    // A document request that is aborted leaves the present page where it is; a blocked one shows an error page.
    const errorReason = paused.resourceType === 'Document' ? 'Aborted' : 'BlockedByClient';
    await browser.send('Fetch.failRequest', { requestId, errorReason });
    return;
  }
  await browser.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: response.headers,
    body: response.body.toString('base64'),
  });
}

interface Answer {
  readonly status: number;
  readonly headers: { name: string; value: string }[];
  readonly body: Buffer;
}

async function respond(paused: PausedRequest, mayNavigate: MayNavigate): Promise<Answer | undefined> {
  const url = toAppUrl(paused.request.url);
  if (paused.resourceType === 'Document' && !mayNavigate(paused.frameId, url)) return undefined;
  const details = describeRequest(paused, url);
  if (await isCancelled(details)) return undefined;
  const { method, headers, postData } = paused.request;
  const response = await answerRequest(url, { method, headers, ...(postData === undefined ? {} : { body: postData }) });
  if (!response) return undefined;
  const responseHeaders = Object.fromEntries([...response.headers].map(([name, value]) => [name, [value]]));
  const final = await finalHeaders({
    ...details,
    statusCode: response.status,
    statusLine: `HTTP/1.1 ${response.status}`,
    responseHeaders,
  });
  return {
    status: response.status,
    headers: Object.entries(final).flatMap(([name, values]) => values.map((value) => ({ name, value }))),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

let requests = 0;

function describeRequest(paused: PausedRequest, url: string): Electron.OnBeforeRequestListenerDetails {
  requests += 1;
  return {
    id: requests,
    url,
    method: paused.request.method,
    resourceType: resourceTypes[paused.resourceType] ?? 'other',
    referrer: toAppUrl(paused.request.headers['Referer'] ?? ''),
    timestamp: Date.now(),
    uploadData: [],
  };
}

const resourceTypes: Partial<
  Record<PausedRequest['resourceType'], Electron.OnBeforeRequestListenerDetails['resourceType']>
> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Image: 'image',
  Media: 'media',
  Font: 'font',
  Script: 'script',
  XHR: 'xhr',
  Fetch: 'xhr',
  EventSource: 'xhr',
  WebSocket: 'webSocket',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
};
