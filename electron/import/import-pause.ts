/** Holds an import back while a person wants the machine for something else. */
export interface Pause {
  readonly isOn: boolean;
  /** Why it began, if no person asked for it. */
  readonly reason: string | undefined;
  begin(reason?: string): void;
  end(): void;
  /** Resolves at once, or when the pause ends. */
  passed(): Promise<void>;
  /** Calls `listener` whenever the pause has begun or ended. */
  onChange(listener: () => void): void;
}

export function createPause(): Pause {
  let held: PromiseWithResolvers<void> | undefined;
  let reason: string | undefined;
  const listeners: (() => void)[] = [];
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    get isOn() {
      return held !== undefined;
    },
    get reason() {
      return reason;
    },
    begin: (because) => {
      if (held) return;
      held = Promise.withResolvers();
      reason = because;
      tell();
    },
    end: () => {
      if (!held) return;
      held.resolve();
      held = undefined;
      reason = undefined;
      tell();
    },
    passed: async () => {
      while (held) await held.promise;
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}
