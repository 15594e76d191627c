import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, launchBrowser } from '../support/browser.ts';
import { type AdminFixture, startAdmin } from './admin-fixture.ts';
import { chooseOption } from './choose-option.ts';

const OWNER = { name: 'Orla Quist', email: 'orla@journal.example', password: 'a quiet harbour' };

let fixture: AdminFixture;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  [fixture, browser] = await Promise.all([startAdmin(), launchBrowser()]);
  context = await browser.newContext({ viewport: DESK });
  page = await context.newPage();
  await page.goto(fixture.setupUrl);
  await page.getByLabel('Your name').fill(OWNER.name);
  await page.getByLabel('E-mail address').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { level: 1, name: /^Good / }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await fixture?.stop();
});

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const choose = (select: string, option: RegExp) => chooseOption(page, select, option);

/** Calls the API as the screens do. */
async function ask<Value>(procedure: string, input: object): Promise<Value> {
  return page.evaluate(
    async ([procedure, input]) => {
      const query = encodeURIComponent(JSON.stringify(input));
      const answer = await fetch(`/trpc/${procedure}?input=${query}`);
      return (await answer.json()).result.data;
    },
    [procedure, input] as const,
  );
}

/** A source on the record whose closing would take an article off. */
async function sourceToClose(): Promise<string> {
  type Listed = { items: { id: string; terms: string; articleCount: number }[] };
  const { items } = await ask<Listed>('editor.sources.list', { limit: 100 });
  for (const { id } of items.filter((one) => one.terms === 'on_record' && one.articleCount > 0)) {
    const source = await ask<Record<string, unknown>>('editor.sources.get', { id });
    const { id: _, save: seen, createdAt: __, updatedAt: ___, ...content } = source;
    const terms = { attribution: 'off_record', disclosure: 'clear' };
    const { effects } = await ask<{ effects: { kind: string }[] }>('editor.sources.effects', {
      ...{ id, seen, content: { ...content, terms } },
    });
    if (effects.some(({ kind }) => kind === 'article_taken_off')) return id;
  }
  throw new Error('no article rests on a source that is on the record');
}

describe('terms', () => {
  test('that are narrowed show what readers lose, take it from them, and stay on the desk', async () => {
    const id = await sourceToClose();
    await page.goto(`${fixture.adminUrl}/sources/${id}`);
    await choose('Attribution', /^Off the record/);
    await press('Save');
    const dialog = page.getByRole('dialog', { name: 'Save these changes?' });
    const item = dialog.getByRole('listitem').filter({ hasText: 'until it is corrected' }).first();
    const headline = /“(.+)”/.exec((await item.textContent()) ?? '')?.[1] ?? '';
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. What may no longer be read was taken off.').waitFor();

    await page.goto(fixture.adminUrl);
    const exposed = page.getByRole('list', { name: 'Wrongly public' });
    await exposed.getByText('Something off the record is public in a finding.').first().waitFor();
    // Some exposures of an article are corrected elsewhere, for example in the name of an actor.
    const toArticle = exposed.locator('a[href^="/articles/"]');
    await toArticle.filter({ hasText: headline }).first().click();
    await page.getByRole('heading', { name: 'Off the site' }).waitFor();
    await page.getByText('Correct the article, or retract it.').first().waitFor();
  });
});

describe('retracting', () => {
  test('lists what readers lose before it is confirmed', async () => {
    await press('Retract…');
    const dialog = page.getByRole('dialog', { name: /^Retract “/ });
    await dialog.getByRole('heading', { name: 'Readers will lose' }).waitFor();
    expect(await dialog.getByRole('listitem').count()).toBeGreaterThan(0);
    await dialog.getByLabel('Why').fill('It was not ours to tell.');
    await dialog.getByRole('button', { name: 'Retract' }).click();
    await page.getByText('Retracted. Readers see a notice at its address.').waitFor();
    expect(await page.getByRole('heading', { name: 'Off the site' }).count()).toBe(0);
  });
});
