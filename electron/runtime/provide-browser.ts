import { canInstallPackages, installPackage } from './debian-packages.ts';
import { findBrowser } from './find-browser.ts';

/** An installed browser; on Debian as root Chromium is installed when there is none. Undefined after saying why. */
export function provideBrowser(): string | undefined {
  const found = findBrowser();
  if (found) return found;
  if (canInstallPackages() && installPackage('chromium', 'No Chromium, Chrome or Edge is installed.')) {
    return findBrowser();
  }
  console.error('Second Opinion needs Chromium, Google Chrome or Microsoft Edge. Please install one of them.');
  return undefined;
}
