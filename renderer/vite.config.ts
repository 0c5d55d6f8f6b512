import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window's bundle. Nothing is inlined, so that the page runs under a policy without inline scripts. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
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
