import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeComplaints } from '../support/axe.ts';
import { DESK, launchBrowser, PHONE } from '../support/browser.ts';
import { type AdminFixture, startAdmin } from './admin-fixture.ts';

const OWNER = { name: 'Orla Quist', email: 'orla@journal.example', password: 'a quiet harbour' };

/** Every screen whose address needs no id. */
const SCREENS = [
  '/',
  '/account',
  '/actors',
  '/actors?open=new',
  '/articles',
  '/articles?q=nothing-is-called-this',
  '/audit',
  '/authors',
  '/calendar',
  '/findings',
  '/findings?state=proposed',
  '/issues',
  '/media',
  '/notifications',
  '/pages',
  '/pages?q=nothing-is-called-this',
  '/people',
  '/places',
  '/places?open=new',
  '/queues',
  '/series',
  '/series?open=new',
  '/settings',
  '/settings/installation',
  '/settings/outbox',
  '/settings/subscribers',
  '/settings/tokens',
  '/settings/webhooks',
  '/sources',
  '/trash',
  '/sources?new=1',
  '/topics',
  '/visits',
  '/house-style',
  '/word-styles',
  '/articles/01900000-0000-7000-8000-000000000000',
  '/sources/01900000-0000-7000-8000-000000000000',
  '/actors?open=01900000-0000-7000-8000-000000000000',
  '/nowhere',
];
const DOORS = [
  ...['/sign-in', '/forgot', '/reset', '/reset?token=x', '/setup', '/invitations/x'],
  ...['/confirm-email', '/confirm-email?token=x'],
  ...['/restore-email', '/restore-email?token=x'],
];

/** Those that no test of a screen by itself looks at with axe (apps/admin/src/shell). */
const LOOKED = SCREENS.filter((path) => /=new|new=|0190|nowhere/.test(path));

let fixture: AdminFixture;
let browser: Browser;
let session: Awaited<ReturnType<BrowserContext['storageState']>>;
beforeAll(async () => {
  [fixture, browser] = await Promise.all([startAdmin(), launchBrowser()]);
  const context = await browser.newContext({ viewport: DESK });
  const page = await context.newPage();
  await page.goto(fixture.setupUrl);
  await page.getByLabel('Your name').fill(OWNER.name);
  await page.getByLabel('E-mail address').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { level: 1, name: /^Good / }).waitFor();
  session = await context.storageState();
  await context.close();
});
afterAll(async () => {
  await browser?.close();
  await fixture?.stop();
});

/** Complaints of axe and of the console about a screen, and about its width. */
async function complaintsAbout(
  context: BrowserContext,
  paths: readonly string[],
  looked: readonly string[],
): Promise<string[]> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // An expected 404, or a refused broken link, is itself "failed to load" to the browser.
    const isAnswered = /Failed to load resource|WebSocket .*: Unexpected response code: 404$/;
    if (message.type() === 'error' && !isAnswered.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  for (const path of paths)
    complaints.push(...(await complaintsOn(page, path, looked.includes(path))));
  await page.close();
  return complaints;
}

async function complaintsOn(page: Page, path: string, withAxe: boolean): Promise<string[]> {
  const complaints: string[] = [];
  await page.goto(new URL(path, fixture.adminUrl).href);
  // By tag: behind an open dialog the page has no roles.
  await page.locator('h1').first().waitFor();
  await page.getByText('Loading…').first().waitFor({ state: 'detached' });
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (wider > 0) complaints.push(`${path}: ${wider}px wider than the screen`);
  if (!withAxe) return complaints;
  const broken = await axeComplaints(page);
  return [...complaints, ...broken.map((complaint) => `${path}: ${complaint}`)];
}

it.each([
  { name: 'a phone in the light', viewport: PHONE, colorScheme: 'light', screens: LOOKED },
  { name: 'a desk in the dark', viewport: DESK, colorScheme: 'dark', screens: SCREENS },
] as const)(
  'on $name screens break no policy, and are accessible',
  async (look) => {
    const { viewport, colorScheme, screens } = look;
    // Editors are in other zones than the server: what both write first has to be the same.
    const inside = await browser.newContext({
      ...{ viewport, colorScheme, storageState: session },
      timezoneId: 'Pacific/Kiritimati',
    });
    const context = await browser.newContext({ viewport, colorScheme });
    const docs = ['/docs', '/docs?q=topic', '/docs?q=nothing'].map((path) => fixture.apiUrl + path);
    const found = [
      ...(await complaintsAbout(inside, screens, LOOKED)),
      ...(await complaintsAbout(context, DOORS, DOORS)),
      ...(await complaintsAbout(context, docs, docs)),
    ];
    await inside.close();
    await context.close();
    expect(found).toEqual([]);
  },
  240_000,
);

/** Compressed script that a page has loaded once nothing is under way, in bytes. */
async function scriptOf(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const sizes = new Map(
      entries
        .filter(({ name }) => name.endsWith('.js'))
        .map(({ name, encodedBodySize }) => [name, encodedBodySize]),
    );
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
  });
}

it('desk and article load no more script than they are allowed', async () => {
  const context = await browser.newContext({ viewport: DESK, storageState: session });
  // Nothing is idle here, so that what is loaded ahead of its use is not counted.
  await context.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const page = await context.newPage();
  await page.goto(fixture.adminUrl);
  await page.getByRole('heading', { level: 1, name: /^Good / }).waitFor();
  const desk = await scriptOf(page);
  await page.getByRole('button', { name: 'New article' }).first().click();
  await page.waitForURL(/[/]articles[/]/);
  await page.reload();
  await page.getByRole('tab', { name: /^Findings/ }).waitFor();
  const article = await scriptOf(page);
  await context.close();
  expect(desk).toBeGreaterThan(100_000);
  expect({ desk: desk <= 250_000, article: article <= 480_000 }, `${desk}, ${article}`).toEqual({
    desk: true,
    article: true,
  });
});

it('the desk of a sample journal says that it is one, and how to begin one’s own', async () => {
  const context = await browser.newContext({ viewport: DESK, storageState: session });
  const page = await context.newPage();
  await page.goto(fixture.adminUrl);
  await page.getByRole('heading', { name: 'A sample journal' }).waitFor();
  await page.getByText('SAMPLE=off npm start').waitFor();
  await context.close();
});

it('the audit record is downloaded as a table', async () => {
  const context = await browser.newContext({ viewport: DESK, storageState: session });
  const page = await context.newPage();
  await page.goto(`${fixture.adminUrl}/audit?action=account.set_up`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.trimEnd().split('\r\n')).toHaveLength(2);
  expect(text).toContain(`${OWNER.name} set up the journal`);
  await context.close();
});

it('pages name an icon that is there', async () => {
  const page = await (await fetch(`${fixture.adminUrl}/sign-in`)).text();
  const [, icon = ''] = /<link rel="icon" href="([^"]+)"/.exec(page) ?? [];
  const answer = await fetch(new URL(icon, fixture.adminUrl));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
});

it.each(['/', '/articles', '/media', '/nowhere'])(
  'a request that would write to the screen %s is refused, and no body reaches Next',
  async (path) => {
    for (const headers of [{}, { 'next-action': '7f'.repeat(20) }]) {
      const answer = await fetch(fixture.adminUrl + path, {
        method: path === '/media' ? 'PUT' : 'POST',
        headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers },
        body: '[]',
      });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
  },
);
