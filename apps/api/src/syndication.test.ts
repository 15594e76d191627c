import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { encryptedReach } from '@viewpoints/api/outgoing/guarded-fetch';
import { addAccount, addArticle, addAuthor } from '@viewpoints/db/testing/builders';
import type { Article } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { callerAt } from './testing/caller-at.ts';
import { startTestApi, type TestApi } from './testing/test-api.ts';

type ReceivedRequest = { path: string; type: string | undefined; body: string };

const site = 'http://reader.example';
/** A hub and a search engine, on a port of their own; the first word to each is refused. */
let receiver: Server;
let received: ReceivedRequest[] = [];
let refusing = new Set<string>();
let api: TestApi;

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    const path = request.url ?? '';
    received.push({ path, type: request.headers['content-type'], body: await text(request) });
    response.writeHead(refusing.delete(path) ? 503 : 202).end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  api = await startTestApi({
    jobs: true,
    receiver: {
      webSubHub: `${url}/hub`,
      indexNow: { key: 'a-key-for-tests', endpoint: `${url}/indexnow` },
      linkChecks: null,
      webhooks: encryptedReach,
    },
  });
});
afterAll(async () => {
  await api?.close();
  receiver.close();
});
beforeEach(() => {
  received = [];
  refusing = new Set();
});

const requestsTo = (path: string) => received.filter((each) => each.path === path);
const waitOptions = { timeout: 20_000 };

async function publishOne(embargoUntil: string | null = null) {
  const { editorial } = api.db;
  const [author, publisher] = await Promise.all([
    addAccount(editorial, { roles: ['contributor'] }),
    addAccount(editorial, { roles: ['publisher'] }),
  ]);
  const byline = { kind: 'authors' as const, authorIds: [(await addAuthor(editorial)).id] };
  const article = await addArticle(editorial, { by: author.id, byline });
  const call = callerAt(api, publisher).editor.articles;
  const { revisionId } = await callerAt(api, author).editor.articles.submit({ id: article.id });
  const approved = await call.approve({ id: article.id, revisionId });
  if (embargoUntil !== null)
    await call.prepare({ id: article.id, publishAt: null, embargoUntil, timeZone: 'UTC' });
  await call.publish({ id: article.id, revisionId: approved.approvedRevisionId ?? '' });
  return { article, call };
}

const expectedPages = ({ slug }: Article) =>
  expect.arrayContaining([`${site}/articles/${slug}`, `${site}/`]);

test('given a publication and services that refuse at first, then they are notified in the end', async () => {
  refusing = new Set(['/hub', '/indexnow']);
  const { article } = await publishOne();
  await vi.waitFor(() => {
    expect(requestsTo('/hub').length).toBeGreaterThan(1);
    expect(requestsTo('/indexnow').length).toBeGreaterThan(1);
  }, waitOptions);
  const ping = new URLSearchParams(requestsTo('/hub')[1]?.body);
  expect(requestsTo('/hub')[1]?.type).toMatch(/^application\/x-www-form-urlencoded/);
  expect(ping.get('hub.mode')).toBe('publish');
  const [topic] = await api.db.sql<{ slug: string }>('SELECT slug FROM topic WHERE id = $1', [
    article.topicIds[0],
  ]);
  expect(ping.getAll('hub.url')).toEqual(
    expect.arrayContaining([
      `${site}/feeds/articles.rss`,
      `${site}/feeds/corrections.json`,
      `${site}/topics/${topic?.slug}/feeds/articles.atom`,
    ]),
  );
  const submitted = requestsTo('/indexnow')[1];
  expect(submitted?.type).toBe('application/json; charset=utf-8');
  expect(JSON.parse(submitted?.body ?? '')).toEqual({
    host: 'reader.example',
    key: 'a-key-for-tests',
    keyLocation: `${site}/a-key-for-tests.txt`,
    urlList: expectedPages(article),
  });
});

test('given a retraction, then they are notified at once', async () => {
  const { article, call } = await publishOne();
  await vi.waitFor(() => expect(requestsTo('/indexnow')).toHaveLength(1), waitOptions);
  await call.retract({ id: article.id, why: 'It never happened.' });
  await vi.waitFor(() => {
    expect(requestsTo('/indexnow')).toHaveLength(2);
    expect(requestsTo('/hub').length).toBeGreaterThan(1);
  }, waitOptions);
  expect(JSON.parse(requestsTo('/indexnow')[1]?.body ?? '').urlList).toContain(
    `${site}/articles/${article.slug}`,
  );
});

test('given an embargo, then nobody outside hears of it before it ends', async () => {
  const until = Date.now() + 3_000;
  const { article } = await publishOne(new Date(until).toISOString());
  await vi.waitFor(() => expect(requestsTo('/indexnow')).toHaveLength(1), waitOptions);
  expect(Date.now()).toBeGreaterThanOrEqual(until);
  expect(JSON.parse(requestsTo('/indexnow')[0]?.body ?? '').urlList).toEqual(
    expectedPages(article),
  );
});
