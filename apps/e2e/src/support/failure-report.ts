import type { Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { openPages } from './browser.ts';

/** A page as a screen reader would present it, with its address. */
async function describePage(page: Page): Promise<string> {
  const shown = await page
    .locator('body')
    .ariaSnapshot({ timeout: 5_000 })
    .catch((error) => `cannot be read: ${error}`);
  return `${page.url()}\n${shown}`;
}

// A rare failure can only be explained by what was on the screen.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const page of openPages()) {
    console.error(`After “${task.name}” failed:\n${await describePage(page)}`);
  }
});
