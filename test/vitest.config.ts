import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/migrations/**/*.test.ts'],
    testTimeout: 60_000,
    // Library and export tests open native modules in their own threads; forks keep a crash in one file.
    pool: 'forks',
    // Many tests wait for the disk or for other processes; one worker fewer than cores would leave two cores half idle.
    maxWorkers: '100%',
  },
});
