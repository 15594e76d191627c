import { approveArticle } from '@viewpoints/api/articles/approve-article';
import { submitArticle } from '@viewpoints/api/articles/submit-article';
import { addArticle } from '@viewpoints/db/testing/builders';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import type { Article } from '@viewpoints/domain/articles/article';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saved, selectionTaken } from '../admin/article-desk.ts';
import { chooseOption } from '../admin/choose-option.ts';
import { PHONE } from '../support/browser.ts';
import { type JourneyFixture, startJourney } from './journey-fixture.ts';
import {
  completeFinding,
  MEANT,
  type PublishedMistake,
  publishMistake,
  SAID,
} from './published-mistake.ts';

let fixture: JourneyFixture;
beforeAll(async () => {
  fixture = await startJourney();
});
afterAll(() => fixture?.stop());

/** An article that may go out, written and approved by people who are not in this test. */
async function approved(headline: string, slug: string): Promise<Article> {
  const { editorial } = fixture.db;
  const { writer, publisher } = fixture.accounts;
  const article = await addArticle(editorial, { by: writer, headline, slug });
  const as = (id: string, role: 'editor' | 'publisher') => ({
    ...{ editorial, account: { id, roles: [role] } },
  });
  const { revisionId } = await submitArticle(as(writer, 'editor'), { id: article.id });
  await approveArticle(as(publisher, 'publisher'), { id: article.id, revisionId });
  return article;
}

const read = (path: string) => fetch(`${fixture.readerUrl}${path}`);
const textAt = async (path: string) => (await read(path)).text();

describe('two articles that are scheduled, one of them in a release', () => {
  let alone: Article;
  let released: Article;
  const ids = () => [alone.id, released.id];
  const countOf = async (sql: string) => (await fixture.db.sql(sql, [ids()])).length;
  const statusesNow = () =>
    Promise.all(
      [alone, released].map(async ({ slug }) => (await read(`/articles/${slug}`)).status),
    );

  const tomorrow = () => {
    const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    return `${day}T09:00`;
  };

  test('are given their time on the screen', async () => {
    alone = await approved('Before the rains', 'before-the-rains');
    released = await approved('After the rains', 'after-the-rains');
    const { owner, adminUrl } = fixture;
    await owner.goto(`${adminUrl}/articles/${alone.id}`);
    await owner.getByRole('tab', { name: /^Publish/ }).click();
    await owner.getByRole('button', { name: 'Schedule…' }).click();
    await schedule(owner, 'Schedule');

    await owner.goto(`${adminUrl}/releases`);
    await owner.getByRole('button', { name: 'New release' }).first().click();
    await owner.getByLabel('Name').fill('Rain papers');
    await owner.getByLabel('Name').press('Enter');
    await owner.getByRole('combobox', { name: 'Add article' }).fill(released.headline);
    await owner.getByRole('option', { name: released.headline }).press('Enter');
    await owner.getByRole('link', { name: released.headline }).waitFor();
    await owner.getByRole('button', { name: 'Schedule…' }).click();
    await schedule(owner, 'Schedule release');
    expect(await countOf(`select from article where id = any($1) and state = 'scheduled'`)).toBe(2);
    expect(await statusesNow()).toEqual([404, 404]);
  });

  async function schedule(page: Page, title: string): Promise<void> {
    const dialog = page.getByRole('dialog', { name: title, exact: true });
    await dialog.getByLabel('Goes out').fill(tomorrow());
    await dialog.getByRole('button', { name: 'Schedule' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  test('are out once, soon after the start of a worker that was killed before they were due and while they were', async () => {
    const { db, killApi, startApi, owner, readerUrl } = fixture;
    await killApi();
    // Tomorrow comes while nothing runs.
    await db.sql(`update article set publish_at = now() where id = any($1)`, [ids()]);
    await db.sql('update release set publish_at = now()');
    await db.sql('update graphile_worker._private_jobs set run_at = now() where run_at > now()');

    // The next worker is killed in the middle of both.
    await db.sql('begin');
    await db.sql('select from article where id = any($1) for update', [ids()]);
    await startApi();
    await waitForWaiting(db, 2);
    await killApi();
    await db.sql('rollback');
    expect(await statusesNow()).toEqual([404, 404]);

    await startApi();
    await expect.poll(statusesNow, { interval: 20 }).toEqual([200, 200]);
    const records = await db.sql(
      `select from audit_record where action = 'article.publish' and subject_id = any($1)`,
      [ids()],
    );
    expect(records).toHaveLength(2);

    for (const { slug, headline } of [alone, released]) {
      expect(await textAt(`/articles/${slug}`)).toContain(headline);
      const { items } = JSON.parse(await textAt('/feeds/articles.json')) as {
        items: { url: string }[];
      };
      expect(items.filter(({ url }) => url === `${readerUrl}/articles/${slug}`)).toHaveLength(1);
    }
    expect(await countOf('select from public_change where ref_id = any($1)')).toBe(2);
    expect(await countOf('select from published_version where article_id = any($1)')).toBe(2);

    await owner.reload();
    await owner.getByText('Released', { exact: true }).waitFor();
  });
});

describe('a published mistake', () => {
  const why = 'An earlier version of this article said that the union rejects the tolls.';
  let mistake: PublishedMistake;
  let right: string;
  let reader: Page;
  const notes = () => reader.locator('details.finding-note');

  test('is corrected on the screen by one person and let out by another', async () => {
    const { db, owner, second, adminUrl, browser, readerUrl } = fixture;
    mistake = await publishMistake(db, fixture.accounts.writer);
    reader = await (await browser.newContext({ viewport: PHONE })).newPage();
    await reader.goto(`${readerUrl}/articles/${mistake.slug}`);
    expect(await reader.getByText(why).count()).toBe(0);

    await owner.goto(`${adminUrl}/articles/${mistake.articleId}`);
    await owner.getByRole('tab', { name: /^Publish/ }).click();
    await owner.getByRole('button', { name: 'Start next version' }).last().click();
    const text = owner.getByRole('textbox', { name: 'Text of the article' });
    await text.click();
    await owner.keyboard.press('Control+End');
    await selectionTaken(owner);
    await owner.keyboard.press('Enter');
    await owner.keyboard.type(MEANT);
    await saved(owner);
    await owner.keyboard.press('Control+Shift+f');
    const form = owner.getByRole('form', { name: 'New finding' });
    await form.getByLabel('Proposition').fill('The Harbour Union regrets the tolls');
    await owner.keyboard.press('Control+Enter');
    await owner.getByRole('heading', { name: 'Finding 2', exact: true }).waitFor();
    right = await completeFinding(owner, mistake);
    await owner.getByRole('tab', { name: /^Publish/ }).click();
    await owner.getByRole('button', { name: 'Submit for review' }).click();
    await owner.getByText('Submitted for review.').waitFor();

    await second.goto(`${adminUrl}/articles/${mistake.articleId}`);
    await openFinding(second, 2);
    const detail = (number: number) => second.getByRole('form', { name: `Finding ${number}` });
    await detail(2).getByRole('button', { name: 'Verify', exact: true }).click();
    await detail(2).getByText('Verified', { exact: true }).first().waitFor();
    await detail(2).getByRole('button', { name: 'All findings' }).click();
    await openFinding(second, 1);
    await detail(1).getByRole('button', { name: 'Supersede…' }).click();
    const replace = second.getByRole('dialog', { name: 'Supersede finding 1' });
    await replace.getByRole('combobox', { name: 'Replacement' }).fill('regrets');
    await second.getByRole('option', { name: /regrets the tolls/ }).press('Enter');
    await chooseOption(second, 'Reason', /^Correction/);
    await replace.getByRole('button', { name: 'Supersede' }).click();
    await replace.waitFor({ state: 'detached' });

    await second.getByRole('tab', { name: /^Publish/ }).click();
    await second.getByRole('button', { name: 'Approve' }).click();
    await second.getByRole('button', { name: 'Publish the correction…' }).click();
    const dialog = second.getByRole('dialog', { name: 'Publish with correction' });
    await dialog.getByLabel('Notice', { exact: true }).fill(why);
    await dialog.getByLabel('Original').fill(SAID);
    await dialog.getByRole('textbox', { name: /^Corrected/ }).fill(MEANT);
    await chooseOption(second, 'Corrected finding', /^1\. /);
    await dialog.getByRole('button', { name: 'Publish the correction' }).click();
    await second.getByText('Published with its correction.').waitFor();
  });

  test('is told to the reader who had it open, on each page that says it', async () => {
    const { readerUrl } = fixture;
    // From the page as it was before the correction.
    await notes().first().locator('summary').click();
    await notes().first().getByText('Permanent link').click();
    await reader.waitForURL(`**/findings/${mistake.wrong.id}`);
    expect(await reader.title()).toMatch(/^Corrected: The Harbour Union rejects the tolls/);
    await reader.getByText('We had this wrong, and corrected it:').first().waitFor();
    await reader.getByRole('link', { name: 'The Harbour Union regrets the tolls' }).first().click();
    await reader.waitForURL(`**/findings/${right}`);

    await reader.goto(`${readerUrl}/articles/${mistake.slug}`);
    await reader.getByText(why).first().waitFor();
    await reader.getByText('Correction', { exact: true }).first().waitFor();
    await reader.locator('.was-now del').getByText(SAID).waitFor();
    await reader.locator('.was-now ins').getByText(MEANT).waitFor();
    await reader.getByRole('link', { name: 'The corrected finding' }).first().waitFor();

    await reader.goto(readerUrl + mistake.citing);
    const since = reader.getByRole('complementary', { name: 'Since publication' });
    await since.getByText(/was corrected on/).waitFor();
    await since.getByText(why).waitFor();
  });

  test('is told in the feeds and in Markdown, and nowhere as a change of mind', async () => {
    const { slug, wrong, citing, position } = mistake;
    const article = `/articles/${slug}`;
    for (const path of [
      '/corrections',
      '/feeds/corrections.rss',
      '/feeds/articles.json',
      `${article}.md`,
    ])
      expect([path, (await textAt(path)).includes(why)]).toEqual([path, true]);
    expect(await textAt(`/findings/${wrong.id}.md`)).toContain('**Corrected.** We had this wrong');
    const { items } = JSON.parse(await textAt('/feeds/findings.json')) as {
      items: { id: string; title: string }[];
    };
    expect(items.find(({ id }) => id === `urn:uuid:${wrong.id}`)?.title).toMatch(/^Corrected: /);
    // It never was a position of theirs.
    const positions = await textAt(position);
    expect(positions).toContain('The Harbour Union regrets the tolls');
    expect(positions).not.toContain('rejects the tolls');
    const pages = [article, `/findings/${wrong.id}`, `/findings/${right}`, citing, position];
    for (const path of [...pages, ...pages.slice(0, 3).map((page) => `${page}.md`)])
      expect([path, /since changed|has changed since/i.test(await textAt(path))]).toEqual([
        path,
        false,
      ]);
  });
});

async function openFinding(page: Page, number: number): Promise<void> {
  await page.getByRole('tab', { name: /^Findings/ }).click();
  const rows = page.getByRole('list', { name: 'Findings' }).getByRole('listitem');
  await rows
    .nth(number - 1)
    .getByText(/the tolls/)
    .first()
    .click();
}
