import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly runtime: 'electron' | 'chromium' | undefined;
  readonly headless: boolean;
  readonly library: string | undefined;
  readonly userData: string | undefined;
  readonly remoteDebuggingPort: string | undefined;
  readonly appFolder: string | undefined;
}

export const usage = `Usage: npm start -- [options]
  --library=DIR        keep the library in this folder
  --user-data=DIR      keep everything else (settings of the window's browser, locks) in this folder
  --runtime=NAME       electron or chromium; by default Electron where it is there or can be fetched
  --headless           open no window on the screen
For tests:
  --remote-debugging-port=N   let a debugger connect to this port (0: any; without it no port is opened)
  --app=DIR                   run the built Electron app in this folder instead`;

/** The options of `npm start`; a sentence about what is wrong with them instead when they can't be understood. */
export function parseStartOptions(args: readonly string[]): StartOptions | { readonly problem: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        runtime: { type: 'string' },
        headless: { type: 'boolean', default: false },
        library: { type: 'string' },
        'user-data': { type: 'string' },
        'remote-debugging-port': { type: 'string' },
        app: { type: 'string' },
      },
    });
    const { runtime } = values;
    if (runtime !== undefined && runtime !== 'electron' && runtime !== 'chromium') {
      return { problem: `There is no runtime ${runtime}.` };
    }
    return {
      runtime,
      headless: values.headless,
      library: values.library,
      userData: values['user-data'],
      remoteDebuggingPort: values['remote-debugging-port'],
      appFolder: values.app,
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
