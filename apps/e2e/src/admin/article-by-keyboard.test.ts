import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type ArticleDesk,
  newArticle,
  openArticle,
  openArticleDesk,
  saved,
  selectionTaken,
  stored,
  textOf,
  write,
} from './article-desk.ts';
import { chooseOption } from './choose-option.ts';

let desk: ArticleDesk;
let context: BrowserContext;
let page: Page;
let id: string;
let failures: string[];

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk?.stop());
beforeEach(async () => {
  id = await newArticle(desk, 'The quiet strait');
  context = await desk.newContext();
  page = await context.newPage();
  failures = [];
  page.on('pageerror', (error) => failures.push(error.message));
  await openArticle(desk, page, id);
});
afterEach(async () => {
  await context.close();
  expect(failures).toEqual([]);
});

const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement;
    return (
      element?.getAttribute('aria-label') ?? element?.getAttribute('placeholder') ?? element?.id
    );
  });
const hasFocus = (where: Locator) =>
  expect
    .poll(() => where.evaluate((element) => element.contains(document.activeElement)), {
      timeout: 10_000,
    })
    .toBe(true);
const sentence = 'The council will accept lower dues if the islands open their books.';

describe('hands on the keyboard', () => {
  test('a new article begins where something is to be written', async () => {
    await page.goto(`${desk.adminUrl}/articles`);
    await page.getByRole('button', { name: 'New article' }).first().click();
    await textOf(page).waitFor();
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('placeholder') === 'Headline',
    );
    const headline = `Harbour dues ${Date.now()}`;
    await page.keyboard.type(headline);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('placeholder') === 'Standfirst',
    );
    const begun = page.url().split('/').at(-1) ?? '';
    // It is called by its headline, though it was begun without one.
    await expect
      .poll(async () => (await stored(page, begun)).article.slug, { timeout: 10_000 })
      .toBe(headline.toLowerCase().replaceAll(' ', '-'));
    await page.keyboard.type('What was said.');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'article-body');
  });

  test('a note that waits for its words breaks nothing', async () => {
    await write(page, 'The envoy agreed');
    await page.keyboard.press('Control+Alt+f');
    await page.getByRole('textbox', { name: /Words of the footnote/ }).waitFor();
    // Longer than the pauses after which the text is read again.
    await page.waitForTimeout(600);
    expect(failures).toEqual([]);
  });

  test('Enter goes on below a picture', async () => {
    const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 30 } });
    await textOf(page).click();
    await page.keyboard.type('/pic');
    await page.getByRole('option', { name: /Picture/ }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Picture' });
    await dialog.waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'file');
    await dialog
      .locator('input[type="file"]')
      .setInputFiles({ name: 'quay.png', mimeType: 'image/png', buffer });
    await hasFocus(dialog.getByLabel('Picture description'));
    await page.keyboard.type('The quay at low tide');
    await page.keyboard.press('Control+Enter');
    await dialog.getByRole('button', { name: 'Insert' }).click();
    await textOf(page).getByRole('img', { name: 'The quay at low tide' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'article-body');
    await page.keyboard.type('Low tide.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Below.');
    await page.waitForTimeout(1200);
    await saved(page);
    const { article } = await stored(page, id);
    expect(article.body.content).toMatchObject([
      { type: 'figure', content: [{ type: 'text', text: 'Low tide.' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Below.' }] },
    ]);
  });

  test('a holder that is added is written next, and the focus stays where one is taken away', async () => {
    await write(page, sentence);
    await page.keyboard.press('Control+Shift+f');
    const form = page.getByRole('form', { name: 'New finding' });
    await form.waitFor();
    await form.getByRole('button', { name: 'Add holder' }).press('Enter');
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('placeholder') === 'Search by name',
    );
    await form.getByRole('button', { name: 'Remove holder 1' }).press('Enter');
    await form.getByRole('button', { name: 'Remove holder 1' }).waitFor({ state: 'detached' });
    expect(await form.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  });

  test('a finding says at once what it lacks, and keeps the focus when it is proposed', async () => {
    await write(page, sentence);
    await page.keyboard.press('Control+Shift+f');
    await chooseOption(page, 'Stance', /^Accepts if/);
    await page.keyboard.press('Control+Enter');
    const form = page.getByRole('form', { name: 'Finding 1' });
    await form.waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'finding-heading');
    const lacks = form.getByRole('list', { name: 'Before verification' });
    expect(await lacks.getByRole('listitem').count()).toBe(3);
    await lacks
      .getByRole('listitem')
      .filter({ hasText: 'Say on what condition it is accepted.' })
      .getByRole('button')
      .click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('if the islands open their books');
    await lacks.getByText('Say on what condition').waitFor({ state: 'detached' });
    await form.getByRole('button', { name: 'All findings' }).press('Enter');
    await page.getByRole('list', { name: 'Findings' }).waitFor();
    expect(await focused()).toMatch(/^finding-/);
  });

  test('a source is begun where it is named', async () => {
    const title = `Minutes of ${Date.now()}`;
    await write(page, sentence);
    await page.keyboard.press('Control+Shift+f');
    const form = page.getByRole('form', { name: 'New finding' });
    await form.getByRole('combobox', { name: 'Source' }).fill(title);
    await page.getByRole('option', { name: `Create “${title}”` }).click();
    const dialog = page.getByRole('dialog', { name: 'New source' });
    await dialog.getByLabel('Title').press('Enter');
    await dialog.getByText('Choose the terms it was given on.').waitFor();
    for (const [field, first] of [
      ['Attribution', /^On the record/],
      ['Disclosure', /^TLP:CLEAR/],
    ] as const) {
      await dialog.getByRole('combobox', { name: field }).press('ArrowDown');
      await page.getByRole('option', { name: first }).waitFor();
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
    }
    await dialog.getByLabel('Title').press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForFunction(
      (title) => [...document.querySelectorAll('input')].some(({ value }) => value === title),
      title,
    );
  });

  test('another sentence does not take the place of a finding that is begun', async () => {
    await write(page, `${sentence} The islands reject any audit.`);
    await page.keyboard.press('Control+Home');
    await selectionTaken(page);
    await page.keyboard.press('Control+Shift+f');
    const form = page.getByRole('form', { name: 'New finding' });
    await hasFocus(form);
    await page.keyboard.type('Begun.');
    await form.getByText('Begun.').or(form.locator('[value="Begun."]')).first().waitFor();
    await textOf(page).focus();
    await page.keyboard.press('Control+End');
    await selectionTaken(page);
    await page.keyboard.press('Control+Shift+f');
    await page.getByText('Another finding was started but not proposed.').waitFor();
    await form.getByText(sentence).waitFor();
    await form.getByRole('button', { name: 'Discard' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'article-body');
    await page.keyboard.press('Control+Shift+f');
    await form.getByText('The islands reject any audit.').first().waitFor();
  });
});

describe('the screen', () => {
  test('the bar with what is saved stays in view while the text scrolls', async () => {
    await write(page, sentence);
    for (let line = 0; line < 60; line++) await page.keyboard.press('Enter');
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const [bar, tools] = await Promise.all([
      page.locator('[data-status]').boundingBox(),
      page.getByRole('toolbar', { name: 'Formatting' }).boundingBox(),
    ]);
    expect(bar?.y).toBeGreaterThanOrEqual(0);
    expect(tools?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
  });

  test('the first press in the text puts the cursor where it was pressed', async () => {
    await write(page, sentence);
    await page.keyboard.press('Enter');
    await page.keyboard.type('The islands reject any audit.');
    await page.waitForTimeout(1200);
    await saved(page);
    await page.reload();
    await page.getByRole('textbox', { name: 'Standfirst' }).click();
    await textOf(page)
      .getByText('The islands reject')
      .click({ position: { x: 60, y: 12 } });
    await page.keyboard.press('Control+Shift+f');
    const form = page.getByRole('form', { name: 'New finding' });
    await form.getByText('The islands reject any audit.').first().waitFor();
  });
});
