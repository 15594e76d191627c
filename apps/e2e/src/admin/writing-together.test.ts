import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ArticleDesk,
  disconnected,
  newArticle,
  openArticle,
  openArticleDesk,
  saved,
  selectionTaken,
  stored,
  textOf,
} from './article-desk.ts';

let desk: ArticleDesk;
beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk?.stop());

const headline = (page: Page) => page.getByRole('textbox', { name: 'Headline' });
const standfirst = (page: Page) => page.getByRole('textbox', { name: 'Standfirst' });

/** Waits for what one page shows a moment after it was written on another. */
const poll = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });

/** An article that two people have open. */
async function together(name: string, text?: string) {
  const id = await newArticle(desk, name, text);
  const contexts: BrowserContext[] = [await desk.newContext(), await desk.newContext()];
  const [first, second] = await Promise.all(
    contexts.map(async (context) => {
      const page = await context.newPage();
      await openArticle(desk, page, id);
      return page;
    }),
  );
  if (!first || !second) throw new Error('there are two pages');
  const close = async () => {
    await Promise.all(contexts.map((context) => context.close()));
  };
  return { id, first, second, contexts, close };
}

const bodyIn = async (page: Page, id: string): Promise<string> =>
  JSON.stringify((await stored(page, id)).article.body);

/** Puts the cursor at a place in the text. */
async function goTo(page: Page, keys: string): Promise<void> {
  await textOf(page).click();
  await page.keyboard.press(keys);
  await selectionTaken(page);
}

async function writeAt(page: Page, keys: string, words: string): Promise<void> {
  await goTo(page, keys);
  await page.keyboard.type(words, { delay: 20 });
}

describe('two people write in one article', () => {
  test('at once, and each sees what the other writes', async () => {
    const { id, first, second, close } = await together('Together', 'It rained in the north.');
    // One after the other: where a colleague's cursor is shown just as one moves one's own, the editor
    // may put back the place that it knew of.
    await goTo(first, 'Control+Home');
    await goTo(second, 'Control+End');
    await Promise.all([
      first.keyboard.type('All day long ', { delay: 20 }),
      second.keyboard.type(' It snowed in the south.', { delay: 20 }),
    ]);
    const both = 'All day long It rained in the north. It snowed in the south.';
    await textOf(first).getByText(both).waitFor();
    await textOf(second).getByText(both).waitFor();
    await saved(first);
    await saved(second);
    expect(await bodyIn(first, id)).toContain(both);
    await close();
  });

  test('in its fields, in which the cursor stays where it is', async () => {
    const { id, first, second, close } = await together('The quiet strait');
    await headline(first).focus();
    await first.keyboard.press('End');
    await headline(second).focus();
    await second.keyboard.press('Home');
    await second.keyboard.type('Tonight: ', { delay: 20 });
    await poll(() => headline(first).inputValue()).toBe('Tonight: The quiet strait');
    await first.keyboard.type('s', { delay: 20 });
    await standfirst(second).fill('Who said what.');
    await poll(() => headline(second).inputValue()).toBe('Tonight: The quiet straits');
    await poll(() => standfirst(first).inputValue()).toBe('Who said what.');
    await saved(first);
    const { article } = await stored(first, id);
    expect(article).toMatchObject({
      headline: 'Tonight: The quiet straits',
      standfirst: 'Who said what.',
    });
    await close();
  });

  test('one of them offline for a while, and no question is asked', async () => {
    const { id, first, second, contexts, close } = await together('On the ferry', 'It rained.');
    await contexts[0]?.setOffline(true);
    await disconnected(first);
    await writeAt(first, 'Control+Home', 'No network at sea. ');
    await first.getByText('Offline: kept on this device').waitFor();
    await writeAt(second, 'Control+End', ' It snowed.');
    await headline(second).fill('Off the ferry');
    await saved(second);
    await contexts[0]?.setOffline(false);
    const both = 'No network at sea. It rained. It snowed.';
    await textOf(first).getByText(both).waitFor();
    await textOf(second).getByText(both).waitFor();
    await saved(first);
    expect(await first.getByRole('dialog').count()).toBe(0);
    expect(await second.getByRole('dialog').count()).toBe(0);
    expect((await stored(first, id)).article.headline).toBe('Off the ferry');
    expect(await bodyIn(first, id)).toContain(both);
    await close();
  });

  test('and one undoes their own words alone', async () => {
    const { first, second, close } = await together('Second thoughts', 'It rained.');
    await writeAt(first, 'Control+End', ' Mine.');
    await textOf(second).getByText('It rained. Mine.').waitFor();
    await writeAt(second, 'Control+Home', 'Theirs. ');
    await textOf(first).getByText('Theirs. It rained. Mine.').waitFor();
    await first.keyboard.press('Control+z');
    await poll(() => textOf(first).textContent()).not.toContain('Mine');
    await poll(() => textOf(second).textContent()).toContain('Theirs. It rained.');
    await poll(() => textOf(second).textContent()).not.toContain('Mine');
    await close();
  });

  test('a step that one takes shows on the page of the other', async () => {
    const { first, second, close } = await together('Handed in', 'It rained.');
    await first.getByRole('tab', { name: /Publish/ }).click();
    await first.getByRole('button', { name: 'Submit for review' }).first().click();
    await second.getByText('In review').first().waitFor();
    await close();
  });
});

describe('a page', () => {
  test('that dies before it could send what was written brings it in when it is opened again', async () => {
    const id = await newArticle(desk, 'After the crash');
    const context = await desk.newContext();
    const dying = await context.newPage();
    await openArticle(desk, dying, id);
    await context.setOffline(true);
    await disconnected(dying);
    await textOf(dying).click();
    await dying.keyboard.type('Written a moment before the crash.');
    await dying.getByText('Offline: kept on this device').waitFor();
    await dying.waitForTimeout(600);
    const crash = dying.waitForEvent('crash');
    await dying.goto('chrome://crash').catch(() => {});
    await crash;
    await dying.close();
    await context.setOffline(false);
    const page = await context.newPage();
    await openArticle(desk, page, id);
    await textOf(page).getByText('Written a moment before the crash.').waitFor();
    await poll(() => bodyIn(page, id)).toContain('Written a moment before the crash.');
    await context.close();
  });

  test('says what the server refuses, and saves it once it is corrected', async () => {
    const taken = await newArticle(desk, `Taken ${Date.now()}`);
    const { first, id, close } = await together('Renamed');
    const { slug } = (await stored(first, taken)).article;
    await first.getByRole('tab', { name: /Details/ }).click();
    await first.getByLabel('Slug').fill(slug);
    await first.getByText(/Not saved: Another article or page has this slug/).waitFor();
    await first.getByLabel('Slug').fill(`${slug}-2`);
    await saved(first);
    expect((await stored(first, id)).article.slug).toBe(`${slug}-2`);
    await close();
  });
});
