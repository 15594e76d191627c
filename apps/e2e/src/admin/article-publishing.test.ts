import type { BrowserContext, Page } from 'playwright-core';
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

const panel = (name: RegExp) => page.getByRole('tab', { name }).click();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

/** Turns the rule of the second person on or off. */
async function setFourEyes(on: boolean): Promise<void> {
  await page.evaluate(async (fourEyes) => {
    const read = await fetch('/trpc/editor.settings.get');
    const { save, ...journal } = (await read.json()).result.data;
    await fetch('/trpc/editor.settings.save', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ seen: save, content: { ...journal, fourEyes } }),
    });
  }, on);
}

describe('pictures and links', () => {
  test('a picture goes in with a description, and not without', async () => {
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 30 } });
    await textOf(page).click();
    await press('Picture');
    const dialog = page.getByRole('dialog', { name: 'Picture' });
    await dialog
      .locator('input[type="file"]')
      .setInputFiles({ name: 'quay.png', mimeType: 'image/png', buffer: picture });
    await dialog.getByRole('button', { name: 'Insert' }).click();
    await dialog.getByText('it cannot go in without').waitFor();
    await dialog.getByLabel('Picture description').fill('The quay at low tide');
    await dialog.getByRole('button', { name: 'Insert' }).click();
    await textOf(page).getByRole('img', { name: 'The quay at low tide' }).waitFor();
    await page.waitForTimeout(1200);
    await saved(page);
    const { article } = await stored(page, id);
    expect(article.body.content[0]).toMatchObject({
      type: 'figure',
      attrs: { alt: 'The quay at low tide', credit: null, width: 40, height: 30 },
    });
  });

  test('a link is put on the selected words by keyboard, and a script is refused', async () => {
    await write(page, 'Read the minutes');
    for (let step = 0; step < 7; step++) await page.keyboard.press('Shift+ArrowLeft');
    await selectionTaken(page);
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Link' });
    await dialog.getByLabel('Address').fill('javascript:alert(1)');
    await page.keyboard.press('Enter');
    await dialog.getByText('Use an address that begins with https://').waitFor();
    await dialog.getByLabel('Address').fill('example.org/minutes');
    await page.keyboard.press('Enter');
    await textOf(page).getByRole('link', { name: 'minutes' }).waitFor();
    await page.waitForTimeout(1200);
    await saved(page);
    const { article } = await stored(page, id);
    expect(article.body.content[0].content[1]).toEqual({
      type: 'text',
      text: 'minutes',
      marks: [{ type: 'link', attrs: { href: 'https://example.org/minutes' } }],
    });
  });
});

describe('the way to readers', () => {
  test('leads back from review: a submission can be taken back and edited again', async () => {
    await panel(/Publish/);
    await press('Submit for review');
    await press('Take back');
    await page.getByText('Taken back. It is a draft again.').waitFor();
    expect((await stored(page, id)).article.state).toBe('draft');
    expect(await page.getByRole('button', { name: 'Take back' }).count()).toBe(0);
    await write(page, 'One sentence more.');
    await press('Submit for review');
    await page.getByRole('button', { name: 'Take back' }).waitFor();
    expect((await stored(page, id)).article.state).toBe('in_review');
  });

  test('goes from draft to published, corrected and retracted on one screen', async () => {
    await setFourEyes(false);
    await page.reload();
    await write(page, 'The council will not negotiate before the spring.');
    await page
      .getByRole('textbox', { name: 'Standfirst' })
      .fill('What was said, and what was not.');
    await panel(/Details/);
    await chooseOption(page, 'Byline', /Nobody is named/);
    await page.getByLabel('Reason').fill('Reported by the desk.');
    await page.getByRole('combobox', { name: 'Topics' }).fill(`Straits ${Date.now()}`);
    await page.getByRole('option', { name: /^Create/ }).click();
    await page.waitForTimeout(1500);
    await saved(page);

    await panel(/Publish/);
    await press('Submit for review');
    await press('Approve your words');
    await page.getByText('Nothing prevents publishing.').waitFor();
    await press('Publish…');
    const ask = page.getByRole('dialog', { name: /Publish “The quiet strait”/ });
    expect(await ask.textContent()).toContain('Everybody can read it');
    await ask.getByRole('button', { name: 'Publish now' }).click();
    await page.getByText('Published. Readers have it now.').waitFor();
    expect((await stored(page, id)).article.state).toBe('published');
    expect(await textOf(page).getAttribute('aria-readonly')).toBe('true');

    await page.getByRole('button', { name: 'Start next version' }).first().click();
    await textOf(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' It said so twice.');
    await page.waitForTimeout(1500);
    await saved(page);
    await press('Submit for review');
    await press('Approve your words');
    await press('Publish the correction…');
    const notice = page.getByRole('dialog', { name: 'Publish with a correction' });
    await notice.getByLabel('It was').fill('It said so.');
    await notice.getByLabel('It is now').fill('It said so twice.');
    await notice.getByLabel('Why').fill('A second letter came to light.');
    await notice.getByRole('button', { name: 'Publish the correction' }).click();
    await page.getByText('Published with its correction.').waitFor();

    await press('Retract…');
    const retract = page.getByRole('dialog', { name: /Retract “The quiet strait”/ });
    expect(await retract.textContent()).toContain('This cannot be taken back');
    await retract.getByLabel('Why').fill('The letters were forged.');
    await retract.getByRole('button', { name: 'Retract' }).click();
    await page.getByText('Readers see a notice at its address.').waitFor();
    expect((await stored(page, id)).article.state).toBe('retracted');
    await setFourEyes(true);
  });
});
