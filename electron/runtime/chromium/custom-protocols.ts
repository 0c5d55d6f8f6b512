type ProtocolHandler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, ProtocolHandler>();

/** Electron's `protocol`. Every scheme it handles is a secure standard one here, served under https. */
export const protocol = {
  registerSchemesAsPrivileged(_schemes: Electron.CustomScheme[]): void {},
  handle(scheme: string, handler: ProtocolHandler): void {
    if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} is already handled.`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme);
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
} satisfies Partial<Electron.Protocol>;

/** The app's answer to a request for one of its own urls; undefined for a url of no handled scheme. */
export async function answerRequest(
  url: string,
  request: { method: string; headers: Record<string, string>; body?: string },
): Promise<Response | undefined> {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (!handler) return undefined;
  const { method, headers, body } = request;
  return handler(new Request(url, body === undefined ? { method, headers } : { method, headers, body }));
}
