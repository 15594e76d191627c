import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import type { Document } from '@viewpoints/domain/document/document';

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { JobContext } from '../jobs/job-context.ts';
import { sweep } from '../jobs/sweep.ts';
import { encryptedReach, type Reach } from '../outgoing/guarded-fetch.ts';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { writeArticle } from '../testing/written-article.ts';
import { checkLinks } from './check-links.ts';

let desk: TestDesk;
let editor: Person;
let server: Server;
let port = 0;
const requested: string[] = [];
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
  server = createServer((request, response) => {
    requested.push(`${request.method} ${request.url}`);
    const [, status = '200', onlyGet] = /^\/(\d+)(-get)?/.exec(request.url ?? '') ?? [];
    response.writeHead(onlyGet && request.method === 'GET' ? 200 : Number(status)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
beforeEach(() => {
  requested.length = 0;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await desk.close();
});

const reach: Reach = {
  resolve: async (hostname) => {
    if (hostname === 'nowhere.test') throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
    const address = hostname === 'inside.test' ? '10.0.0.1' : '127.0.0.1';
    return [{ address, family: 4 }];
  },
  isAllowed: (address) => address === '127.0.0.1',
  isPort: () => true,
  protocols: ['http:', 'https:'],
};
const job = (): JobContext => {
  const { instance } = editor.context;
  return {
    ...{ editorial: desk.db.editorial, mail: instance, now: () => desk.clock.now },
    instance: {
      ...instance,
      externalServices: {
        webSubHub: null,
        indexNow: null,
        linkChecks: reach,
        webhooks: encryptedReach,
      },
    },
  };
};
const at = (path: string, host = 'site.test') => `http://${host}:${port}${path}`;
const linking = (...hrefs: string[]): Document => ({
  type: 'doc',
  content: hrefs.map((href, index) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `Place ${index}`, marks: [{ type: 'link', attrs: { href } }] }],
  })),
});
/** An article of the editor's that links to these addresses. */
async function articleLinkingTo(...hrefs: string[]): Promise<string> {
  const draft = await writeArticle(desk.db.editorial, editor);
  await editor.call.editor.articles.save({
    ...{ id: draft.id, seen: draft.save },
    content: { ...articleContentOf(draft), body: linking(...hrefs) },
  });
  return draft.id;
}
/** Submits it, and takes it back. */
async function submitted(id: string): Promise<string> {
  const { revisionId } = await editor.call.editor.articles.submit({ id });
  await editor.call.editor.articles.recall({ id });
  return revisionId;
}
const adviceOn = async (id: string) =>
  (await editor.call.editor.articles.advice({ id })).advice
    .filter(({ code }) => code.startsWith('link_'))
    .map(({ code, details }) => [code, details.words]);

test('what a link leads to is found out once a day, and said at its words', async () => {
  const id = await articleLinkingTo(
    ...[at('/200'), at('/404'), at('/410'), at('/404-get'), at('/403'), at('/503')],
    ...[at('/a', 'nowhere.test'), at('/b', 'inside.test'), 'mailto:desk@site.test'],
    ...['http://reader.example/articles/other', at('/404')],
  );
  const revisionId = await submitted(id);
  expect(await adviceOn(id)).toEqual([]);
  await checkLinks(job(), { revisionId });
  const found = [
    ['link_not_found', 'Place 1'],
    ['link_not_found', 'Place 2'],
    ['link_without_site', 'Place 6'],
    ['link_without_site', 'Place 7'],
    ['link_not_found', 'Place 10'],
  ];
  expect(await adviceOn(id)).toEqual(found);
  expect(requested.filter((path) => path === 'HEAD /404')).toHaveLength(1);
  const before = requested.length;
  await checkLinks(job(), { revisionId });
  expect(requested).toHaveLength(before);

  desk.clock.now = new Date(desk.clock.now.getTime() + 25 * 60 * 60 * 1000);
  expect(await adviceOn(id)).toEqual(found);
  await checkLinks(job(), { revisionId });
  expect(requested.length).toBeGreaterThan(before);
  desk.clock.now = new Date(desk.clock.now.getTime() + 8 * 24 * 60 * 60 * 1000);
  expect(await adviceOn(id)).toEqual([]);
});

test('without a name server a link is unchecked, and is checked again by the next run', async () => {
  const id = await articleLinkingTo(at('/200', 'offline.test'));
  const revisionId = await submitted(id);
  const offline = job();
  const resolve: Reach['resolve'] = async () => {
    throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
  };
  if (offline.instance?.externalServices == null) throw new Error('the desk has no services');
  offline.instance.externalServices.linkChecks = { ...reach, resolve };
  await checkLinks(offline, { revisionId });
  expect(await adviceOn(id)).toEqual([['link_unchecked', 'Place 0']]);
  await checkLinks(job(), { revisionId });
  expect(await adviceOn(id)).toEqual([]);
});

test('what is written after submitting is not followed', async () => {
  const id = await articleLinkingTo(at('/200?submitted'));
  const revisionId = await submitted(id);
  const { article } = await editor.call.editor.articles.get({ id });
  await editor.call.editor.articles.save({
    ...{ id, seen: article.save },
    content: { ...articleContentOf(article), body: linking(at('/200?tried-out')) },
  });
  await checkLinks(job(), { revisionId });
  expect(requested).toEqual(['HEAD /200?submitted']);
});

test('no address is readable in what is stored', async () => {
  const id = await articleLinkingTo(at('/404?secret-leak'));
  await checkLinks(job(), { revisionId: await submitted(id) });
  expect(requested.join()).toContain('secret-leak');
  const kept = await desk.db.editorial.linkCheck.findMany();
  expect(kept.length).toBeGreaterThan(0);
  expect(JSON.stringify(kept)).not.toMatch(/secret|site\.test/);
});

test('results are stored for 30 days', async () => {
  const { linkCheck } = desk.db.editorial;
  const { checkedAt } = await linkCheck.findFirstOrThrow({ orderBy: { checkedAt: 'desc' } });
  const day = 24 * 60 * 60 * 1000;
  desk.clock.now = new Date(checkedAt.getTime() + 29 * day);
  await sweep(job());
  expect(await linkCheck.count()).toBeGreaterThan(0);
  desk.clock.now = new Date(checkedAt.getTime() + 31 * day);
  await sweep(job());
  expect(await linkCheck.count()).toBe(0);
});

test('links are followed from review on, and only where the journal has it so', async () => {
  const id = await articleLinkingTo(at('/404'));
  const queued = async () =>
    (
      await desk.db.sql<{ payload: object }>(
        `select payload from graphile_worker._private_jobs
         where task_id = (select id from graphile_worker._private_tasks where identifier = 'check_links')`,
      )
    ).map(({ payload }) => payload);
  expect(await queued()).toEqual([]);
  const { externalServices } = editor.context.instance;
  if (externalServices === undefined) throw new Error('the desk has no services');
  await editor.call.editor.articles.submit({ id });
  expect(await queued()).toEqual([]);
  await editor.call.editor.articles.recall({ id });
  externalServices.linkChecks = reach;
  const second = await editor.call.editor.articles.submit({ id });
  externalServices.linkChecks = null;
  expect(await queued()).toEqual([{ revisionId: second.revisionId }]);
  const { instance, ...rest } = job();
  await checkLinks({ ...rest, instance: editor.context.instance }, second);
  expect(instance).toBeDefined();
  expect(requested).toEqual([]);
});
