/** Holds an import back while a person wants the machine for something else. */
export interface Pause {
  readonly isOn: boolean;
  begin(): void;
  end(): void;
  /** Resolves at once, or when the pause ends. */
  passed(): Promise<void>;
  /** Calls `listener` whenever the pause has begun or ended. */
  onChange(listener: () => void): void;
}

export function createPause(): Pause {
  let held: PromiseWithResolvers<void> | undefined;
  const listeners: (() => void)[] = [];
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    get isOn() {
      return held !== undefined;
    },
    begin: () => {
      if (held) return;
      held = Promise.withResolvers();
      tell();
    },
    end: () => {
      if (!held) return;
      held.resolve();
      held = undefined;
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
