import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/migrations/**/*.test.ts'],
    testTimeout: 30_000,
    // Library and export tests open native modules in their own threads; forks keep a crash in one file.
    pool: 'forks',
  },
});
