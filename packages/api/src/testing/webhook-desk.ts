import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import type { Article } from '@viewpoints/domain/articles/article';
import { maxWebhooks, type WebhookContent } from '@viewpoints/domain/webhooks/webhook';
import type { JobContext } from '../jobs/job-context.ts';
import type { Reach } from '../outgoing/guarded-fetch.ts';
import { createDeliveries } from '../webhooks/deliver/deliver-due.ts';
import { createWebhookCipher } from '../webhooks/webhook-cipher.ts';
import { openTestDesk, type Person, type TestDesk } from './test-desk.ts';
import { openReceiver, type Receiver, receiverReach } from './webhook-receiver.ts';
import { approve, publishNew } from './written-article.ts';

/** A desk with a published article, an administrator, and a receiver that webhooks lead to. */
export type WebhookDesk = {
  desk: TestDesk;
  admin: Person;
  publisher: Person;
  receiver: Receiver;
  /** A published article, and another. */
  article: Article;
  other: Article;
  /** Publishes one more. */
  publish: () => Promise<Article>;
  /** Publishes an archived article once more. */
  republish: (id: string) => Promise<void>;
  /** Makes a webhook of articles that leads to the receiver. */
  create: (content?: Partial<WebhookContent>) => Promise<{ id: string; secret: string }>;
  /** Has the log say that things changed, in one transaction each. */
  change: (...ids: string[]) => Promise<void>;
  /** What jobs work with: names lead where `reach` says. */
  context: (reach?: Reach, webhooks?: Partial<JobContext['webhooks']>) => JobContext;
  /** Runs the job once. */
  deliver: (reach?: Reach) => Promise<void>;
  /** Ids of the things that the receiver was told of, in order. */
  receivedIds: () => string[];
  /** Ids of the messages that it was sent, in order. */
  sent: () => string[];
  get: Person['call']['editor']['webhooks']['get'];
  deliveries: (
    id: string,
  ) => Promise<Awaited<ReturnType<Person['call']['editor']['webhooks']['deliveries']>>['items']>;
  /** Begins anew: without webhooks, with a receiver that takes everything, at the time of day. */
  reset: () => Promise<void>;
  close: () => Promise<void>;
};

/** @param given a database to work on, which is dropped at the end; by default a new one */
export async function openWebhookDesk(given?: TestDatabase): Promise<WebhookDesk> {
  const desk = await openTestDesk(given);
  const receiver = await openReceiver();
  const admin = await desk.person('admin');
  const publisher = await desk.person('publisher');
  const author = await desk.person('contributor');
  // Tests move the clock by weeks.
  await desk.db.sql(`update session set expires_at = now() + interval '1 year'`);
  admin.context.instance.externalServices.webhooks = receiverReach();
  const publish = async () => (await publishNew(desk.db.editorial, author, publisher)).article;
  const republish: WebhookDesk['republish'] = async (id) => {
    const { articles } = publisher.call.editor;
    await articles.restore({ id });
    await articles.publish({ id, revisionId: await approve(id, author, publisher) });
  };
  const [article, other] = [await publish(), await publish()];
  const { webhooks } = admin.call.editor;

  const context: WebhookDesk['context'] = (reach = receiverReach(), parts = {}) => {
    const { instance } = admin.context;
    return {
      ...{ editorial: desk.db.editorial, mail: instance, now: () => desk.clock.now },
      instance: {
        ...instance,
        externalServices: { ...instance.externalServices, webhooks: reach },
      },
      webhooks: {
        ...{ reader: desk.db.reader, cipher: createWebhookCipher(desk.db.secret), timeout: 5_000 },
        log: console,
        ...parts,
      },
    };
  };
  return {
    ...{ desk, admin, publisher, receiver, article, other, publish, republish, context },
    create: (content = {}) =>
      webhooks.create({
        ...{ name: 'Archive', url: receiver.at(), kinds: ['article'] },
        events: ['published', 'changed', 'gone'],
        ...content,
      }),
    change: async (...ids) => {
      for (const id of ids)
        await desk.db.sql(
          `insert into noted_change (kinds, ref_ids) values ('{article}', array[$1::uuid])`,
          [id],
        );
    },
    deliver: (reach) => createDeliveries(context(reach))(),
    receivedIds: () => receiver.received.map(({ body }) => JSON.parse(body).data.id),
    sent: () => receiver.received.map(({ headers }) => String(headers['webhook-id'])),
    get: webhooks.get,
    deliveries: async (id) => (await webhooks.deliveries({ id, limit: 100 })).items,
    reset: async () => {
      receiver.received.length = 0;
      receiver.answer((response) => response.writeHead(204).end());
      desk.clock.now = new Date();
      for (const { id } of (await webhooks.list()).slice(0, maxWebhooks))
        await webhooks.remove({ id });
    },
    close: async () => {
      await receiver.close();
      await desk.close();
    },
  };
}
