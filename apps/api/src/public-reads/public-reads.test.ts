import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import type { OpenApiDocument } from '@viewpoints/api/http/document-parts';
import { type Parameter, type PublicRead, publicReads } from '@viewpoints/api/http/public-reads';
import { toolName } from '@viewpoints/api/http/read-tools';
import { addAccount, addArticle, addSource } from '@viewpoints/db/testing/builders';
import { kinds, kindsWith } from '@viewpoints/domain/kinds/kinds';
import { ActorSlugs } from '@viewpoints/domain/positions/board-filters';
import { Id, Slug } from '@viewpoints/domain/values';
import {
  canary,
  type PlantedJournal,
  plantJournal,
} from '@viewpoints/published/testing/planted-journal';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { lintDocument, runGeneratedClient } from '../testing/api-document-tools.ts';
import { addProgramOf } from '../testing/editor-program.ts';
import { mcpMessage } from '../testing/mcp-client.ts';
import { type Answer, startTestApi, type TestApi } from '../testing/test-api.ts';

const owner = { email: 'ines@journal.example', password: 'a quiet harbour' };

let api: TestApi;
let journal: PlantedJournal;
let document: OpenApiDocument;
let slug: string;

beforeAll(async () => {
  api = await startTestApi({ networkLimit: 5 });
  const { db } = api;
  journal = await plantJournal(db);
  await ensureOwner({ editorial: db.editorial }, owner);
  // The planted journal lacks a named source.
  const by = (await addAccount(db.editorial)).id;
  const source = await addSource(db.editorial);
  const article = await addArticle(db.editorial, { by, sourceIds: [source.id] });
  await publish(db.editorial, article.id, { at: new Date('2021-03-01T09:00:00.000Z') });
  slug = article.slug;
  document = (await api.send('/openapi.json')).body;
});
afterAll(() => api?.close());

/** The planted journal has no page about itself that readers see. */
async function addPublicPage() {
  const { editorial } = api.db;
  const by = (await addAccount(editorial)).id;
  const { id } = await addArticle(editorial, { by, slug: 'who-we-are' });
  await publish(editorial, id, { at: new Date('2021-03-01T09:00:00.000Z') });
  await editorial.article.update({ where: { id }, data: { kind: 'page' } });
  await editorial.publishedArticle.update({ where: { id }, data: { path: 'who-we-are' } });
}

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  api.send(path, { method, headers });
const reasonsOf = ({ body }: Answer) =>
  body.reasons.map(({ code, at }: { code: string; at: string | null }) => [code, at]);

describe('a public read', () => {
  test('answers as its procedure does, to any site, for caches that revalidate each time', async () => {
    const answer = await get(`/v1/articles/${slug}`);
    const called = await api.query('articles.bySlug', { slug });
    expect([answer.status, answer.body]).toEqual([200, called.body.result.data]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'public, no-cache',
      etag: expect.stringMatching(/^"[\w-]{27}"$/),
    });
    for (const absent of ['vary', 'set-cookie', 'access-control-allow-credentials'])
      expect(answer.headers.get(absent), absent).toBeNull();
  });

  test('answers 304 without a body while nothing has changed, and 200 after a change', async () => {
    const path = '/v1/articles?limit=1';
    const etag = (await get(path)).headers.get('etag') ?? '';
    for (const sent of [etag, `W/${etag}`, `"another", ${etag}`, '*']) {
      const answer = await get(path, { 'if-none-match': sent });
      expect([answer.status, answer.body, answer.headers.get('etag')]).toEqual([304, '', etag]);
    }
    for (const sent of ['"another"', etag.slice(1, -1), `${etag},`.repeat(100)])
      expect((await get(path, { 'if-none-match': sent })).status).toBe(200);
    await api.db.sql(
      `UPDATE published_article SET summary = summary || '{"section": "Elsewhere"}' WHERE slug = $1`,
      [slug],
    );
    const changed = await get(path, { 'if-none-match': etag });
    expect([changed.status, changed.body.items[0].section]).toEqual([200, 'Elsewhere']);
  });

  test('gives the log of changes to be followed: what is public and nothing of what is hidden', async () => {
    const entries: { kind: string; id: string; address: string | null; cursor: string }[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { body }: Answer = await get(`/v1/changes?limit=7${next && `&cursor=${next}`}`);
      entries.push(...body.items);
      next = body.nextCursor;
    }
    const text = JSON.stringify(entries);
    // A null result has no address: it is read with the board of its issue or actor.
    const { nullResult, ...addressed } = journal.seen;
    for (const id of Object.values(addressed)) expect(text).toContain(id);
    expect(text).not.toContain(nullResult);
    for (const hidden of [canary, ...Object.values(journal.hidden)])
      expect(text).not.toContain(hidden);
    for (const { address } of entries) expect(address).toMatch(/^\/[a-z]+\/[\w-]+$/);
    // Nothing is new after the last, and that is not sent twice.
    const end = `/v1/changes?cursor=${entries.at(-1)?.cursor}`;
    const answer = await get(end);
    expect(answer.body).toEqual({ items: [], nextCursor: null });
    const etag = answer.headers.get('etag') ?? '';
    expect((await get(end, { 'if-none-match': etag })).status).toBe(304);
    const unknown = await get(`/v1/changes?cursor=${journal.seen.article}`);
    expect([unknown.status, reasonsOf(unknown)]).toEqual([400, [['unknown_cursor', 'cursor']]]);
  });

  test('answers HEAD without a body, and the preflight of a browser', async () => {
    const whole = await get(`/v1/articles/${slug}`);
    const head = await get(`/v1/articles/${slug}`, {}, 'HEAD');
    expect([head.status, head.body]).toEqual([200, '']);
    for (const name of ['etag', 'content-length', 'content-type'])
      expect(head.headers.get(name), name).toBe(whole.headers.get(name));
    const preflight = await get('/v1/articles', { origin: 'https://elsewhere.example' }, 'OPTIONS');
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'GET, HEAD',
    ]);
  });

  test('takes parameters as text, and each page from the cursor of the one before', async () => {
    const first = await get('/v1/articles?limit=1');
    const second = await get(`/v1/articles?limit=1&cursor=${first.body.nextCursor}`);
    expect(first.body.items).toHaveLength(1);
    expect(second.body.items).toHaveLength(1);
    expect(second.body.items[0].id).not.toBe(first.body.items[0].id);
    const topics = await get('/v1/topics');
    expect(topics.body).toMatchObject({ items: expect.any(Array), nextCursor: null });
  });

  test('returns the requested fields, of an article or of each in a list', async () => {
    const one = await get(`/v1/articles/${slug}?fields=headline,slug`);
    expect(Object.keys(one.body).sort()).toEqual(['headline', 'slug']);
    const page = await get('/v1/articles?limit=1&fields=slug&fields=id');
    expect(page.body).toEqual({
      items: [{ id: expect.any(String), slug: expect.any(String) }],
      nextCursor: expect.any(String),
    });
    expect(one.headers.get('etag')).not.toBe(
      (await get(`/v1/articles/${slug}`)).headers.get('etag'),
    );
    for (const path of ['/v1/journal?fields=name', '/v1/topics?fields=slug'])
      expect((await get(path)).status, path).toBe(200);
  });

  test.each([
    ['?fields=slug,note', [['invalid_value', 'fields']]],
    ['?fields=', [['invalid_value', 'fields']]],
    ['?fields=items', [['invalid_value', 'fields']]],
    ['?limit=abc', [['invalid_type', 'limit']]],
    ['?limit=101', [['too_big', 'limit']]],
    ['?limit=1.5', [['invalid_type', 'limit']]],
    ['?limit=', [['invalid_type', 'limit']]],
    ['?cursor=nonsense', [['invalid', 'cursor']]],
    ['?genre=gossip', [['invalid_value', 'genre']]],
    ['?topic=a%00b', [['text_unfit', 'topic']]],
    ['?topic=a&topic=b', [['repeated_parameter', 'topic']]],
    ['?Limit=1', [['unknown_parameter', 'Limit']]],
    [
      '?__proto__=1&no%20such=1',
      [
        ['unknown_parameter', '__proto__'],
        ['unknown_parameter', null],
      ],
    ],
  ])('given %s, then a problem that names the parameter', async (query, reasons) => {
    const answer = await get(`/v1/articles${query}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_input']);
    expect(reasonsOf(answer)).toEqual(reasons);
  });

  test.each([
    ['GET', '/v1/articles/never-was', 404],
    ['GET', '/v1/articles/No_Slug', 404],
    ['GET', '/v1/articles/', 404],
    ['GET', '/v1/articles/never-was/versions/one', 404],
    ['GET', '/v1/findings/1', 404],
    ['GET', '/v1/findings?actor=never-was', 404],
    ['GET', '/v1/Articles', 404],
    ['GET', '/v1/nothing', 404],
    ['GET', '/v1/', 404],
    ['POST', '/v1/articles', 405],
    ['DELETE', '/openapi.json', 405],
  ])('%s %s is a problem that pages of other sites can read', async (method, path, status) => {
    const answer = await get(path, {}, method);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ type: 'about:blank', status, next: expect.any(String) });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
      ...(status === 405 ? { allow: 'GET, HEAD, OPTIONS' } : {}),
    });
  });

  test.each([
    ['/trpc/journal.get', true],
    ['/trpc/journal.get,front.get?batch=1', true],
    ['/trpc/articles.bySlug?input={"slug":"never-was"}', true],
    ['/trpc/editor.me', false],
    ['/trpc/journal.get,editor.me?batch=1', false],
    ['/trpc/setup.state', false],
    ['/trpc/never.was', false],
  ])('%s can be read by pages of other sites: %s', async (path, isReadable) => {
    const answer = await get(path, { origin: 'https://elsewhere.example' });
    expect(answer.headers.get('access-control-allow-origin')).toBe(isReadable ? '*' : null);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    const preflight = await get(path, { origin: 'https://elsewhere.example' }, 'OPTIONS');
    expect(preflight.headers.get('access-control-allow-headers')).toBeNull();
  });

  test('says how many calls a network has left, and when to retry', async () => {
    const from = { 'x-forwarded-for': '198.51.100.7' };
    const left: (string | null)[] = [];
    for (let n = 0; n < 6; n += 1) {
      const { status, headers, body } = await get('/v1/journal', from);
      expect([status, headers.get('ratelimit-policy')]).toEqual([
        n < 5 ? 200 : 429,
        '"calls";q=5;w=60',
      ]);
      left.push(headers.get('ratelimit')?.replace(/t=\d+/, 't=…') ?? null);
      if (status === 429) {
        expect(body.code).toBe('too_many_requests');
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      }
    }
    expect(left).toEqual([4, 3, 2, 1, 0, 0].map((n) => `"calls";r=${n};t=…`));
  });

  test('given thousands of unknown parameters, then it names the first ten', async () => {
    const names = Array.from({ length: 3000 }, (_, n) => n.toString(36));
    const answer = await get(`/v1/articles?${names.join('&')}`);
    expect(reasonsOf(answer)).toEqual(
      names.slice(0, 10).map(() => ['unknown_parameter', expect.any(String)]),
    );
    expect(JSON.stringify(answer.body).length).toBeLessThan(20_000);
  });

  test('is at the host that its document was read from', () => {
    expect(document.servers).toEqual([{ url: '/' }]);
  });

  test('given a token, then its calls are not counted', async () => {
    const cookie = await api.signIn(owner.email, owner.password);
    const input = { name: 'Reader', scopes: ['read'] };
    const made = await api.mutate('editor.tokens.create', input, { cookie });
    const headers = {
      authorization: `Bearer ${made.body.result.data.token}`,
      'x-forwarded-for': '198.51.100.200',
    };
    for (let n = 0; n < 6; n += 1) {
      const answer = await get('/v1/journal', headers);
      expect([answer.status, answer.headers.get('ratelimit')]).toEqual([200, null]);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });

  test('given a wrong token, then it is refused and not answered as anonymous', async () => {
    expect((await get('/v1/journal', { authorization: 'Bearer vp_wrong' })).status).toBe(401);
    expect((await get('/v1/journal', { cookie: 'viewpoints.session_token=wrong' })).status).toBe(
      200,
    );
  });

  test('given a field that its schema does not have, then nothing of the answer, and a line in the log', async () => {
    const spoil = (field: string) =>
      api.db.sql(
        `UPDATE published_version SET view = ${field}
          WHERE article_id = (SELECT id FROM published_article WHERE slug = $1)`,
        [slug],
      );
    await spoil(`view || '{"note": "${canary}"}'`);
    const answer = await get(`/v1/articles/${slug}`);
    await spoil(`view - 'note'`);
    expect([answer.status, answer.body.code, answer.body.reasons]).toEqual([500, 'unexpected', []]);
    expect(JSON.stringify(answer.body)).not.toMatch(`${canary}|note`);
    const line = api.logged.find((each) => each.includes('unexpected error')) ?? '';
    expect(line).toMatch(/ZodError.*articles\.bySlug/);
    expect(line).not.toContain(canary);
    expect((await get(`/v1/articles/${slug}`)).status).toBe(200);
  });
});

test('/docs describes public reads to people, without a script', async () => {
  const whole = await get('/docs');
  expect([whole.status, whole.headers.get('content-type')]).toEqual([
    200,
    'text/html; charset=utf-8',
  ]);
  expect(whole.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; /,
  );
  expect((await get('/docs', { 'if-none-match': whole.headers.get('etag') ?? '' })).status).toBe(
    304,
  );
  const found = await get('/docs?q=surroundings&q=more');
  expect(found.body).toContain('1 address matches');
  expect((await get('/docs', {}, 'POST')).status).toBe(405);
});

describe('a journal with something to hide', () => {
  /** Values to try for a parameter. A kind of parameter that has none here fails the test. */
  function valuesFor(
    { value, name }: Parameter,
    all: { slugs: string[]; ids: string[] },
  ): string[] {
    if (value === Slug) return all.slugs;
    if (value === Id) return all.ids;
    if (value === ActorSlugs) return all.slugs;
    if (name === 'q') return [canary, 'council', `actor:${canary}`];
    if (value instanceof z.ZodEnum) return value.options.map(String);
    if (value instanceof z.ZodNumber) return ['1'];
    if (value instanceof z.ZodArray) return [(value.element as z.ZodEnum).options.join(',')];
    return parameterValues[name] ?? [];
  }
  const parameterValues: Record<string, string[]> = {
    cursor: [''],
    within: ['2021', '2021-02'],
    saidIn: ['ps'],
    on: ['2020-01-01', '2099-12-31'],
    language: ['fr', 'en'],
  };

  /** Every input of a read that these values make: all in its path, and one at a time of the others. */
  function inputsOf(
    read: PublicRead,
    all: { slugs: string[]; ids: string[] },
  ): { path: Record<string, string>; query: Record<string, string> }[] {
    let paths: Record<string, string>[] = [{}];
    const queries: Record<string, string>[] = [{}];
    for (const parameter of read.parameters) {
      const { name } = parameter;
      const values = valuesFor(parameter, all);
      if (values.length === 0) throw new Error(`no value to try for ${name} of ${read.id}`);
      if (parameter.in === 'path')
        paths = paths.flatMap((path) => values.map((each) => ({ ...path, [name]: each })));
      else queries.push(...values.map((each) => ({ [name]: each })));
    }
    return paths.flatMap((path) => queries.map((query) => ({ path, query })));
  }

  /** The answers to an input, at its address and by its tool. */
  function answersTo(
    read: PublicRead,
    { path, query }: ReturnType<typeof inputsOf>[number],
  ): Promise<Response>[] {
    const filled = read.path.replaceAll(/\{(\w+)\}/g, (_, name) => path[name] ?? '');
    const given = Object.entries({ ...path, ...query }).map(([name, text]) => {
      const value = read.parameters.find((parameter) => parameter.name === name)?.value;
      const typed = value instanceof z.ZodNumber ? Number(text) : text;
      return [name, value instanceof z.ZodArray ? text.split(',') : typed];
    });
    const call = { name: toolName(read), arguments: Object.fromEntries(given) };
    return [
      fetch(`${api.url}${filled}?${new URLSearchParams(query)}`),
      fetch(`${api.url}/mcp`, mcpMessage('tools/call', call)),
    ];
  }

  test('gives no canary at any address or by any tool, and something at an address of each read', async () => {
    await addPublicPage();
    const tables = kindsWith('path').filter((kind) => kind !== 'finding');
    const rows = await api.db.sql<{ slug: string }>(
      tables.map((kind) => `SELECT slug FROM ${kinds[kind].table}`).join(' UNION '),
    );
    const slugs = rows.map((row) => row.slug);
    const ids = [...Object.values(journal.seen), ...Object.values(journal.hidden)];
    const withoutAnswer: string[] = [];
    for (const read of publicReads) {
      const remaining = inputsOf(read, { slugs, ids });
      const answered = { atAddress: false, byTool: false };
      while (remaining.length > 0) {
        const batch = remaining.splice(0, 20).flatMap((input) => answersTo(read, input));
        for (const answer of await Promise.all(batch)) {
          const text = await answer.text();
          expect(`${text} ${JSON.stringify([...answer.headers])}`, answer.url).not.toContain(
            canary,
          );
          if (!answer.url.endsWith('/mcp')) answered.atAddress ||= answer.ok;
          else answered.byTool ||= text.includes('"structuredContent":{');
        }
      }
      if (!answered.atAddress || !answered.byTool) withoutAnswer.push(read.id);
    }
    expect(withoutAnswer).toEqual([]);
    const whole = await fetch(`${api.url}/mcp`, mcpMessage('tools/list'));
    expect(await whole.text()).not.toContain(canary);
  }, 180_000);
});

describe('the document of the API', () => {
  test('has each public read, under a name of its own, with an example', () => {
    const operations = Object.entries(document.paths).flatMap(([path, { get }]) =>
      get === undefined || path.startsWith('/v1/editor/') ? [] : [{ path, ...get }],
    );
    expect(operations.map(({ path, operationId }) => [path, operationId])).toEqual(
      publicReads.map(({ path, id }) => [path, id]),
    );
    for (const { operationId, responses } of operations)
      expect(responses[200], operationId).toHaveProperty([
        'content',
        'application/json',
        'example',
      ]);
  });

  test('is valid to two linters, its examples included', async () => {
    expect(await lintDocument(document)).toEqual([]);
  });

  test('generates a client that passes the type check, reads the journal and writes', async () => {
    const { token } = await addProgramOf(api, ['Oda', 'editor'], 'read', 'write');
    expect(await runGeneratedClient(document, api.url, { slug, token })).toEqual({
      ...{ slug, listed: true, problem: 'not_found' },
      ...{ state: 'draft', save: 2, same: true, headline: 'By a generated client', stale: 2 },
    });
  }, 60_000);
});
