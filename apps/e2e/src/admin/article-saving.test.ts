import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ArticleDesk,
  newArticle,
  openArticle,
  openArticleDesk,
  saved,
  selectionTaken,
  stored,
  textOf,
  withoutSocket,
  write,
} from './article-desk.ts';

let desk: ArticleDesk;
beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk?.stop());

/** In shared editing there are no saves to merge. */
const newContext = async () => withoutSocket(await desk.newContext());
const headline = (page: Page) => page.getByRole('textbox', { name: 'Headline' });
const noSaves = (page: Page) =>
  page.route('**/trpc/editor.articles.save**', (route) => route.abort());

/** Makes a page remember what it has written into its own database, once that is committed. */
const rememberKept = (page: Page) =>
  page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, key) {
      this.transaction.addEventListener('complete', () =>
        Object.assign(window, { kept: JSON.stringify(value) }),
      );
      return put.call(this, value, key);
    };
  });

describe('nothing written is lost', () => {
  test('while the server cannot be reached it is stored on the device, and saved once it can', async () => {
    const id = await newArticle(desk, 'By candle light');
    const context = await newContext();
    const page = await context.newPage();
    await openArticle(desk, page, id);
    await noSaves(page);
    await textOf(page).click();
    await page.keyboard.type('The lights went out.');
    await page.getByText('The server does not answer: kept on this device').waitFor();
    await page.unroute('**/trpc/editor.articles.save**');
    await page.getByRole('button', { name: 'Try now' }).click();
    await saved(page);
    const { article } = await stored(page, id);
    expect(JSON.stringify(article.body)).toContain('The lights went out.');
    await context.close();
  });

  test('a device that is offline says so, and saves by itself once it is back', async () => {
    const id = await newArticle(desk, 'On the ferry');
    const context = await newContext();
    const page = await context.newPage();
    await openArticle(desk, page, id);
    await context.setOffline(true);
    await textOf(page).click();
    await page.keyboard.type('No network at sea.');
    await page.getByText('Offline: kept on this device').waitFor();
    await context.setOffline(false);
    await saved(page);
    const { article } = await stored(page, id);
    expect(JSON.stringify(article.body)).toContain('No network at sea.');
    await context.close();
  });

  test('a page that dies before it could save is restored when the article is opened again', async () => {
    const id = await newArticle(desk, 'After the crash');
    const context = await newContext();
    const dying = await context.newPage();
    await rememberKept(dying);
    await openArticle(desk, dying, id);
    await noSaves(dying);
    await textOf(dying).click();
    await dying.keyboard.type('Written a moment before the crash.');
    await dying.waitForFunction(() =>
      (window as { kept?: string }).kept?.includes('Written a moment before the crash.'),
    );
    // Nothing of what a page does when it is left is done then.
    const crash = dying.waitForEvent('crash');
    await dying.goto('chrome://crash').catch(() => {});
    await crash;

    const page = await context.newPage();
    await openArticle(desk, page, id);
    await page.getByText('Restored what was written until').waitFor();
    await textOf(page).getByText('Written a moment before the crash.').waitFor();
    await saved(page);
    const { article } = await stored(page, id);
    expect(JSON.stringify(article.body)).toContain('Written a moment before the crash.');
    await context.close();
  });
});

describe('two tabs on one article', () => {
  test('one that has nothing of its own shows what the other saved', async () => {
    const id = await newArticle(desk, 'First words');
    const context = await newContext();
    const [one, other] = [await context.newPage(), await context.newPage()];
    await openArticle(desk, one, id);
    await openArticle(desk, other, id);
    await headline(one).fill('Better words');
    await one.waitForTimeout(1200);
    await saved(one);
    await other.waitForFunction(
      () =>
        document.querySelector<HTMLTextAreaElement>('[data-field="headline"] textarea')?.value ===
        'Better words',
    );
    await context.close();
  });

  test('who changed other fields lose nothing, and see what was merged', async () => {
    const id = await newArticle(desk, 'Shared');
    const [one, other] = await Promise.all([newContext(), newContext()]);
    const [first, second] = [await one.newPage(), await other.newPage()];
    await openArticle(desk, first, id);
    await openArticle(desk, second, id);
    await write(first, 'The text is mine.');
    await headline(second).fill('The headline is mine');
    await second.getByText('Changes merged: text').waitFor();
    await saved(second);
    const { article } = await stored(second, id);
    expect(article.headline).toBe('The headline is mine');
    expect(JSON.stringify(article.body)).toContain('The text is mine.');
    await Promise.all([one.close(), other.close()]);
  });

  test('who change other words of one text keep both, and go on where they were', async () => {
    const id = await newArticle(desk, 'Together');
    const [one, other] = await Promise.all([newContext(), newContext()]);
    const [first, second] = [await one.newPage(), await other.newPage()];
    await openArticle(desk, first, id);
    await write(first, 'It rained in the north.');
    await saved(first);
    await openArticle(desk, second, id);
    await textOf(second).getByText('It rained in the north.').waitFor();

    await textOf(first).click();
    await first.keyboard.press('Control+Home');
    await selectionTaken(first);
    await first.keyboard.type('All day ');
    await saved(first);
    await textOf(second).click();
    await second.keyboard.press('Control+End');
    await selectionTaken(second);
    await second.keyboard.press('Enter');
    await second.keyboard.type('It snowed in the south.');
    await second.getByText('Changes merged: text').waitFor();
    await second.keyboard.type(' It hailed in the west.');
    await second.waitForTimeout(1200);
    await saved(second);
    const { article } = await stored(second, id);
    const texts = article.body.content.map((block: object) => JSON.stringify(block));
    expect(texts[0]).toContain('All day It rained in the north.');
    expect(texts[1]).toContain('It snowed in the south. It hailed in the west.');
    expect(texts).toHaveLength(2);
    await Promise.all([one.close(), other.close()]);
  });

  test('who changed the same field see both before anything is overwritten', async () => {
    const id = await newArticle(desk, 'Contested');
    const [one, other] = await Promise.all([newContext(), newContext()]);
    const [first, second] = [await one.newPage(), await other.newPage()];
    await openArticle(desk, first, id);
    await openArticle(desk, second, id);
    await headline(first).fill('The first headline');
    await first.waitForTimeout(1200);
    await saved(first);
    await headline(second).fill('The second headline');
    const dialog = second.getByRole('dialog', { name: /^Same text changed/ });
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('changed the headline');
    expect((await stored(second, id)).article.headline).toBe('The first headline');

    await dialog.getByRole('radio', { name: 'Saved version' }).check();
    await dialog.getByRole('button', { name: 'Continue with these' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await headline(second).inputValue()).toBe('The first headline');
    await saved(second);
    expect((await stored(second, id)).article.headline).toBe('The first headline');
    await Promise.all([one.close(), other.close()]);
  });
});
