import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** True where packages can be installed without asking anybody: on Debian (or a relative) as root. */
export function canInstallPackages(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

/** Installs a Debian package, after saying so and why. Returns whether that worked. */
export function installPackage(name: string, reason: string): boolean {
  console.log(`${reason} Installing ${name} with apt-get.`);
  return install(name) || (aptGet('update') && install(name));
}

const install = (name: string): boolean => aptGet('install', '-y', '--no-install-recommends', name);

function aptGet(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Its many lines of progress are shown only when something went wrong.
  const { status, stdout, stderr } = spawnSync('apt-get', ['-q', ...args], { env, encoding: 'utf8' });
  if (status !== 0 && args[0] !== 'install') console.error(`${stdout ?? ''}${stderr ?? ''}`);
  return status === 0;
}
