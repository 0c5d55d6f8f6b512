import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/** The only origin the app's page ever has. */
export const appOrigin = 'app://bundle';
export const appUrl = `${appOrigin}/index.html`;
/** The same page, beginning with the ways back from a damaged library. */
export const recoveryUrl = `${appUrl}?recovery`;

/**
 * react-aria puts one constant style element into the page (touch-action for pressable elements); its hash lets
 * that one in without letting in any other. An end-to-end test fails when the hash no longer fits.
 */
const pressableStyle = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** Nothing by default; the bundle's own scripts, styles, fonts and images; no connections, frames or forms. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${pressableStyle}`,
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** No powerful feature of a browser, also not those that it grants without asking. */
const permissionsPolicy = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Answers `app://bundle/…` with the built renderer's files; anything outside `root` or unknown is a 404. */
export function serveBundle(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const path = normalize(join(root, decodeURIComponent(url.pathname)));
    const type = mediaTypes[extname(path)];
    if (url.host !== 'bundle' || request.method !== 'GET' || !path.startsWith(root + sep) || !type) return notFound();
    try {
      const body = await readFile(path);
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': type,
          'content-security-policy': contentSecurityPolicy,
          'permissions-policy': permissionsPolicy,
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
          'referrer-policy': 'no-referrer',
        },
      });
    } catch {
      return notFound();
    }
  };
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { 'content-security-policy': contentSecurityPolicy } });
}
