import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAppUrl, toPageUrl } from '../../../electron/runtime/chromium/app-origin.ts';

test('an app url is shown under a host that can never resolve', () => {
  expect(toPageUrl('app://bundle/a/b.html?c=d#e')).toBe('https://bundle.app.invalid/a/b.html?c=d#e');
  expect(toAppUrl('https://bundle.app.invalid/a/b.html?c=d#e')).toBe('app://bundle/a/b.html?c=d#e');
});

// https writes an apostrophe in a query as %27, other schemes leave it: the same query either way.
const queries = fc.webQueryParameters().filter((query) => !query.includes("'"));

test('the app gets back the url it gave', () => {
  fc.assert(
    fc.property(fc.domain(), fc.webPath(), queries, (host, path, query) => {
      const url = new URL(`app://${host}${path || '/'}${query && `?${query}`}`).href;
      expect(toAppUrl(toPageUrl(url))).toBe(url);
    }),
  );
});

test.each([
  'https://example.com/',
  'http://bundle.app.invalid/',
  'https://bundle.app.invalid:8443/',
  'https://app.invalid/',
  'https://bundle.app.invalid.example.com/',
  'data:text/html,x',
  'about:blank',
  'not a url',
])('%s is no url of the app', (url) => {
  expect(toAppUrl(url)).toBe(url);
});
