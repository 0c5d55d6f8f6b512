import type { InstanceLock } from './instance-lock.ts';

/** What the launcher decides before the app's own code runs. */
export interface RuntimeOptions {
  /** The program that shows the window. */
  readonly executable: string;
  /** The folder for everything the app and its browser keep. */
  readonly userData: string;
  readonly headless: boolean;
  readonly debuggingPort?: string;
  readonly appName: string;
  readonly appVersion: string;
  readonly lock: InstanceLock;
}

let options: RuntimeOptions | undefined;

export function setRuntimeOptions(chosen: RuntimeOptions): void {
  options = chosen;
}

export function runtimeOptions(): RuntimeOptions {
  if (!options) throw new Error('The Chromium runtime was imported without its launcher.');
  return options;
}
