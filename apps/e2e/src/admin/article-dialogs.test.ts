import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type ArticleDesk,
  newArticle,
  openArticle,
  openArticleDesk,
  stored,
  textOf,
} from './article-desk.ts';

let desk: ArticleDesk;
let context: BrowserContext;
let page: Page;
let id: string;

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk?.stop());
beforeEach(async () => {
  id = await newArticle(desk, 'The quiet strait');
  context = await desk.newContext();
  page = await context.newPage();
  await openArticle(desk, page, id);
});
afterEach(() => context.close());

/** Saving waits for a pause, and a busy machine for more. */
const LONG = { timeout: 30_000 };

const href = 'https://youtu.be/aaaaaaaaaaa?t=9';

/** Opens the dialog for a new embed. */
async function openEmbed() {
  await textOf(page).click();
  await page.keyboard.type('/embed');
  await page.getByRole('option', { name: /Embed/ }).waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Embed' });
  await dialog.waitFor();
  return dialog;
}

/** Calls a procedure that changes something, as the screens do. */
const call = (procedure: string, input: unknown) =>
  page.evaluate(
    async ({ procedure, input }) => {
      const answer = await fetch(`/trpc/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      return (await answer.json()).result.data;
    },
    { procedure, input },
  );

describe('the dialog of an embed', () => {
  test('closes on Escape and by Cancel, and asks first where something would be lost', async () => {
    const dialog = await openEmbed();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await openEmbed();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });

    await openEmbed();
    await dialog.getByRole('textbox', { name: 'Title' }).fill('The ferry leaves');
    await page.keyboard.press('Escape');
    const question = page.getByRole('dialog', { name: 'Discard changes?' });
    await question.getByRole('button', { name: 'Keep editing' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await dialog.getByRole('textbox', { name: 'Title' }).inputValue()).toBe(
      'The ferry leaves',
    );
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await question.getByRole('button', { name: 'Discard' }).click();
    await dialog.waitFor({ state: 'detached' });
    await question.waitFor({ state: 'detached' });
    expect(await textOf(page).textContent()).toBe('');
  });

  test('takes a still from the library, with its description', async () => {
    const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 30 } });
    const name = `A quay ${id}`;
    const picture = await page.evaluate(
      async ({ bytes, alt }) => {
        const answer = await fetch(`/media?${new URLSearchParams({ fileName: 'quay.png', alt })}`, {
          method: 'POST',
          headers: { 'content-type': 'image/png' },
          body: new Uint8Array(bytes),
        });
        return (await answer.json()) as { id: string };
      },
      { bytes: [...buffer], alt: name },
    );
    const dialog = await openEmbed();
    await dialog.getByRole('textbox', { name: 'Address' }).fill(href);
    await dialog.getByRole('textbox', { name: 'Title' }).fill('The ferry leaves');
    await dialog.getByRole('button', { name: 'From the library' }).click();
    await page
      .getByRole('dialog', { name: 'Pictures of the journal' })
      .getByRole('button', { name })
      .click();
    const description = dialog.getByRole('textbox', { name: 'Still description' });
    expect(await description.inputValue()).toBe(name);
    await dialog.getByRole('button', { name: 'Insert' }).click();
    await textOf(page)
      .getByRole('button', { name: 'Change this embed: The ferry leaves' })
      .waitFor();
    await expect
      .poll(async () => (await stored(page, id)).article.body.content[0]?.attrs, LONG)
      .toMatchObject({ title: 'The ferry leaves', mediaId: picture.id, alt: name });
  });
});

describe('a series', () => {
  test('given a part already, when another article joins it, then as the next number', async () => {
    const name = `Straits ${id.slice(-6)}`;
    const series = await call('editor.series.create', { slug: `straits-${id.slice(-6)}`, name });
    const { article } = await stored(page, id);
    expect(article.series).toBeNull();
    await page.getByRole('tab', { name: /Details/ }).click();
    await page.getByRole('combobox', { name: 'Series' }).fill(name);
    await page.getByRole('option', { name, exact: true }).click();
    const number = page.getByRole('spinbutton', { name: 'Part' });
    await number.waitFor();
    expect(await number.inputValue()).toBe('1');
    await expect
      .poll(async () => (await stored(page, id)).article.series, LONG)
      .toEqual({ seriesId: series.id, part: 1 });

    await openArticle(desk, page, await newArticle(desk, 'The second strait'));
    await page.getByRole('tab', { name: /Details/ }).click();
    await page.getByRole('combobox', { name: 'Series' }).fill(name);
    await page.getByRole('option', { name, exact: true }).click();
    await number.waitFor();
    expect(await number.inputValue()).toBe('2');
  });
});

describe('a field that has to be filled in', () => {
  test('given none of it, then its own message, told with the field, and the focus', async () => {
    const stranger = await desk.browser.newContext();
    const door = await stranger.newPage();
    await door.goto(`${desk.adminUrl}/sign-in`);
    const submit = door.getByRole('button', { name: 'Sign in' });
    const email = door.getByLabel('E-mail');
    const described = (field: typeof email) =>
      field.evaluate((element) =>
        (element.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((one) => document.getElementById(one)?.textContent ?? '')
          .join(' '),
      );
    await submit.click();
    await expect.poll(() => described(email), LONG).toContain('Fill this in.');
    expect(await email.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await email.getAttribute('aria-invalid')).toBe('true');
    await email.fill('nobody');
    await expect.poll(() => described(email), LONG).not.toContain('Fill this in.');
    await submit.click();
    await expect.poll(() => described(email), LONG).toContain('Use an e-mail address');
    await stranger.close();
  });
});
