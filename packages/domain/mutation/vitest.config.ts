import { defineConfig } from 'vitest/config';

/** The tests of this package as Stryker runs them, in a copy of the package. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: ['mutation/limit-properties.ts'],
    testTimeout: 30_000,
    isolate: false,
  },
});
