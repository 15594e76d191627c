import { type Article, ArticleContent } from '@viewpoints/domain/articles/article';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, launchBrowser } from '../support/browser.ts';
import { type AdminFixture, startAdmin } from './admin-fixture.ts';
import { chooseOption } from './choose-option.ts';

const OWNER = { name: 'Orla Quist', email: 'orla@journal.example', password: 'a quiet harbour' };

let stand: AdminFixture;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  [stand, browser] = await Promise.all([startAdmin(), launchBrowser()]);
  context = await browser.newContext({ viewport: DESK });
  page = await context.newPage();
  await page.goto(stand.setupUrl);
  await page.getByLabel('Your name').fill(OWNER.name);
  await page.getByLabel('E-mail address').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { level: 1, name: /^Good / }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await stand?.stop();
});

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const choose = (select: string, option: RegExp) => chooseOption(page, select, option);

/** Asks the API as the screens do. */
async function ask<Value>(procedure: string, input: object): Promise<Value> {
  return page.evaluate(
    async ([procedure, input]) => {
      const asked = encodeURIComponent(JSON.stringify(input));
      const answer = await fetch(`/trpc/${procedure}?input=${asked}`);
      return (await answer.json()).result.data;
    },
    [procedure, input] as const,
  );
}

/** Has the API do something as the screens do. */
async function tell<Value>(procedure: string, input: object): Promise<Value> {
  return page.evaluate(
    async ([procedure, body]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`/trpc/${procedure}`, { method: 'POST', headers, body });
      return (await answer.json()).result.data;
    },
    [procedure, JSON.stringify(input)] as const,
  );
}

/** A draft that rests on a source and says one sentence. */
async function draftSaying(text: string, sourceTitle: string): Promise<string> {
  type Listed = { items: { id: string; title: string }[] };
  const { items } = await ask<Listed>('editor.sources.list', { limit: 100 });
  const sourceIds = items.filter(({ title }) => title === sourceTitle).map(({ id }) => id);
  expect(sourceIds).toHaveLength(1);
  const draft = await tell<Article>('editor.articles.create', { headline: 'The ferries' });
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
  const content = { ...ArticleContent.strip().parse(draft), body, sourceIds };
  await tell('editor.articles.save', { id: draft.id, seen: draft.save, content });
  return draft.id;
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
  test('are chosen for a new source by whoever enters it, with who took part', async () => {
    await page.goto(`${stand.adminUrl}/sources?new=1`, { waitUntil: 'networkidle' });
    const dialog = page.getByRole('dialog', { name: 'New source' });
    await dialog.getByLabel('Title', { exact: true }).fill('The dyke talks');
    await page.getByLabel('Address').and(page.locator('[value="the-dyke-talks"]')).waitFor();
    await press('Create');
    await page.getByText('Choose the terms it was given on.').waitFor();
    await page.getByText('Choose how far it may travel.').waitFor();
    await choose('Attribution', /^Chatham House Rule/);
    await choose('Disclosure', /^TLP:CLEAR/);
    await press('Add somebody');
    await page.getByLabel('Name of participant 1', { exact: true }).fill('Ilya Soren');
    await press('Create');
    await page.getByRole('heading', { level: 1, name: 'The dyke talks' }).waitFor();
    expect(await page.getByLabel('Name of participant 1', { exact: true }).inputValue()).toBe(
      'Ilya Soren',
    );
  });

  test('that take participants off wait for a second person, and the screen says so', async () => {
    await press('Remove Ilya Soren');
    await press('Save');
    const dialog = page.getByRole('dialog', { name: 'Save these changes?' });
    await dialog.getByText('Who took part: this would protect less').waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    const change = page.getByRole('region', { name: 'A change to confirm' });
    await change.getByText('It waits for a second person').waitFor();
    // Whoever asked for it cannot confirm it, and is told why beside the button.
    await change.getByText('This needs a second person: it is your own work.').waitFor();
    await page.goto(stand.adminUrl);
    await page
      .getByRole('list', { name: 'Waiting for others' })
      .getByRole('link', { name: 'A change of “The dyke talks”' })
      .click();
    await press('Discard…');
    await press('Discard');
    await page.getByText('Discarded. The source stays as it is.').waitFor();
    await change.waitFor({ state: 'detached' });
  });

  test('that are narrowed show what readers lose, take it from them, and stay on the desk', async () => {
    const id = await sourceToClose();
    await page.goto(`${stand.adminUrl}/sources/${id}`);
    await choose('Attribution', /^Off the record/);
    await press('Save');
    const dialog = page.getByRole('dialog', { name: 'Save these changes?' });
    const item = dialog.getByRole('listitem').filter({ hasText: 'until it is corrected' }).first();
    const headline = /“(.+)”/.exec((await item.textContent()) ?? '')?.[1] ?? '';
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. What may no longer be read was taken off.').waitFor();

    await page.goto(stand.adminUrl);
    const exposed = page.getByRole('list', { name: 'Public but not allowed' });
    await exposed.getByText('Something off the record is public in a finding.').first().waitFor();
    // Some exposures of an article are corrected elsewhere, for example in the name of an actor.
    const toArticle = exposed.locator('a[href^="/articles/"]');
    await toArticle.filter({ hasText: headline }).first().click();
    await page.getByRole('heading', { name: 'Taken off the site' }).waitFor();
    await page.getByText('Correct the article, or retract it.').first().waitFor();
  });
});

describe('retracting', () => {
  test('lists what readers lose before it is confirmed', async () => {
    await press('Retract…');
    const dialog = page.getByRole('dialog', { name: /^Retract “/ });
    await dialog.getByRole('heading', { name: 'Readers will no longer see' }).waitFor();
    expect(await dialog.getByRole('listitem').count()).toBeGreaterThan(0);
    await dialog.getByLabel('Why').fill('It was not ours to tell.');
    await dialog.getByRole('button', { name: 'Retract' }).click();
    await page.getByText('Retracted. Readers see a notice at its address.').waitFor();
    expect(await page.getByRole('heading', { name: 'Taken off the site' }).count()).toBe(0);
  });
});

describe('a protected name that stands in a text', () => {
  test('and means something else is answered with the words marked, for a second person', async () => {
    const id = await draftSaying('The ferry Ilya Soren sailed at noon.', 'The dyke talks');
    await page.goto(`${stand.adminUrl}/articles/${id}`);
    await page.getByRole('tab', { name: /Publish/ }).click();
    const reasons = page.getByRole('list', { name: 'Publishing problems' });
    const alarm = reasons.getByRole('listitem').filter({ hasText: 'Something else…' }).first();
    await alarm.getByRole('button', { name: 'Something else…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Does it mean something else?' });
    expect(await dialog.locator('mark').allTextContents()).toEqual(['ilya soren']);
    await dialog.getByLabel('What they mean').fill('A ferry of that name.');
    await dialog.getByRole('button', { name: 'Answer' }).click();
    const answered = page.locator('section', {
      has: page.getByRole('heading', { name: 'Awaiting confirmation' }),
    });
    await answered.getByText(`${OWNER.name}: A ferry of that name.`).waitFor();
    await answered.getByText('This needs a second person: it is your own work.').waitFor();
    // Until it is confirmed, the article cannot go out.
    expect(await alarm.count()).toBe(1);
  });
});
