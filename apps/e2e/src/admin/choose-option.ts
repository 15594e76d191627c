import type { Page } from 'playwright-core';

/**
 * Opens a select by its label and chooses one of its options. The option is chosen by keyboard: the
 * popup takes its place in several steps, and on a busy machine it can move between the press and
 * the release of a mouse.
 */
export async function chooseOption(page: Page, select: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: select }).click();
  const chosen = page.getByRole('option', { name: option });
  await chosen.press('Enter');
  await chosen.waitFor({ state: 'detached' });
}
