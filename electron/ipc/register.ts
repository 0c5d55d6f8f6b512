/**
 * The one place where messages from the window enter and notices leave. Sender, input and output are checked
 * here for every channel, so no handler can forget to.
 */
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { ipcMain } from 'electron';
import type { z } from 'zod';
import {
  type Notice,
  type NoticeName,
  notices,
  type RequestName,
  type RequestOutput,
  type Requests,
  requests,
} from '../../shared/contract.ts';
import { attempt, fail, type Result } from '../../shared/result.ts';

/** What a handler does: takes checked input, returns (or promises) the output, throws a FailureError to refuse. */
export type Handler<N extends RequestName> = (
  input: z.output<Requests[N]['input']>,
  window: BrowserWindow,
) => RequestOutput<N> | Promise<RequestOutput<N>>;
export type Handlers = { readonly [N in RequestName]: Handler<N> };

/** Tells whether an event comes from the app's own page, and from which window; undefined refuses it. */
export type TrustedWindow = (event: IpcMainInvokeEvent) => BrowserWindow | undefined;

/**
 * Registers handlers for channels of the contract.
 * @returns a function that takes them away again
 */
export function registerHandlers(handlers: Partial<Handlers>, trustedWindow: TrustedWindow): () => void {
  const names = Object.keys(handlers) as RequestName[];
  for (const name of names) register(name, handlers[name] as Handler<RequestName>);
  return () => {
    for (const name of names) ipcMain.removeHandler(name);
  };

  function register<N extends RequestName>(name: N, handler: Handler<N>): void {
    ipcMain.handle(name, async (event, rawInput: unknown): Promise<Result<unknown>> => {
      const window = trustedWindow(event);
      if (!window) return fail('forbidden-sender', `A page that is not Second Opinion's own asked for ${name}.`);
      const input = requests[name].input.safeParse(rawInput);
      if (!input.success) return fail('invalid-input', `${name}: ${describeIssues(input.error)}`);
      return attempt(async () => {
        const output = await handler(input.data as z.output<Requests[N]['input']>, window);
        return requests[name].output.parse(output);
      });
    });
  }
}

/** Tells the window something; silently does nothing when the window is gone, since nobody is left to tell. */
export function sendNotice<N extends NoticeName>(window: BrowserWindow, name: N, notice: Notice<N>): void {
  if (!window.isDestroyed()) window.webContents.send(name, notices[name].parse(notice));
}

function describeIssues(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`).join('; ');
}
