import { resolve } from 'node:path';
import { findFreePort } from '@viewpoints/config/free-port';
import { chromiumLaunchOptions } from '@viewpoints/config/testing/chromium';
import { playwright } from '@vitest/browser-playwright';
import { defineProject } from 'vitest/config';
import { forwardToApi } from './forward-to-api.ts';
import { importPosts } from './import-command.ts';
import { importedPackages } from './imported-packages.ts';
import {
  ageSessions,
  codeOf,
  emailToken,
  formerEmail,
  raiseDocumentVersion,
  signInAs,
  signInElsewhere,
} from './sign-in-command.ts';

const admin = resolve(import.meta.dirname, '../..');
const packages = resolve(admin, '../../packages');
const apiPort = await findFreePort();
const shown = [`${admin}/src`, `${packages}/domain/src`, `${packages}/client/src`];

/**
 * Screens and dialogs of the admin in a browser, against the API as it runs in production. One API,
 * one browser and one page serve all files, which therefore run one after another.
 */
export default defineProject({
  root: admin,
  cacheDir: resolve(admin, '../../node_modules/.cache/components'),
  plugins: [forwardToApi(apiPort)],
  resolve: {
    alias: {
      // Other features of Next.js are tested with the whole product, in apps/e2e.
      'next/link': resolve(import.meta.dirname, 'next-link.ts'),
      'next/navigation': resolve(import.meta.dirname, 'next-navigation.ts'),
    },
  },
  optimizeDeps: {
    include: [
      ...importedPackages(shown),
      'axe-core',
      'react-dom/client',
      'react/jsx-dev-runtime',
      'vitest-browser-react/pure',
    ],
  },
  test: {
    name: 'components',
    include: ['src/**/*.browser.test.tsx'],
    globalSetup: [
      `${packages}/published/src/testing/global-setup.ts`,
      resolve(import.meta.dirname, 'api-setup.ts'),
    ],
    setupFiles: [resolve(import.meta.dirname, 'clear-page.ts')],
    provide: { apiPort },
    isolate: false,
    fileParallelism: false,
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000, interval: 100 } },
    browser: {
      enabled: true,
      headless: true,
      provider: playwright({
        launchOptions: await chromiumLaunchOptions(),
        actionTimeout: 8_000,
      }),
      instances: [{ browser: 'chromium' }],
      viewport: { width: 1280, height: 900 },
      screenshotFailures: false,
      commands: {
        ageSessions,
        codeOf,
        emailToken,
        importPosts,
        formerEmail,
        raiseDocumentVersion,
        signInAs,
        signInElsewhere,
      },
    },
  },
});
