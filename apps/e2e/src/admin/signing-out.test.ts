import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ArticleDesk,
  breakableSocket,
  newArticle,
  OWNER,
  openArticle,
  openArticleDesk,
  saved,
  selectionTaken,
  stored,
  textOf,
  withoutSocket,
} from './article-desk.ts';

/** Words that occur only where they are typed. */
const words = {
  text: 'Zqferry runs no more',
  headline: 'Zqheadline of the quay',
  proposition: 'Zqproposition of the harbour master',
  note: 'Zqnote about who said it',
};

let desk: ArticleDesk;
let admin: Page;
beforeAll(async () => {
  desk = await openArticleDesk();
  admin = await (await desk.newContext()).newPage();
  await admin.goto(`${desk.adminUrl}/people`);
});
afterAll(async () => {
  await admin?.context().close();
  await desk?.stop();
});

/** Signs in in a context of its own, so that signing out ends no other test's session. */
async function signedIn(email = OWNER.email): Promise<BrowserContext> {
  const context = await desk.browser.newContext();
  const page = await context.newPage();
  await signIn(page, email);
  await page.close();
  return context;
}

/** The same on pages that save by calls, which a test can block. */
const signedInWithoutSocket = async (): Promise<BrowserContext> => withoutSocket(await signedIn());

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${desk.adminUrl}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').first().fill(OWNER.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${desk.adminUrl}/`);
}

async function signOut(page: Page): Promise<void> {
  // The button of the side may be hidden behind a sheet; the account's own page has one too.
  await page.goto(`${desk.adminUrl}/account`);
  await page.getByRole('button', { name: 'Sign out', exact: true }).last().click();
}

/** Everything that the browser stores for this origin from which a page could restore words. */
async function keptBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames) {
        kept.push(
          await new Promise((resolve, reject) => {
            const all = database.transaction(store).objectStore(store).getAll();
            all.onsuccess = () => resolve(all.result);
            all.onerror = () => reject(all.error);
          }),
        );
      }
      database.close();
    }
    for (const name of await caches.keys())
      kept.push((await (await caches.open(name)).keys()).map(({ url }) => url));
    // Changes of a shared document are bytes, in which words are as they were typed.
    return JSON.stringify(kept, (_, value) =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
    );
  });
}

const noSaves = (page: Page) =>
  page.route('**/trpc/editor.articles.save**', (route) => route.abort());

/** Proposes a finding on a sentence of the text as far as its form, and fills that in. */
async function beginFinding(page: Page): Promise<void> {
  await textOf(page).getByText('The council met.').click();
  await page.keyboard.press('Control+Shift+f');
  const form = page.locator('form').filter({ hasText: 'New finding' });
  await page.getByRole('heading', { name: 'New finding' }).waitFor();
  await form.locator('textarea').first().fill(words.proposition);
  await form.locator('summary').click();
  await page.getByLabel('Note', { exact: true }).fill(words.note);
}

const keeps = (page: Page, word: string) =>
  expect.poll(() => keptBy(page), { timeout: 10_000 }).toContain(word);

describe('what is typed and not saved', () => {
  test('is stored on the device without what terms protect, and is gone after signing out', async () => {
    const id = await newArticle(desk, 'Before the flood', 'The council met. It rained.');
    const context = await signedInWithoutSocket();
    const page = await context.newPage();
    await openArticle(desk, page, id);
    await beginFinding(page);
    await noSaves(page);
    await page.getByRole('textbox', { name: 'Headline' }).fill(words.headline);
    await textOf(page).click();
    await page.keyboard.press('Control+End');
    await selectionTaken(page);
    await page.keyboard.type(words.text);
    await keeps(page, words.text);
    await keeps(page, words.proposition);
    const kept = await keptBy(page);
    expect(kept).toContain(words.headline);
    expect(kept).not.toContain(words.note);

    page.on('dialog', (dialog) => void dialog.accept());
    await signOut(page);
    const question = page.getByRole('dialog', { name: 'Sign out and lose what is not saved?' });
    await question.waitFor();
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(await keptBy(page)).toContain(words.text);

    await page.getByRole('button', { name: 'Sign out', exact: true }).last().click();
    await question.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/\/sign-in$/);
    expect(await keptBy(page)).not.toContain('Zq');
    await context.close();
  });

  test('is stored on the device in shared editing, and is gone after signing out', async () => {
    const id = await newArticle(desk, 'Written together', 'The council met.');
    const context = await signedIn();
    const socket = await breakableSocket(context);
    const page = await context.newPage();
    await openArticle(desk, page, id);
    await socket.break();
    await page.locator('[data-status="disconnected"]').waitFor();
    await writeOn(page, ` ${words.text}.`);
    await keeps(page, words.text);
    page.on('dialog', (dialog) => void dialog.accept());
    await signOut(page);
    const question = page.getByRole('dialog', { name: 'Sign out and lose what is not saved?' });
    await question.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/\/sign-in$/);
    expect(await keptBy(page)).not.toContain('Zq');
    await context.close();
  });

  test('is saved first if it can be, in every open page, without a question', async () => {
    const id = await newArticle(desk, 'Saved at the door', 'The council met.');
    const context = await signedInWithoutSocket();
    const writing = await context.newPage();
    await openArticle(desk, writing, id);
    // The server is away for a while: what is written waits on the device.
    await noSaves(writing);
    await textOf(writing).click();
    await writing.keyboard.press('Control+End');
    await selectionTaken(writing);
    await writing.keyboard.type(` ${words.text}.`);
    await keeps(writing, words.text);
    await writing.unroute('**/trpc/editor.articles.save**');

    const leaving = await context.newPage();
    await signOut(leaving);
    await leaving.waitForURL(/\/sign-in$/);
    // The other page has gone too, and shows nothing of what was on it.
    await writing.waitForURL(/\/sign-in$/);
    expect(await writing.content()).not.toContain('Zq');
    expect(await keptBy(writing)).not.toContain('Zq');
    const { article } = await stored(admin, id);
    expect(JSON.stringify(article.body)).toContain(words.text);
    await context.close();
  });

  test('goes with its account if the session ended and another signs in', async () => {
    const email = `second-${Date.now()}@example.org`;
    await makeColleague(email);
    const id = await newArticle(desk, 'After the session', 'The council met.');
    const context = await signedInWithoutSocket();
    const page = await context.newPage();
    await openArticle(desk, page, id);
    await context.clearCookies();
    await writeOn(page, ' Zqlast words.');
    await keeps(page, 'Zqlast words');
    await page.getByRole('dialog', { name: 'Session ended' }).waitFor();
    page.on('dialog', (dialog) => void dialog.accept());
    const other = await context.newPage();
    await signIn(other, email);
    await expect.poll(() => keptBy(other), { timeout: 10_000 }).not.toContain('Zq');
    await page.waitForURL(/\/sign-in$/);
    expect(await page.content()).not.toContain('Zqlast');
    await context.close();
  });
});

/** Whether the server has these words of an article. */
const hasStored = (id: string, words: string) =>
  expect
    .poll(async () => JSON.stringify((await stored(admin, id)).article.body), { timeout: 10_000 })
    .toContain(words);

describe('a session that ends while its user writes', () => {
  test('is resumed over the page in a pause, and what was typed is saved after', async () => {
    const id = await newArticle(desk, 'The long evening', 'The council met.');
    const context = await signedInWithoutSocket();
    const page = await context.newPage();
    await openArticle(desk, page, id);
    await context.clearCookies();
    // Ten seconds without a pause: the save that is due meanwhile is refused.
    const long = ` ${'Zqwords go on and on. '.repeat(6)}`;
    await textOf(page).click();
    await page.keyboard.press('Control+End');
    await selectionTaken(page);
    await page.keyboard.type(long, { delay: 80 });
    const again = page.getByRole('dialog', { name: 'Session ended' });
    await again.waitFor();
    await page.getByText('Signed out: kept on this device').waitFor();
    expect(await again.getByLabel('Password').inputValue()).toBe('');
    await keeps(page, long.trim());

    await again.getByLabel('Password').fill(OWNER.password);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await again.waitFor({ state: 'detached' });
    await saved(page);
    await hasStored(id, long.trim());
    await context.close();
  });

  test('is taken up where the same account signs in on another page', async () => {
    const id = await newArticle(desk, 'Two windows', 'The council met.');
    const context = await signedIn();
    const page = await context.newPage();
    await openArticle(desk, page, id);
    await context.clearCookies();
    await writeOn(page, ` ${words.text}.`);
    const again = page.getByRole('dialog', { name: 'Session ended' });
    await again.waitFor();
    const other = await context.newPage();
    await signIn(other, OWNER.email);
    await again.waitFor({ state: 'detached' });
    await saved(page);
    await hasStored(id, words.text);
    await context.close();
  });

  test('does not stop what was begun: a finding is proposed after signing in', async () => {
    const id = await newArticle(desk, 'Begun before', 'The council met. It rained.');
    const context = await signedIn();
    const page = await context.newPage();
    await openArticle(desk, page, id);
    await textOf(page).getByText('The council met.').click();
    await page.keyboard.press('Control+Shift+f');
    await page.getByRole('heading', { name: 'New finding' }).waitFor();
    await context.clearCookies();
    await page.getByRole('button', { name: 'Propose' }).click();
    const again = page.getByRole('dialog', { name: 'Session ended' });
    await again.getByLabel('Password').fill(OWNER.password);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Finding 1 is proposed.').waitFor();
    await context.close();
  });
});

/** Adds to the end of the text. */
async function writeOn(page: Page, text: string): Promise<void> {
  await textOf(page).click();
  await page.keyboard.press('Control+End');
  await selectionTaken(page);
  await page.keyboard.type(text);
}

/** A second account, by an invitation. */
async function makeColleague(email: string): Promise<void> {
  const link = await admin.evaluate(async (email) => {
    const answer = await fetch('/trpc/editor.people.invite', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, roles: ['editor'] }),
    });
    return (await answer.json()).result.data.link as string;
  }, email);
  const context = await desk.browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Your name').fill('Colleague');
  await page.getByLabel('Password').first().fill(OWNER.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL(`${desk.adminUrl}/`);
  await context.close();
}
