import type { Page } from 'playwright-core';
import { textOf } from './article-desk.ts';

/** Pastes a table into a new chart at the end of the text, as a spreadsheet puts it on the clipboard. */
export async function pasteChart(page: Page, table: string): Promise<void> {
  await textOf(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/chart');
  await page.getByRole('option', { name: /^Chart/ }).waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Chart' });
  await dialog.getByRole('textbox', { name: 'What the rows are' }).evaluate((cell, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    cell.dispatchEvent(paste);
  }, table);
  await dialog.getByRole('textbox', { name: /^Title/ }).fill('Ships a day');
  await dialog.getByRole('textbox', { name: /^Description/ }).fill('Fewer pass in spring.');
  await dialog.getByRole('textbox', { name: /^Source$/ }).fill('The harbour office');
  await dialog.getByRole('button', { name: 'Insert' }).click();
  await dialog.waitFor({ state: 'detached' });
}
