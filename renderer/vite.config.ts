import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The schemas' library tries to compile code, which the page's policy forbids: the window takes types alone of them. */
const withoutSchemas: Plugin = {
  name: 'without-schemas',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source === 'zod') throw new Error(`The window must not load zod, which ${importer} imports.`);
  },
};

/** The window's bundle. Nothing is inlined, so that the page runs under a policy without inline scripts. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [withoutSchemas, react()],
  logLevel: 'warn',
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // The oldest Chromium that the Chromium runtime is meant to open in.
    target: 'chrome128',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
  },
});
