import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeComplaints } from '../support/axe.ts';
import { PHONE } from '../support/browser.ts';
import {
  type ArticleDesk,
  newArticle,
  openArticle,
  openArticleDesk,
  saved,
  stored,
  write,
} from './article-desk.ts';

let desk: ArticleDesk;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  desk = await openArticleDesk();
  context = await desk.newContext();
  page = await context.newPage();
});
afterAll(async () => {
  await context?.close();
  await desk?.stop();
});

const textSaved = async (id: string) => JSON.stringify((await stored(page, id)).article.body);

test('what was deleted is found in a version, by keyboard, and restored into the text', async () => {
  const id = await newArticle(desk, 'The northern sluices', 'The keys are kept in the tower.');
  await openArticle(desk, page, id);
  await page.getByRole('tab', { name: 'Versions' }).click();
  await page.getByRole('button', { name: 'Keep this version' }).click();
  const version = page.getByRole('link', { name: /^Version 1/ });
  await version.waitFor();
  await page.getByRole('textbox', { name: 'Text of the article' }).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await write(page, 'Nobody has them.');
  expect(await textSaved(id)).not.toContain('tower');

  await version.click();
  await page.waitForURL(/\/compare\?from=/);
  await page.getByText(/^\d changes?$/).waitFor();
  await page.keyboard.press('F8');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
    /^Text: /,
  );
  expect(await axeComplaints(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.width);

  await page.getByRole('button', { name: 'Restore all words…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore words' }).click();
  await page.getByText('No differences').waitFor();
  await page.getByRole('link', { name: 'Back to article' }).click();
  await page.getByText('The keys are kept in the tower.').waitFor();
  await saved(page);
  expect(await textSaved(id)).toContain('The keys are kept in the tower.');
  // What the restore took the place of is kept, and can be gone back to.
  const history = await page.evaluate(async (id) => {
    const input = encodeURIComponent(JSON.stringify({ id }));
    const answer = await fetch(`/trpc/editor.articles.history.list?input=${input}`);
    return (await answer.json()).result.data.items.length;
  }, id);
  expect(history).toBe(2);
});
