import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** One PostgreSQL for a whole run, as the project `database` has it. */
const databaseSetup = fileURLToPath(
  import.meta.resolve('@viewpoints/published/testing/global-setup'),
);

/** Folders whose tests publish articles or change what published articles rest on. */
const folders =
  '{articles,catalogue,clearances,desk,exposures,findings,jobs,publishing,settings,sources}';

/** Tests that reach publishing as Stryker runs them, in a copy of the package. */
export default defineConfig({
  test: {
    include: [`src/${folders}/**/*.test.ts`],
    globalSetup: [databaseSetup],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    isolate: false,
  },
});
