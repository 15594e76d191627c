import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { readerRouter } from '@viewpoints/api/reader-router';
import { addAccount, addActor, addArticle, addFinding } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createViewpoints } from './client.ts';
import { attempt, problemOf } from './problem.ts';

let db: TestDatabase;
let server: Server;
let url: string;
let requests: { method: string; url: string; authorization: string | undefined }[] = [];
let actorSlug: string;
let slug: string;

const silent = { debug() {}, info() {}, warn() {}, error() {} };

beforeAll(async () => {
  db = await createTestDatabase();
  const by = (await addAccount(db.editorial)).id;
  const actor = await addActor(db.editorial);
  actorSlug = actor.slug;
  const article = await addArticle(db.editorial, { by });
  slug = article.slug;
  for (let n = 0; n < 101; n += 1)
    await addFinding(db.editorial, article, {
      by,
      proposition: `Position ${n}`,
      holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
    });
  await publish(db.editorial, article.id, { at: new Date('2021-03-01T09:00:00.000Z') });
  const handler = createHTTPHandler({
    router: readerRouter,
    basePath: '/trpc/',
    createContext: () => ({
      reader: db.reader,
      requestId: 'request-1',
      log: silent,
    }),
  });
  server = createServer((request, response) => {
    const { method = '', url: address = '', headers } = request;
    requests.push({ method, url: address, authorization: headers.authorization });
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await db.drop();
});

beforeEach(() => {
  requests = [];
});

describe('the typed client', () => {
  it('reads an article by a GET request, without an account', async () => {
    const article = await createViewpoints({ url }).articles.bySlug.query({ slug });
    expect(article).toMatchObject({ slug, findingCount: 101 });
    expect(requests).toMatchObject([{ method: 'GET', authorization: undefined }]);
  });

  it('sends calls of one moment together, and a token with each request', async () => {
    const viewpoints = createViewpoints({ url, token: 'vp_secret' });
    await Promise.all([viewpoints.journal.get.query(), viewpoints.front.get.query()]);
    expect(requests).toMatchObject([{ authorization: 'Bearer vp_secret' }]);
    expect(requests[0]?.url).toContain('journal.get,front.get');
  });

  it('goes through every page of a list, each finding once', async () => {
    const ids = new Set<string>();
    let count = 0;
    for await (const finding of createViewpoints({ url }).all.findings({ actor: actorSlug })) {
      ids.add(finding.id);
      count += 1;
    }
    expect([ids.size, count]).toEqual([101, 101]);
    expect(requests).toHaveLength(2);
  });

  it('goes through the log of changes, and on from where it was', async () => {
    const { all } = createViewpoints({ url });
    const cursors: string[] = [];
    for await (const { cursor } of all.changes()) cursors.push(cursor);
    expect(cursors.length).toBeGreaterThan(101);
    const rest: string[] = [];
    for await (const { cursor } of all.changes({ cursor: cursors[99] ?? '' })) rest.push(cursor);
    expect(rest).toEqual(cursors.slice(100));
  });

  it('given a loop that is left early, then no further page is requested', async () => {
    for await (const finding of createViewpoints({ url }).all.findings()) {
      expect(finding.proposition).toMatch(/^Position/);
      break;
    }
    expect(requests).toHaveLength(1);
  });

  it('gives the problem as data: what was not found, and why an input is refused', async () => {
    const viewpoints = createViewpoints({ url });
    expect(await attempt(viewpoints.articles.bySlug.query({ slug: 'nothing-here' }))).toMatchObject(
      {
        ok: false,
        problem: { code: 'not_found', requestId: 'request-1', reasons: [{ code: 'not_found' }] },
      },
    );
    expect(
      await attempt(viewpoints.findings.list.query({ cursor: 'not one of ours' })),
    ).toMatchObject({
      ok: false,
      problem: { code: 'invalid_input', reasons: [{ at: 'cursor' }] },
    });
    expect(await attempt(viewpoints.articles.bySlug.query({ slug }))).toMatchObject({
      ok: true,
      value: { slug },
    });
  });

  it('given an API that is not there, then it says that it could not be reached', async () => {
    const viewpoints = createViewpoints({ url: 'http://127.0.0.1:1' });
    const error = await viewpoints.journal.get.query().catch((thrown: unknown) => thrown);
    expect(problemOf(error)).toMatchObject({ code: 'unreachable' });
    expect(problemOf(new Error('a mistake in the program'))).toBeNull();
  });
});
