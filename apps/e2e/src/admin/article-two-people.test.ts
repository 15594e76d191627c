import { ArticleContent } from '@viewpoints/domain/articles/article';
import { FindingContent } from '@viewpoints/domain/findings/finding';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ArticleDesk,
  disconnected,
  newArticle,
  OWNER,
  openArticle,
  openArticleDesk,
  saved,
  selectionTaken,
  stored,
  textOf,
} from './article-desk.ts';
import { pasteChart } from './paste-chart.ts';

let desk: ArticleDesk;
let author: Page;
/** Edits and publishes. */
let second: Page;
const contexts: BrowserContext[] = [];
const run = Date.now();

beforeAll(async () => {
  desk = await openArticleDesk();
  const context = await desk.newContext();
  contexts.push(context);
  author = await context.newPage();
  await author.goto(`${desk.adminUrl}/people`);
  second = await colleague('second', ['editor', 'publisher']);
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  await desk?.stop();
});

/** Calls a procedure as the screens do, as the account that is signed in there. */
async function call(page: Page, procedure: string, input: object) {
  return page.evaluate(
    async ([procedure, input]) => {
      const answer = await fetch(`/trpc/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      const { result, error } = await answer.json();
      if (error) throw new Error(JSON.stringify(error));
      return result.data;
    },
    [procedure, input] as const,
  );
}

/** Invites a person, who follows the link; returns their page. */
async function colleague(name: string, roles: string[]): Promise<Page> {
  const email = `${name}-${run}@example.org`;
  const { link } = await call(author, 'editor.people.invite', { email, roles });
  const context = await desk.browser.newContext();
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Your name').fill(`Colleague ${name}`);
  await page.getByLabel('Password').first().fill(OWNER.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL(`${desk.adminUrl}/`);
  return page;
}

const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name }).click();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** A day ahead, as the field for a day and an hour takes it. */
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);

const sentence = 'The council will not negotiate before the spring.';

/** An article with all that publishing requires, and one finding on its sentence. */
async function draftWithFinding(headline: string): Promise<string> {
  const id = await newArticle(desk, headline, sentence);
  const topic = await call(author, 'editor.topics.create', {
    slug: `topic-${id}`,
    name: `Straits ${id.slice(-6)}`,
  });
  const { article } = await stored(author, id);
  const saved = await call(author, 'editor.articles.save', {
    id,
    seen: article.save,
    content: {
      ...ArticleContent.strip().parse(article),
      standfirst: 'What was said.',
      topicIds: [topic.id],
      byline: { kind: 'none', reason: 'Reported by the desk.' },
    },
  });
  const quote = { exact: sentence, prefix: '', suffix: '', start: 0, end: sentence.length };
  await call(author, 'editor.findings.propose', {
    articleId: id,
    seen: saved.article.save,
    content: FindingContent.parse({
      proposition: 'The council waits',
      holders: [{ actorId: null, wording: 'the council', basis: 'direct' }],
      stance: 'asserts',
      evidence: { quote },
      attribution: {
        ...{ sourceId: null, terms: 'background', descriptor: 'a member of the council' },
        participantId: null,
      },
    }),
  });
  await openArticle(desk, author, id);
  return id;
}

describe('two people', () => {
  test('send a piece back and forth, schedule it under embargo, publish it and withdraw a finding', async () => {
    const id = await draftWithFinding('The quiet strait');
    await pasteChart(author, 'Season\tShips\nSpring\t14\nAutumn\t41.5\n');
    await saved(author);
    await tab(author, /Publish/);
    await press(author, 'Submit for review');
    await author.getByRole('button', { name: 'Approve' }).waitFor();

    await openArticle(desk, second, id);
    await tab(second, /Publish/);
    await press(second, 'Request changes…');
    await second.getByLabel('What should change').fill('Name the council.');
    await press(second, 'Send back');
    await second.getByText('Sent back, with what should change.').waitFor();

    // Its author finds it on the desk and, opening it, the request.
    await author.goto(desk.adminUrl);
    await author
      .getByRole('list', { name: 'Waiting for you' })
      .getByRole('link', { name: 'The quiet strait' })
      .first()
      .click();
    await author.getByText('Name the council.').waitFor();
    await press(author, 'Submit for review');
    await author.getByText('Submitted for review.').waitFor();

    await second.reload();
    await tab(second, /Findings/);
    await second.getByRole('list', { name: 'Findings' }).getByRole('button').click();
    await press(second, 'Verify');
    await second.getByText('Finding 1 is verified.').waitFor();
    await tab(second, /Publish/);
    await second.getByRole('button', { name: /^Approve .*words$/ }).click();
    await press(second, 'Schedule…');
    const dialog = second.getByRole('dialog', { name: 'Schedule' });
    await dialog.getByLabel('Goes out').fill(inDays(1));
    await dialog.getByText('Embargo', { exact: true }).click();
    await dialog.getByLabel('Embargo ends').fill(inDays(2));
    await press(second, 'Schedule');
    await second.getByText(/^Goes out .*, visible from /).waitFor();

    await press(second, 'Change the embargo…');
    await press(second, 'Lift embargo');
    await second.getByText('No embargo any more.').waitFor();
    expect((await stored(second, id)).article.embargoUntil).toBeNull();
    await press(second, 'Unschedule');
    await press(second, 'Publish…');
    await press(second, 'Publish now');
    await second.getByText('Published. Readers have it now.').waitFor();
    const link = second.getByRole('link', { name: 'View on site' });
    const asReadersDo = await fetch((await link.getAttribute('href')) ?? '');
    const html = await asReadersDo.text();
    expect(html).toContain(sentence);
    expect(html).toMatch(/<figure[^>]*>.*<svg.*Ships a day/s);
    const [csv = ''] = /\/articles\/[^"]*\/charts\/[^"]*\.csv/.exec(html) ?? [];
    const file = await fetch(new URL(csv, asReadersDo.url));
    expect(await file.text()).toContain('Autumn,41.5');

    await tab(second, /Findings/);
    await press(second, 'Withdraw…');
    await second.getByLabel('Why').fill('The member took it back.');
    await press(second, 'Withdraw');
    await second.getByText('Withdrawn', { exact: true }).waitFor();
    expect((await stored(second, id)).findings[0].state).toBe('withdrawn');
  });

  test('a finding that both wrote says who can verify it, in words next to the button', async () => {
    const id = await draftWithFinding('The long quay');
    await openArticle(desk, second, id);
    await tab(second, /Findings/);
    await second.getByRole('list', { name: 'Findings' }).getByRole('button').click();
    await second.getByLabel('Proposition').fill('The council waits for the spring');
    await second.getByRole('button', { name: /^Save the finding/ }).click();
    const form = second.getByRole('form', { name: 'Finding 1' });
    await form.getByText('You wrote the proposition.').waitFor();
    await form.getByText('Say in your own words what').waitFor();
    const verify = form.getByRole('button', { name: 'Verify', exact: true });
    expect(await verify.getAttribute('aria-disabled')).toBe('true');
  });
});

const poll = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });
const selectFirst = async (page: Page, words: string) => {
  await textOf(page).click();
  await page.keyboard.press('Control+Home');
  for (const _ of words) await page.keyboard.press('Shift+ArrowRight');
  await selectionTaken(page);
};

describe('two people comment on one article', () => {
  const open = (page: Page) => page.getByRole('tabpanel', { name: /^Comments/ });
  const commented = (page: Page) => page.locator('.commented').allTextContents();
  const query = (page: Page, procedure: string) =>
    page.evaluate(async (procedure) => {
      const answer = await fetch(`/trpc/${procedure}?input=${encodeURIComponent('{}')}`);
      return (await answer.json()).result.data;
    }, procedure);

  test('on words, which it follows until they are gone', async () => {
    const id = await newArticle(desk, 'Rain', 'It rained in the north. It snowed in the south.');
    await openArticle(desk, author, id);
    await openArticle(desk, second, id);
    await selectFirst(author, 'It rained');
    await author.keyboard.press('Control+Alt+m');
    await author.getByRole('textbox', { name: 'Comment on text' }).waitFor();
    await author.keyboard.type('Which day?');
    await author.keyboard.press('Control+Enter');

    await poll(() => commented(second)).toEqual(['It rained']);
    await tab(second, /^Comments/);
    await open(second).getByText('Which day?').waitFor();
    await open(second).getByRole('button', { name: 'Reply' }).click();
    await open(second).getByRole('textbox', { name: 'Reply' }).waitFor();
    const { name } = await query(author, 'editor.me');
    await second.keyboard.type(`@${name.slice(0, 2)}`);
    await second.getByRole('option', { name }).waitFor();
    await second.keyboard.press('Enter');
    await second.keyboard.type('on Monday.');
    await second.keyboard.press('Control+Enter');
    await open(author).getByText('on Monday.').waitFor();
    const { items } = await query(author, 'editor.notifications.list');
    expect(items[0]).toMatchObject({ kind: 'mentioned', articles: [{ id }] });

    await open(author).getByRole('button', { name: 'Resolve', exact: true }).click();
    await open(second).getByText('No open comments').waitFor();
    await poll(() => commented(second)).toEqual([]);
    await open(author).getByRole('button', { name: 'Resolved 1' }).click();
    await open(author).getByRole('button', { name: 'Reopen' }).click();
    await poll(() => commented(second)).toEqual(['It rained']);

    await textOf(second).click();
    await second.keyboard.press('Control+Home');
    await selectionTaken(second);
    await second.keyboard.type('All day long. ');
    await poll(() => textOf(author).textContent()).toContain('All day long. It rained');
    await poll(() => commented(author)).toEqual(['It rained']);

    await selectFirst(author, 'All day long. It rained in');
    await author.keyboard.press('Delete');
    await open(second).getByText('The words are gone from the text.').waitFor();
    await open(second).getByText('It rained', { exact: true }).waitFor();
    await author.keyboard.press('Control+z');
    await poll(() => commented(second)).toEqual(['It rained']);
    await selectFirst(author, 'All day long. It rained');
    await author.keyboard.press('Control+x');
    await poll(() => commented(second)).toEqual([]);
    await author.keyboard.press('Control+End');
    await selectionTaken(author);
    await author.keyboard.press('Control+v');
    await poll(() => commented(second)).toEqual(['It rained']);
    expect(JSON.stringify((await stored(author, id)).article)).not.toContain('comment');
  });
});

describe('two people suggest changes to one article', () => {
  const suggested = (page: Page, tag: 'ins' | 'del') => () =>
    textOf(page).locator(tag).allTextContents();
  const text = async (id: string) => JSON.stringify((await stored(author, id)).article.body);
  const cards = (page: Page) =>
    page.getByRole('tabpanel', { name: /^Suggestions/ }).getByRole('article');

  test('online and off, and decide them while the other goes on writing', async () => {
    const id = await newArticle(desk, 'Rain', 'It rained in the north. It snowed in the south.');
    await openArticle(desk, author, id);
    await openArticle(desk, second, id);
    await selectFirst(author, 'It rained');
    await author.keyboard.press('Control+Shift+E');
    await author.getByRole('button', { name: 'Mode: Suggesting' }).waitFor();
    await author.keyboard.type('It poured');
    await poll(suggested(second, 'ins')).toEqual(['It poured']);
    await poll(suggested(second, 'del')).toEqual(['It rained']);
    expect(await text(id)).not.toContain('poured');

    // What others write meanwhile is part of the text, also on the page of the suggesting editor.
    await textOf(second).click();
    await second.keyboard.press('Control+End');
    await selectionTaken(second);
    await second.keyboard.type(' So it was.');
    await poll(() => textOf(author).textContent()).toContain('So it was.');
    await poll(() => text(id)).toContain('in the south. So it was.');
    expect(await suggested(author, 'ins')()).toEqual(['It poured']);

    await author.context().setOffline(true);
    await disconnected(author);
    await author.keyboard.press('Control+End');
    await selectionTaken(author);
    await author.keyboard.type(' Or so they say.');
    await author.context().setOffline(false);
    await poll(suggested(second, 'ins')).toEqual(['It poured', ' Or so they say.']);

    for (const page of [author, second]) await tab(page, /^Suggestions/);
    await poll(() => cards(second).count()).toBe(2);
    const replace = (page: Page) => cards(page).filter({ hasText: 'It poured' });
    const accept = (page: Page) =>
      replace(page).getByRole('button', { name: 'Accept', exact: true }).click();
    // Both at once: it is accepted once, and neither page is left with it.
    await Promise.allSettled([accept(author), accept(second)]);
    await poll(() => text(id)).toContain('It poured in the north.');
    for (const page of [author, second]) await poll(() => cards(page).count()).toBe(1);

    await cards(second).getByRole('button', { name: 'Refuse' }).click();
    for (const page of [author, second]) {
      await page.getByText('No suggestions').waitFor();
      await poll(() => textOf(page).textContent()).toBe(
        'It poured in the north. It snowed in the south. So it was.',
      );
    }
    expect(await text(id)).not.toContain('they say');
  });
});
