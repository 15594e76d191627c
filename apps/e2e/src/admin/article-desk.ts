import { ArticleContent } from '@viewpoints/domain/articles/article';
import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { makeFixtureDatabase } from '../support/fixture-database.ts';
import { startStack } from '../support/stack.ts';

export const OWNER = { email: 'owner@example.org', password: 'a long enough password 42' };

/** The product with an owner signed in, for tests of the article screen. */
export type ArticleDesk = {
  adminUrl: string;
  /** Of its owner; empty if the admin runs already. */
  databaseUrl: string;
  browser: Browser;
  /** Cookies of the owner: every new context starts signed in. */
  signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;
  newContext: (options?: {
    viewport?: { width: number; height: number };
    userAgent?: string;
  }) => Promise<BrowserContext>;
  stop: () => Promise<void>;
};

/**
 * Starts the product and signs its owner in. E2E_ADMIN_URL names an admin that runs already, with
 * this owner, so that one test can be worked on without starting everything each time.
 */
export async function openArticleDesk(): Promise<ArticleDesk> {
  const running = process.env.E2E_ADMIN_URL;
  const database = running ? null : await makeFixtureDatabase('nothing');
  const stack =
    database &&
    (await startStack({
      DATABASE_URL: database.url,
      DATABASE_READER_URL: database.readerUrl,
      SECRET: database.secret,
      OWNER_EMAIL: OWNER.email,
      OWNER_PASSWORD: OWNER.password,
      SAMPLE: 'off',
    }));
  const adminUrl = stack?.adminUrl ?? running ?? '';
  const browser = await launchBrowser();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${adminUrl}/sign-in`);
  await page.getByLabel('E-mail').fill(OWNER.email);
  await page.getByLabel('Password').first().fill(OWNER.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${adminUrl}/`);
  const signedIn = await context.storageState();
  await context.close();
  return {
    adminUrl,
    databaseUrl: database?.url ?? '',
    browser,
    signedIn,
    newContext: (options) => browser.newContext({ storageState: signedIn, ...options }),
    stop: async () => {
      await browser.close();
      await stack?.stop();
      await database?.drop();
    },
  };
}

/** Makes an article through the API, with a paragraph where one is given, and gives its id. */
export async function newArticle(
  desk: ArticleDesk,
  headline: string,
  text?: string,
): Promise<string> {
  const draft = await mutate(desk, 'editor.articles.create', { headline });
  if (text !== undefined) {
    const body = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    };
    const content = { ...ArticleContent.strip().parse(draft), body };
    await mutate(desk, 'editor.articles.save', { id: draft.id, seen: draft.save, content });
  }
  return draft.id;
}

/** Calls a procedure as the owner. */
export async function mutate(desk: ArticleDesk, procedure: string, input: unknown) {
  const answer = await fetch(`${desk.adminUrl}/trpc/${procedure}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      // The server may close an idle connection just when it is reused.
      connection: 'close',
      origin: desk.adminUrl,
      cookie: desk.signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    },
    body: JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(`${procedure}: ${await answer.text()}`);
  return (await answer.json()).result.data;
}

/** Opens the article screen and waits until the text can be written in. */
export async function openArticle(desk: ArticleDesk, page: Page, id: string): Promise<void> {
  await page.goto(`${desk.adminUrl}/articles/${id}`);
  await page.getByRole('textbox', { name: 'Text of the article' }).waitFor();
}

export const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text of the article' });

/** A way to take the WebSockets of a context's pages away, and to have none be made any more. */
export async function breakableSocket(
  context: BrowserContext,
): Promise<{ break: () => Promise<void> }> {
  const open: WebSocketRoute[] = [];
  let isBroken = false;
  await context.routeWebSocket(/\/collaboration\//, (socket) => {
    if (isBroken) return socket.close();
    socket.connectToServer();
    open.push(socket);
  });
  return {
    break: async () => {
      isBroken = true;
      for (const socket of open) await socket.close();
    },
  };
}

/** Lets the pages of a context have no WebSocket, as behind a proxy that passes none on: they save by calls. */
export async function withoutSocket(context: BrowserContext): Promise<BrowserContext> {
  await context.routeWebSocket(/\/collaboration\//, (socket) => socket.close());
  return context;
}

/** Waits until the screen says that the server has everything. */
export async function saved(page: Page): Promise<void> {
  await page.locator('[data-status="saved"]').waitFor();
}

/** Writes into the text and waits until that is saved. */
export async function write(page: Page, text: string): Promise<void> {
  await textOf(page).click();
  await page.keyboard.type(text);
  await page
    .locator('[data-status="saving"], [data-status="unsaved"]')
    .waitFor()
    .catch(() => {});
  await saved(page);
}

/** The article as the server has stored it. */
export async function stored(page: Page, id: string) {
  return page.evaluate(async (id) => {
    const input = encodeURIComponent(JSON.stringify({ id }));
    const answer = await fetch(`/trpc/editor.articles.get?input=${input}`);
    return (await answer.json()).result.data;
  }, id);
}

/** Pastes as a program's clipboard would have it. */
export async function paste(page: Page, html: string): Promise<void> {
  await textOf(page).evaluate((element, html) => {
    const data = new DataTransfer();
    data.setData('text/html', html);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, html);
}

/**
 * Waits until the editor has read the selection from the browser, which happens a moment after the
 * keys that move it: a test would outrun that.
 */
export async function selectionTaken(page: Page): Promise<void> {
  // The editor stores inside it what it last read.
  await page.waitForFunction(
    (element) => {
      const { view } = (element as unknown as EditedElement).editor;
      return view.domObserver.currentSelection.eq(view.domSelectionRange());
    },
    await textOf(page).elementHandle(),
  );
}

type EditedElement = {
  editor: {
    view: {
      domObserver: { currentSelection: { eq: (range: unknown) => boolean } };
      domSelectionRange: () => unknown;
    };
  };
};

/** Waits until a page has noticed that its line dropped: what it draws then puts the cursor back. */
export const disconnected = (page: Page): Promise<void> =>
  page.locator('[data-status="disconnected"]').waitFor();
