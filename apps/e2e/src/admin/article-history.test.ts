import { connectEditorial } from '@viewpoints/db/client';
import { ArticleContent } from '@viewpoints/domain/articles/article';
import { documentText } from '@viewpoints/domain/document/document-text';
import { quoteFromRange } from '@viewpoints/domain/findings/anchor';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { axeComplaints } from '../support/axe.ts';
import { DESK, PHONE } from '../support/browser.ts';
import {
  type ArticleDesk,
  mutate,
  newArticle,
  openArticle,
  openArticleDesk,
  saved,
  selectionTaken,
  stored,
  write,
} from './article-desk.ts';

/** A browser that counts as a reader's: a headless one says so, and programs are not counted. */
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

let desk: ArticleDesk;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  desk = await openArticleDesk();
  context = await desk.newContext({ userAgent });
  page = await context.newPage();
});
afterAll(async () => {
  await context?.close();
  await desk?.stop();
});

const textSaved = async (id: string) => JSON.stringify((await stored(page, id)).article.body);

test('what was deleted is found in a version, by keyboard, and restored into the text', async () => {
  const id = await newArticle(desk, 'The northern sluices', 'The keys are kept in the tower.');
  await openArticle(desk, page, id);
  await page.getByRole('tab', { name: 'Versions' }).click();
  await page.getByRole('button', { name: 'Keep this version' }).click();
  const version = page.getByRole('link', { name: /^Version 1/ });
  await version.waitFor();
  await page.getByRole('textbox', { name: 'Text of the article' }).click();
  await page.keyboard.press('Control+A');
  await selectionTaken(page);
  await page.keyboard.press('Delete');
  await write(page, 'Nobody has them.');
  expect(await textSaved(id)).not.toContain('tower');

  await version.click();
  await page.waitForURL(/\/compare\?from=/);
  await page.getByText(/^\d changes?$/).waitFor();
  await page.keyboard.press('F8');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toMatch(/^Text: /);
  expect(await axeComplaints(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.width);

  await page.getByRole('button', { name: 'Restore all words…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore words' }).click();
  await page.getByText('No differences').waitFor();
  await page.getByRole('link', { name: 'Back to article' }).click();
  await page.getByText('The keys are kept in the tower.').waitFor();
  await saved(page);
  expect(await textSaved(id)).toContain('The keys are kept in the tower.');
  // What the restore replaced is stored, and can be restored again.
  const history = await page.evaluate(async (id) => {
    const input = encodeURIComponent(JSON.stringify({ id }));
    const answer = await fetch(`/trpc/editor.articles.history.list?input=${input}`);
    return (await answer.json()).result.data.items.length;
  }, id);
  expect(history).toBe(2);
});

/** Chooses how the preview is shown. */
async function choose(list: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: list }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** The one page that was read in this file as readers do: previews and links to them are no reads. */
let readOnce = '';

/** The main part of a page, without what a preview changes in its links and the moment it was made. */
const mainOf = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replaceAll('<a target="_self" ', '<a ')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');

test('the preview follows what is written, and is the page that is then published', async () => {
  await page.setViewportSize(DESK);
  const id = await newArticle(desk, 'The southern sluices', 'They were shut in May.');
  await openArticle(desk, page, id);
  const call = (path: string, data: object) => mutate(desk, `editor.${path}`, data);
  await page.keyboard.press('Control+Alt+KeyP');
  const shown = page.frameLocator('iframe[aria-hidden="false"]');
  await shown.getByText('They were shut in May.').waitFor();
  await write(page, ' Nobody opened them.');
  await shown.getByText('Nobody opened them.').waitFor();
  const paper = () =>
    shown.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  const light = await paper();
  await choose('Colours', 'Dark');
  await expect.poll(paper).not.toBe(light);
  expect(await shown.locator('html').getAttribute('data-theme')).toBe('dark');
  const footer = shown.locator('.site-footer');
  expect(await footer.isVisible()).toBe(true);
  await choose('Show', 'Print');
  await footer.waitFor({ state: 'hidden' });
  // Paper is white, whatever the colours.
  expect(await paper()).toBe('rgb(255, 255, 255)');
  await page.getByRole('button', { name: 'Print…' }).waitFor();
  const image = page.waitForResponse(
    (response) => response.headers()['content-type'] === 'image/png',
  );
  await choose('Show', 'Share image');
  const untitled = await (await image).body();
  await page.locator('iframe[aria-hidden="false"][title="Share image"]').waitFor();
  await choose('Show', 'Phone');

  const topic = await call('topics.create', { slug: 'water', name: 'Water', description: '' });
  await saved(page);
  const { article } = await stored(page, id);
  await call('articles.save', {
    ...{ id, seen: article.save },
    content: {
      ...ArticleContent.strip().parse(article),
      standfirst: 'What became of the keys.',
      topicIds: [topic.id],
      byline: { kind: 'none', reason: 'Compiled from minutes.' },
    },
  });
  const { pass, action } = await call('articles.preview', { id });
  const post = (form: Record<string, string> = { pass }) =>
    page.request.post(action, { form, headers: { 'user-agent': userAgent } });
  const [one, other] = await Promise.all([post(), post()]);
  expect([one.status(), other.status()].sort()).toEqual([200, 410]);
  const preview = one.ok() ? one : other;
  expect(preview.headers()).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
  expect(preview.headers()['content-security-policy']).toContain(
    `frame-ancestors ${desk.adminUrl}`,
  );
  const html = await preview.text();
  expect(html).toContain('Nobody opened them.');
  const again = await call('articles.preview', { id });
  const card = await (await post({ pass: again.pass, show: 'share' })).body();
  expect(card.equals(untitled)).toBe(false);

  const settings = await page.request.get(`${desk.adminUrl}/trpc/editor.settings.get`);
  const { save: seen, ...journal } = (await settings.json()).result.data;
  await call('settings.save', { seen, content: { ...journal, fourEyes: false } });
  const { revisionId } = await call('articles.submit', { id });
  const approved = await call('articles.approve', { id, revisionId });
  const { slug } = await call('articles.publish', { id, revisionId: approved.approvedRevisionId });
  const address = new URL(`/articles/${slug}`, action).href;
  const published = await page.request.get(address, { headers: { 'user-agent': userAgent } });
  readOnce = `/articles/${slug}`;
  expect(published.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(mainOf(html)).toBe(mainOf(await published.text()));
  const shared = await page.request.get(`${address}/share.png`);
  expect(card.equals(await shared.body())).toBe(true);
});

test('a source without an account sees its own passage by a link, and answers', async () => {
  const words = 'The sluices were shut by hand.';
  const id = await newArticle(desk, 'The western sluices', words);
  await openArticle(desk, page, id);
  const { article } = await stored(page, id);
  const { text } = documentText(article.body);
  const start = text.indexOf(words);
  const finding = await mutate(desk, 'editor.findings.propose', {
    ...{ articleId: id, seen: article.save },
    content: {
      ...{ proposition: 'The sluices are shut by hand', stance: 'asserts' },
      holders: [{ actorId: null, wording: 'The keeper', basis: 'articles_own' }],
      evidence: { quote: quoteFromRange(text, start, start + words.length) },
      attribution: { sourceId: null, terms: 'on_record', descriptor: null, participantId: null },
    },
  });
  const { link } = await mutate(desk, 'editor.findings.quoteChecks.create', {
    findingId: finding.id,
  });
  const context = await desk.browser.newContext({ viewport: PHONE, userAgent });
  const source = await context.newPage();
  const requested: string[] = [];
  source.on('request', (request) => requested.push(request.url()));
  const cover = await source.goto(link);
  expect(await cover?.text()).not.toContain('sluices');
  for (const path of ['', '/', `/${'x'.repeat(43)}/more`, `/${'x'.repeat(42)}`])
    expect((await source.request.get(link.replace(/\/[^/]*$/, path))).status()).toBe(410);
  const guess = { token: 'x'.repeat(43) };
  const guessed = await source.request.post(link.replace(/\/[^/]*$/, ''), { form: guess });
  expect(guessed.status()).toBe(410);

  const [shown] = await Promise.all([
    source.waitForResponse((response) => response.request().method() === 'POST'),
    source.getByRole('button', { name: 'Open', exact: true }).click(),
  ]);
  await source.getByText(words).waitFor();
  const html = await shown.text();
  for (const other of ['western', id, finding.id, desk.adminUrl, '<script', 'href='])
    expect(html).not.toContain(other);
  for (const answer of [cover, shown]) {
    expect(answer?.headers()).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow, noarchive, nosnippet',
    });
    expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
  }
  expect(await axeComplaints(source)).toEqual([]);
  const width = await source.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.width);
  await source.getByLabel('I propose another wording').check();
  await source.getByRole('button', { name: 'Send answer' }).click();
  await source.getByRole('alert').waitFor();
  await source.getByLabel('Your words').fill('They are shut by hand <at noon>.');
  await source.getByRole('button', { name: 'Send answer' }).click();
  await source.getByRole('heading', { name: 'Your answer has been sent' }).waitFor();
  expect(source.url()).not.toContain(link.split('/').at(-1));
  expect(requested.every((url) => new URL(url).pathname.startsWith('/p'))).toBe(true);
  await source.getByRole('button', { name: 'Change answer' }).click();
  await source.getByText('There is an answer already.').waitFor();
  expect(await source.content()).not.toContain('noon');
  await context.close();

  await openArticle(desk, page, id);
  await page
    .getByRole('button', { name: /The sluices are shut by hand/ })
    .first()
    .click();
  const box = page.getByRole('group', { name: 'Quote check' });
  await box.getByText('They are shut by hand <at noon>.').waitFor();
  await box.getByText('Proposes wording').waitFor();
});

test('a person without an account reads a preview by a link and comments on its words', async () => {
  const words = 'The gate was mended in June.';
  const id = await newArticle(desk, 'The eastern sluices', words);
  await openArticle(desk, page, id);
  const { link } = await mutate(desk, 'editor.articles.previewLinks.create', {
    ...{ articleId: id, label: 'Oda, for the dates' },
  });
  await write(page, ' Written later.');
  await saved(page);
  const context = await desk.browser.newContext({ viewport: PHONE, userAgent });
  const reader = await context.newPage();
  const cover = await reader.goto(link);
  expect(await cover?.text()).not.toContain('sluices');
  const path = link.replace(/\/[^/]*$/, '');
  const guessed = await reader.request.post(path, { form: { token: 'x'.repeat(43) } });
  expect(guessed.status()).toBe(410);
  const [shown] = await Promise.all([
    reader.waitForResponse((response) => response.request().method() === 'POST'),
    reader.getByRole('button', { name: 'Show article' }).click(),
  ]);
  await reader.getByText('This is a preview.').waitFor();
  expect(await shown.text()).not.toContain('Written later');
  expect(await shown.text()).not.toContain(desk.adminUrl);
  expect(shown.headers()).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow, noarchive, nosnippet',
    'x-frame-options': 'DENY',
  });
  expect(shown.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(await axeComplaints(reader, { tags: ['wcag2a', 'wcag2aa'] })).toEqual([]);
  const width = await reader.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.width);
  const send = async (text: string) => {
    await reader.getByRole('textbox', { name: 'Comment' }).fill(text);
    await reader.getByRole('button', { name: 'Send comment' }).click();
    await reader.getByText('Your comment has been sent.').waitFor();
  };
  await reader.getByLabel('On', { exact: true }).selectOption({ label: words });
  await send('By whom?');
  await reader.evaluate((words) => {
    const texts = document.createTreeWalker(document.querySelector('article') as Element, 4);
    while (texts.nextNode()) {
      const { currentNode: node } = texts;
      const at = node.nodeValue?.indexOf(words) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at + words.indexOf('June'));
      range.setEnd(node, at + words.indexOf('June') + 4);
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
    }
  }, words);
  await reader.getByText('On the selected words:').waitFor();
  await send('It was July. <b>Surely</b>');
  await reader.getByText('2 comments have been sent by this link.').waitFor();
  expect(await reader.content()).not.toContain('Surely');
  expect(reader.url()).not.toContain(link.split('/').at(-1));
  await context.close();

  await page.getByRole('tab', { name: /^Comments/ }).click();
  const thread = page.getByRole('article', { name: 'Comment on words' });
  await thread.filter({ hasText: 'It was July. <b>Surely</b>' }).getByText('June').waitFor();
  await thread.filter({ hasText: 'By whom?' }).getByText('Oda, for the dates').waitFor();
  const marked = page.getByRole('textbox', { name: 'Text of the article' });
  await marked.locator('[data-comment]', { hasText: 'June' }).first().waitFor();
});

test('nothing that was previewed or shown by a link is counted as read', async () => {
  const editorial = connectEditorial(desk.databaseUrl, { poolSize: 1 });
  onTestFinished(() => editorial.$disconnect());
  // What was read is written down every few seconds.
  await expect
    .poll(() => editorial.$queryRaw`SELECT path, reads::int FROM page_reads`, { timeout: 20_000 })
    .toEqual([{ path: readOnce, reads: 1 }]);
});
