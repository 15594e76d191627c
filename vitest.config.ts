import { keepTemporaryFilesInMemory } from '@viewpoints/config/testing/memory-directory';
import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Tests are told apart by their place: those that need nothing, those of the admin's own modules,
 * and those that need a PostgreSQL, which one global set-up starts for all of them. Screens and
 * dialogs of the admin run in a browser without a build (`*.browser.test.tsx`); the whole product,
 * in apps/e2e, after one.
 *
 * A worker runs many files, and loading Prisma and zod for each took a quarter of the time.
 * So `unit` and `database` share their modules: a test there leaves no module, global or setting
 * of the process changed. Files of the admin each play a browser of their own, and are isolated.
 */
const unit = [
  'packages/{config,docx,domain,pictures,postgres,ui,working-copy}/src/**/*.test.{ts,tsx}',
  'apps/cli/src/**/*.test.ts',
];
/** What the command line does to a journal. */
const commands = 'apps/cli/src/commands/**/*.test.ts';
const database = [
  commands,
  'packages/{db,published,api,client}/src/**/*.test.ts',
  'apps/{api,reader}/src/**/*.test.{ts,tsx}',
];

keepTemporaryFilesInMemory();

/** What waits for times to pass, and runs in `npm run soak -- --waits` alone. */
const waits = '**/*.soak.test.ts';

const databaseSetup = 'packages/published/src/testing/global-setup.ts';
const sampleSetup = 'apps/e2e/src/support/sample-setup.ts';

export default defineConfig({
  test: {
    // Two cores are what a small machine and most continuous integration have.
    maxWorkers: 2,
    // How long a test waits for what is to come: a second is little on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      // Property tests run hundreds of cases; on a busy machine that takes a while.
      {
        extends: true,
        test: {
          name: 'unit',
          include: unit,
          exclude: [...configDefaults.exclude, commands, waits],
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'admin',
          include: ['apps/admin/src/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, '**/*.browser.test.tsx'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: database,
          exclude: [...configDefaults.exclude, waits],
          isolate: false,
          globalSetup: [databaseSetup],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'soak',
          include: [waits],
          isolate: false,
          globalSetup: [databaseSetup],
          hookTimeout: 60_000,
        },
      },
      'apps/admin/src/testing/vitest.components.config.ts',
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['apps/e2e/src/**/*.test.ts'],
          globalSetup: [databaseSetup, sampleSetup],
          setupFiles: ['apps/e2e/src/support/failure-report.ts'],
          // What is shown after a failure is read before the test's own hooks close the page.
          sequence: { hooks: 'list' },
          testTimeout: 120_000,
          // Each file starts the whole product, on ports and data of its own.
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
