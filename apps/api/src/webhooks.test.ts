import {
  openReceiver,
  type Receiver,
  receiverReach,
} from '@viewpoints/api/testing/webhook-receiver';
import { createWebhookWaker } from '@viewpoints/api/webhooks/deliver/webhook-waker';
import { addAccount, addArticle, addAuthor } from '@viewpoints/db/testing/builders';
import {
  type AcknowledgementTracker,
  trackAcknowledgements,
} from '@viewpoints/published/changes/acknowledgements';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createLog } from './log.ts';
import { callerAt } from './testing/caller-at.ts';
import { startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
let receiver: Receiver;
let acknowledgements: AcknowledgementTracker;
beforeAll(async () => {
  receiver = await openReceiver();
  api = await startTestApi({
    jobs: true,
    receiver: { webSubHub: null, indexNow: null, linkChecks: null, webhooks: receiverReach() },
  });
  // As the program itself does it.
  acknowledgements = trackAcknowledgements(api.db.url, {
    onAnnounced: createWebhookWaker({ editorial: api.db.editorial, log: createLog('silent') }),
  });
  const admin = await addAccount(api.db.editorial, { roles: ['admin'] });
  await callerAt(api, admin).editor.webhooks.create({
    ...{ name: 'Archive', url: receiver.at(), kinds: ['article'] },
    events: ['published', 'gone'],
  });
});
beforeEach(() => {
  receiver.received.length = 0;
});
afterAll(async () => {
  await acknowledgements?.close();
  await api?.close();
  await receiver?.close();
});

async function publishOne(embargoUntil: string | null = null) {
  const { editorial } = api.db;
  const author = await addAccount(editorial, { roles: ['contributor'] });
  const publisher = await addAccount(editorial, { roles: ['publisher'] });
  const byline = { kind: 'authors' as const, authorIds: [(await addAuthor(editorial)).id] };
  const { id } = await addArticle(editorial, { by: author.id, byline });
  const { articles } = callerAt(api, publisher).editor;
  const { revisionId } = await callerAt(api, author).editor.articles.submit({ id });
  const approved = await articles.approve({ id, revisionId });
  if (embargoUntil !== null)
    await articles.prepare({ id, publishAt: null, embargoUntil, timeZone: 'UTC' });
  await articles.publish({ id, revisionId: approved.approvedRevisionId ?? '' });
  return { id, articles };
}
const receivedIds = () =>
  receiver.received.map(({ body }) => JSON.parse(body)).map(({ type, data }) => [type, data.id]);
const waiting = { timeout: 30_000 };

test('a webhook is sent a publication, and that it is gone, by the worker of the API', async () => {
  const { id, articles } = await publishOne();
  await vi.waitFor(() => expect(receivedIds()).toEqual([['article.published', id]]), waiting);
  await articles.archive({ id });
  await vi.waitFor(() => expect(receivedIds()).toContainEqual(['article.gone', id]), waiting);
  expect(api.logged.join('')).not.toContain('receiver.test');
});

test('a webhook is sent nothing under an embargo, and the article when it ends', async () => {
  const until = Date.now() + 3_000;
  const { id } = await publishOne(new Date(until).toISOString());
  await vi.waitFor(() => expect(receivedIds()).toEqual([['article.published', id]]), waiting);
  expect(Date.now()).toBeGreaterThanOrEqual(until);
});
