/**
 * Chromium has no custom schemes, so `app://bundle/index.html` is shown as `https://bundle.app.invalid/index.html`.
 * `.invalid` never resolves (RFC 2606), and requests to it are answered before any network is asked.
 */
const pageHost = /^(.+)\.([a-z][a-z0-9-]*)\.invalid$/;

/** The address under which Chromium shows a custom-scheme url; other urls stay as they are. */
export function toPageUrl(appUrl: string): string {
  const url = new URL(appUrl);
  if (['http:', 'https:', 'data:', 'about:', 'blob:', 'file:'].includes(url.protocol)) return appUrl;
  return `https://${url.host}.${url.protocol.slice(0, -1)}.invalid${url.pathname}${url.search}${url.hash}`;
}

/** The reverse of {@link toPageUrl}, as the app is to see it. */
export function toAppUrl(pageUrl: string): string {
  if (!URL.canParse(pageUrl)) return pageUrl;
  const url = new URL(pageUrl);
  const match = url.protocol === 'https:' && url.port === '' ? pageHost.exec(url.hostname) : null;
  return match ? `${match[2]}://${match[1]}${url.pathname}${url.search}${url.hash}` : pageUrl;
}
