import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createViewpoints, type ViewpointsForEditors } from '@viewpoints/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type Answer, answersWith, ask, crawl } from '../support/crawl.ts';
import { ROOT, type Stack, startStack } from '../support/stack.ts';
import { CANARY, plantCanaries } from './canaries.ts';
import { claimJournal, inviteSecond, makeToken, OWNER } from './people.ts';

// The real page and what a careful editor records from it. They are not part of the repository.
const CORPUS = join(ROOT, '../shared/corpus');
const PAGE = join(CORPUS, 'talking-to-the-taliban.txt');
const FINDINGS = join(CORPUS, 'findings.json');
const HEADLINE = 'Talks about talks';

/** Reads the article as anybody may, through a client whose responses are recorded byte by byte. */
function anonymousClient(url: string, answers: Answer[]) {
  return createViewpoints({
    url,
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      const bytes = Buffer.from(await response.clone().arrayBuffer());
      const headers = Buffer.from(JSON.stringify([...response.headers]));
      const address = String(input);
      answers.push({ address, status: response.status, bytes: Buffer.concat([headers, bytes]) });
      return response;
    },
  });
}

describe.skipIf(!existsSync(CORPUS))('a real page, from a file to readers and back', () => {
  let stack: Stack;
  let browser: Browser;
  let owner: Page;
  let second: Page;
  let editor: ViewpointsForEditors;
  let articleId: string;
  let slug: string;
  let draftSlug: string;
  const { findings: expected } = existsSync(FINDINGS)
    ? (JSON.parse(readFileSync(FINDINGS, 'utf8')) as {
        findings: { proposition: string; quote: string }[];
      })
    : { findings: [] };

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack({ SAMPLE: 'off' }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    expect(await stack?.stop()).toBe(0);
  });

  test('the owner follows the set-up link, and a second person an invitation', async () => {
    owner = await claimJournal(browser, stack);
    second = await inviteSecond(browser, stack, owner);
    editor = createViewpoints({
      url: stack.apiUrl,
      token: await makeToken(owner, stack.adminUrl),
    });
    expect((await editor.editor.me.query()).email).toBe(OWNER.email);
  });

  test('the page is brought in: no render date, no furniture, all sixteen quotes anchored', async () => {
    const args = ['import', 'page', PAGE, '--headline', HEADLINE, '--findings', FINDINGS];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(ROOT, 'apps/cli/src/viewpoints.ts'), ...args, '--as', OWNER.email, '--yes', '--json'],
      { cwd: ROOT, env: { ...process.env, ...stack.env }, maxBuffer: 1e8 },
    );
    const imported = JSON.parse(stdout);
    articleId = imported.articleId;
    expect(imported.notAnchored).toEqual([]);
    expect(imported.dates).toContainEqual(expect.objectContaining({ kind: 'rendered', line: 1 }));
    const { article, findings } = await editor.editor.articles.get.query({ id: articleId });
    slug = article.slug;
    expect(article.firstPublishedAt).toBeNull();
    expect(JSON.stringify(article.body)).not.toMatch(/cookie|Twitter|Up-to-the-minute/i);
    expect(findings.map(({ evidence }) => evidence.quote?.exact)).toEqual(
      expected.map(({ quote }) => quote),
    );
  });

  test('the screen lists what prevents publishing, and the editor fixes it and submits', async () => {
    await owner.goto(`${stack.adminUrl}/articles/${articleId}`);
    await owner.getByRole('tab', { name: 'Publish' }).click();
    const reasons = owner.getByRole('list', { name: 'Publishing problems' });
    await reasons.getByText('Write a standfirst.').waitFor();
    await reasons.getByText('File it under a topic.').waitFor();
    ({ draftSlug } = await plantCanaries(editor, articleId));
    await owner.reload();
    await owner.getByRole('tab', { name: 'Publish' }).click();
    await reasons.getByText('has not been approved').waitFor();
    await owner.getByRole('button', { name: 'Submit for review' }).click();
    await owner.getByText('Submitted for review.').waitFor();
  });

  test('nobody approves their own: another person verifies every finding, approves, publishes', async () => {
    const approve = owner.getByRole('button', { name: 'Approve' });
    await approve.waitFor();
    expect(await approve.getAttribute('aria-disabled')).toBe('true');

    await second.goto(`${stack.adminUrl}/`);
    await second.getByRole('link', { name: HEADLINE }).first().click();
    await second.getByRole('tab', { name: /Findings/ }).click();
    for (const [index, { proposition }] of expected.entries()) {
      const row = second.getByRole('list', { name: 'Findings' }).getByRole('listitem').nth(index);
      await row.getByText(proposition).click();
      const form = second.getByRole('form', { name: `Finding ${index + 1}` });
      await form.getByRole('button', { name: 'Verify', exact: true }).click();
      await form.getByText('Verified', { exact: true }).first().waitFor();
      await form.getByRole('button', { name: 'All findings' }).click();
    }
    await second.getByRole('tab', { name: 'Publish' }).click();
    await second.getByRole('button', { name: 'Approve' }).click();
    await second.getByText('Nothing prevents publishing.').waitFor();
    await second.getByRole('button', { name: 'Publish…' }).click();
    const dialog = second.getByRole('dialog', { name: /^Publish/ });
    await dialog.getByText('16 findings go out with it').waitFor();
    await dialog.getByRole('button', { name: 'Publish now' }).click();
    await second.getByText('Readers have it now.').waitFor();
  });

  test('a reader finds each finding next to the sentence that carries it', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(stack.readerUrl);
    await page.getByRole('link', { name: HEADLINE }).first().click();
    await page.waitForURL(`${stack.readerUrl}/articles/${slug}`);
    expect(await page.locator('details.finding-note').count()).toBe(16);
    for (const { proposition, quote } of expected) {
      const note = page.locator('details.finding-note').filter({ hasText: proposition });
      const anchor = await note.locator('a[href^="#finding-"]').first().getAttribute('href');
      const marked = page.locator(anchor ?? '');
      const start = (await marked.textContent())?.replaceAll(/\s+/g, ' ') ?? '';
      expect(quote).toContain(start.slice(0, 20).trim());
    }
    const note = page.locator('details.finding-note').first();
    await note.locator('summary').click();
    await note.getByText('Permanent link').click();
    await page.waitForURL(/\/findings\/[0-9a-f-]{36}$/);
    await page
      .getByText(expected[0]?.proposition ?? '')
      .first()
      .waitFor();
    await page.context().close();
  });

  test('a program lists them through the typed client', async () => {
    const viewpoints = createViewpoints({ url: stack.apiUrl });
    const article = await viewpoints.articles.bySlug.query({ slug });
    const listed: string[] = [];
    for await (const { proposition } of viewpoints.all.findings({ actor: 'the-movement' })) {
      listed.push(proposition);
    }
    expect(listed.toSorted()).toEqual(expected.map((finding) => finding.proposition).toSorted());
    for (const { quote } of article.findings) {
      expect(quote && article.text.slice(quote.start, quote.end)).toBe(quote?.exact);
    }
  });

  test('no byte that a reader or a program gets carries a protected name', async () => {
    const answers = await readEverything();
    expect(answers.length).toBeGreaterThan(40);
    expect(answers.filter(({ status }) => status >= 500).map(({ address }) => address)).toEqual([]);
    expect(answersWith(CANARY, answers).map(({ address }) => address)).toEqual([]);
    expect(stack.printed()).not.toContain(CANARY);
    // The crawl is not blind: the article's own words are found by the same search.
    expect(answersWith(HEADLINE, answers).length).toBeGreaterThan(3);
  });

  test('a draft and what never existed get the same response', async () => {
    const shape = async (path: string, word: string) => {
      const answer = await ask(`${stack.readerUrl}${path}${word}`);
      const text = answer.bytes.toString('utf8').replaceAll(word, '…');
      const steady = text
        .replaceAll(/nonce[-="\\]+[\w+/=-]+/g, '')
        .replaceAll(/^(date|etag|age|x-request-id|content-length):.*$/gm, '');
      return { status: answer.status, steady };
    };
    const nothing = draftSlug.replaceAll(/[a-z]/g, 'x');
    const draft = await shape('/articles/', draftSlug);
    expect(draft.status).toBe(404);
    expect(draft).toEqual(await shape('/articles/', nothing));

    const { findings } = await editor.editor.articles.get.query({
      id: (await editor.editor.articles.list.query({ q: CANARY })).items[0]?.id ?? '',
    });
    const hidden = await shape('/findings/', findings[0]?.id ?? '');
    expect(hidden.status).toBe(404);
    expect(hidden).toEqual(await shape('/findings/', '0198c0de-0000-7000-8000-00000000ffff'));
  });

  test('retracted, it leaves its notice at the old address, and its findings withdraw', async () => {
    const page = await (await browser.newContext()).newPage();
    const address = `${stack.readerUrl}/articles/${slug}`;
    await page.goto(address);
    await second.getByRole('button', { name: 'Retract…' }).click();
    const dialog = second.getByRole('dialog', { name: /^Retract/ });
    await dialog.getByText('16 published findings are').waitFor();
    await dialog.getByLabel('Why').fill('The paper it rests on was withdrawn.');
    await dialog.getByRole('button', { name: 'Retract' }).click();
    await second.getByText('Readers see a notice at its address.').waitFor();
    // Never a stale page once the retraction has been answered.
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(200);
    await page.getByText('The paper it rests on was withdrawn.').first().waitFor();
    expect(await page.locator('details.finding-note').count()).toBe(0);
    const body = await page.content();
    for (const { quote } of expected) expect(body).not.toContain(quote);

    const answers = await readEverything();
    expect(answersWith(CANARY, answers).map((one) => one.address)).toEqual([]);
    const quote = expected[1]?.quote ?? '';
    expect(answersWith(quote, answers).map((one) => one.address)).toEqual([]);
    await page.context().close();
  });

  /** Every address of the reading site and of the API that works without signing in. */
  async function readEverything(): Promise<Answer[]> {
    const { readerUrl, apiUrl, adminUrl } = stack;
    const paths = ['/', '/findings', '/corrections', '/archive', '/about/attribution'];
    const feeds = ['articles', 'findings', 'corrections'].flatMap((of) =>
      ['rss', 'atom', 'json'].map((kind) => `/feeds/${of}.${kind}`),
    );
    const others = ['/sitemap.xml', '/robots.txt', '/nowhere', '/articles/', '/search?q=talks'];
    const seeds = [...paths, ...feeds, ...others].map((path) => `${readerUrl}${path}`);
    const answers = await crawl([
      ...seeds,
      `${apiUrl}/healthz`,
      `${apiUrl}/readyz`,
      `${adminUrl}/sign-in`,
    ]);
    const viewpoints = anonymousClient(apiUrl, answers);
    const { topics, actors, issues, sources } = viewpoints;
    const calls: Promise<unknown>[] = [
      viewpoints.journal.get.query(),
      viewpoints.front.get.query(),
      viewpoints.articles.list.query({}),
      viewpoints.findings.list.query({}),
      viewpoints.corrections.list.query({}),
      viewpoints.articles.bySlug.query({ slug }),
      viewpoints.articles.version.query({ slug, number: 1 }),
      topics.list.query(),
      topics.bySlug.query({ slug: 'talks' }),
      actors.list.query({}),
      actors.bySlug.query({ slug: 'the-movement' }),
      issues.list.query({}),
      issues.bySlug.query({ slug: 'ceasefire' }),
      viewpoints.positions.get.query({ actor: 'the-movement', issue: 'ceasefire' }),
      sources.bySlug.query({ slug: 'the-paper' }),
      // Calls for editors answer anybody with a refusal that contains nothing.
      ...['articles.list', 'sources.list', 'findings.list', 'audit.list', 'desk'].map((name) =>
        ask(`${apiUrl}/trpc/editor.${name}?input=%7B%7D`).then((answer) => {
          expect(answer.status).toBe(401);
          answers.push(answer);
        }),
      ),
    ];
    await Promise.allSettled(calls);
    return answers;
  }
});
