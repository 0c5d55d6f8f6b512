/** Electron's command-line switches: `--name` and `--name=value` among the process's arguments. */
const switches = new Map<string, string>();
for (const argument of process.argv.slice(1)) {
  const match = /^--([^=]+)(?:=(.*))?$/s.exec(argument);
  if (match?.[1]) switches.set(match[1], match[2] ?? '');
}

export const commandLine = {
  hasSwitch: (name: string): boolean => switches.has(name),
  getSwitchValue: (name: string): string => switches.get(name) ?? '',
  appendSwitch: (name: string, value = ''): void => void switches.set(name, value),
  removeSwitch: (name: string): void => void switches.delete(name),
} satisfies Partial<Electron.CommandLine>;
