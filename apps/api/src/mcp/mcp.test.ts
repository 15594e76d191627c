import type { Client } from '@modelcontextprotocol/client';
import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { publicReads } from '@viewpoints/api/http/public-reads';
import { addAccount, addArticle, addFinding, addIssue } from '@viewpoints/db/testing/builders';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectMcp, mcpMessage } from '../testing/mcp-client.ts';
import { origin, startTestApi, type TestApi } from '../testing/test-api.ts';

const owner = { email: 'ines@journal.example', password: 'a quiet harbour' };
const slug = 'the-quay-that-sank';

let api: TestApi;
let client: Client;

beforeAll(async () => {
  api = await startTestApi({ networkLimit: 5 });
  const { editorial } = api.db;
  await ensureOwner({ editorial }, owner);
  const by = (await addAccount(editorial)).id;
  const issue = await addIssue(editorial, { slug: 'dams' });
  const article = await addArticle(editorial, { by, slug });
  await addFinding(editorial, article, { by, issueIds: [issue.id] });
  await publish(editorial, article.id, { at: new Date('2021-03-01T09:00:00.000Z') });
  client = await connectMcp(api.url);
});
afterAll(async () => {
  await client?.close();
  await api?.close();
});

const call = (name: string, args: Record<string, unknown> = {}) =>
  client.callTool({ name, arguments: args });

/** The text of a refused call. */
async function refusal(name: string, args: Record<string, unknown>) {
  const { isError, content } = await call(name, args);
  const [first] = content;
  return [isError, first?.type === 'text' ? first.text : null];
}

describe('the tools of a journal', () => {
  test('are all public reads, each read-only, with what it takes and gives', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(
      publicReads.map(({ id }) => id.replace('.', '_')),
    );
    for (const { name, title, description, annotations, inputSchema, outputSchema } of tools) {
      expect(name).toMatch(/^[a-z_A-Z]{1,64}$/);
      expect(description?.startsWith(`${title}. `), name).toBe(true);
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(inputSchema.additionalProperties).toBe(false);
      expect(Object.keys(outputSchema?.properties ?? {}).length, name).toBeGreaterThan(0);
    }
    const bySlug = tools.find(({ name }) => name === 'articles_bySlug');
    expect(bySlug?.inputSchema).toMatchObject({
      required: ['slug'],
      properties: { slug: { type: 'string', description: expect.stringMatching(/\S/) } },
    });
    // A program may put all of it before a model.
    expect(JSON.stringify(tools).length).toBeLessThan(100_000);
  });

  test('answer as /v1 does, which fits the schemas that they name', async () => {
    await client.listTools();
    for (const [name, args, path] of [
      ['articles_bySlug', { slug }, `articles/${slug}`],
      ['articles_list', { limit: 1 }, 'articles?limit=1'],
      ['findings_list', { issue: 'dams' }, 'findings?issue=dams'],
      ['issues_bySlug', { slug: 'dams' }, 'issues/dams'],
      ['search_query', { q: 'ostrava' }, 'search?q=ostrava'],
      ['topics_list', {}, 'topics'],
      ['front_get', {}, 'front'],
      ['articles_list', { fields: ['slug'] }, 'articles?fields=slug'],
      [
        'articles_bySlug',
        { slug, fields: ['slug', 'findings'] },
        `articles/${slug}?fields=slug,findings`,
      ],
    ] as const) {
      const answer = await call(name, args);
      const read = await api.send(`/v1/${path}`);
      expect([read.status, answer.isError ?? false], path).toEqual([200, false]);
      expect(answer.structuredContent).toEqual(read.body);
      expect(answer.content).toEqual([{ type: 'text', text: JSON.stringify(read.body) }]);
    }
  });

  test('come with what to keep in mind', () => {
    expect(client.getInstructions()).toMatch(
      /keep its holders.*http:\/\/reader\.example\/articles/s,
    );
  });

  test.each([
    ['articles_bySlug', { slug: 'never-was' }, /^There is nothing here\. /],
    ['articles_bySlug', {}, /slug: /],
    ['articles_list', { limit: 101 }, /limit: /],
    ['articles_list', { limit: '1' }, /limit: /],
    [
      'articles_list',
      { nothing: 1 },
      /nothing: There is no such parameter here\. It takes cursor,/,
    ],
    ['topics_list', { nothing: 1 }, /nothing: There is no such parameter here\. It takes fields\./],
    ['articles_list', { fields: ['note'] }, /fields: /],
  ])('%s with %o is refused in words', async (name, args, words) => {
    expect(await refusal(name, args)).toEqual([true, expect.stringMatching(words)]);
  });

  test('are no others', async () => {
    await expect(call('editor_articles_list')).rejects.toThrow('There is no such tool.');
    await expect(call('constructor')).rejects.toThrow('There is no such tool.');
  });

  test('give nothing of an answer with a field that its schema does not have', async () => {
    const spoil = (view: string) =>
      api.db.sql(
        `UPDATE published_version SET view = ${view}
          WHERE article_id = (SELECT id FROM published_article WHERE slug = $1)`,
        [slug],
      );
    await spoil(`view || '{"note": "a secret"}'`);
    const [isError, text] = await refusal('articles_bySlug', { slug });
    await spoil(`view - 'note'`);
    expect([isError, text]).toEqual([true, expect.stringMatching(/^Something went wrong/)]);
    expect(text).not.toMatch(/note|secret/);
    expect(api.logged.some((line) => /ZodError.*articles\.bySlug/.test(line))).toBe(true);
  });
});

describe('the address of the tools', () => {
  const list = mcpMessage('tools/list');
  const withHeaders = (headers: Record<string, string>, init: RequestInit = list) => ({
    ...init,
    headers: { ...(init.headers as Record<string, string>), ...headers },
  });

  test('takes each message without a session, from older programs too', async () => {
    const begun = await api.send(
      '/mcp',
      mcpMessage('initialize', {
        protocolVersion: '2025-06-18',
        capabilities: {},
        clientInfo: { name: 'an older program', version: '1.0.0' },
      }),
    );
    expect([begun.status, begun.headers.get('mcp-session-id')]).toEqual([200, null]);
    expect(begun.body).toContain('"protocolVersion":"2025-06-18"');
    const listed = await api.send('/mcp', list);
    expect(listed.body).toContain('"articles_bySlug"');
  });

  test.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['http://reader.example.evil.example', 403],
    [origin, 200],
  ])('given the origin %s, then %i', async (from, status) => {
    const answer = await api.send('/mcp', withHeaders({ origin: from }));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    if (status === 403) expect(answer.body.code).toBe('foreign_origin');
  });

  test.each([
    ['GET', 405],
    ['DELETE', 405],
  ])('%s is %i: nothing is open that could be listened to', async (method, status) => {
    expect((await api.send('/mcp', { method })).status).toBe(status);
  });

  test('logs what the protocol refuses, with the id of the request', async () => {
    const answer = await api.send('/mcp', { ...list, body: '{"no":"message"}' });
    expect(answer.status).toBe(400);
    const id = answer.headers.get('x-request-id') ?? 'none';
    const line = api.logged.find((one) => one.includes('Rejected inbound') && one.includes(id));
    expect(line).toContain('"part":"mcp"');
  });

  test('opens no stream to the newest programs', async () => {
    expect(client.getNegotiatedProtocolVersion()).toBe('2026-07-28');
    await expect(client.listen({ toolsListChanged: true })).rejects.toThrow(
      'Subscription limit reached',
    );
  });

  test('refuses several messages in one request, other types and long bodies', async () => {
    const several = { ...list, body: `[${list.body},${list.body}]` };
    const batch = await api.send('/mcp', several);
    expect([batch.status, batch.body.reasons[0].code]).toEqual([400, 'batch_not_allowed']);
    const other = await api.send('/mcp', withHeaders({ 'content-type': 'text/plain' }));
    expect(other.status).toBe(415);
    const long = await api.send('/mcp', mcpMessage('tools/list', { cursor: 'x'.repeat(70_000) }));
    expect(long.status).toBe(413);
  });

  test('counts each message as a call of the network, and none with a token', async () => {
    const from = { 'x-forwarded-for': '198.51.100.9' };
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      const answer = await api.send('/mcp', withHeaders(from));
      statuses.push(answer.status);
      expect(answer.headers.get('ratelimit-policy')).toBe('"calls";q=5;w=60');
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    const cookie = await api.signIn(owner.email, owner.password);
    const made = await api.mutate(
      'editor.tokens.create',
      { name: 'Reader', scopes: ['read'] },
      { cookie },
    );
    const { token } = made.body.result.data;
    const counted = withHeaders({ ...from, authorization: `Bearer ${token}` });
    expect((await api.send('/mcp', counted)).status).toBe(200);
    const wrong = withHeaders({ authorization: 'Bearer vp_wrong' });
    expect((await api.send('/mcp', wrong)).status).toBe(401);
  });
});
