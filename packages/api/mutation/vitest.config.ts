import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** One PostgreSQL for a whole run, as the project `database` has it. */
const databaseSetup = fileURLToPath(
  import.meta.resolve('@viewpoints/published/testing/global-setup'),
);

/**
 * Folders whose tests publish articles or change what published articles rest on. None that publishes
 * in a `beforeAll`, such as `jobs`: what a hook reaches belongs to no test of its own, so that each
 * change there would run every test from the start, for minutes.
 */
const folders = '{articles,catalogue,clearances,desk,exposures,findings,publishing,sources}';

/** Tests that reach publishing as Stryker runs them, in a copy of the package. */
export default defineConfig({
  test: {
    include: [`src/${folders}/**/*.test.ts`],
    globalSetup: [databaseSetup],
    // Long, since a run competes with other work: the runner has its own limit for what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    isolate: false,
  },
});
