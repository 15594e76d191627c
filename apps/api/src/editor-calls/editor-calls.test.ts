import type { OpenApiDocument, Operation } from '@viewpoints/api/http/document-parts';
import { openOperations } from '@viewpoints/api/http/editor/list-operations';
import { accountJson } from '@viewpoints/api/input/json-limits';
import { tokenMayCall } from '@viewpoints/api/testing/token-may-call';
import { addActor, addArticle, addSource } from '@viewpoints/db/testing/builders';
import { Scope } from '@viewpoints/domain/accounts/account';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addProgram,
  addProgramOf,
  type EditorProgram,
  editorCalls,
} from '../testing/editor-program.ts';
import { addMember } from '../testing/sign-in.ts';
import { type Answer, problemIn, startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
let document: OpenApiDocument;
let program: EditorProgram;
beforeAll(async () => {
  api = await startTestApi();
  document = (await api.send('/openapi.json')).body;
  program = await addProgramOf(api, ['Oda', 'editor', 'publisher'], 'read', 'write', 'publish');
});
afterAll(() => api.close());

const unknown = '01900000-0000-7000-8000-00000000dead';
const reasonsOf = (answer: Answer) => problemIn(answer).reasons.map(({ code, at }) => [code, at]);

describe('every operation of the document', () => {
  type Addressed = Operation & { address: string };
  const ofEditors = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, operation]): Addressed[] =>
        operation.security === undefined
          ? []
          : [{ ...operation, address: `${method.toUpperCase()} ${addressOf(path, operation)}` }],
      ),
    );
  /** An address of nothing, with what has to be given in it. */
  const addressOf = (path: string, { parameters }: Operation) => {
    const values = Object.fromEntries(
      parameters.map(({ name, example }) => [name, String(example ?? '')]),
    );
    const query = parameters.filter((each) => each.in === 'query' && values[each.name] !== '');
    const search = new URLSearchParams(query.map(({ name }) => [name, values[name] ?? '']));
    const filled = path
      .slice('/v1/editor'.length)
      .replaceAll(/\{(\w+)\}/g, (_, name) =>
        name === 'kind' ? 'supports' : (values[name] ?? unknown),
      );
    return search.size === 0 ? filled : `${filled}?${search}`;
  };
  const bodyOf = ({ requestBody }: Operation) => requestBody?.content['application/json']?.example;

  test('is one that tokens may call, and needs the scope of the table', () => {
    const operations = ofEditors();
    expect(operations.length).toBe(openOperations.length);
    for (const [scope, paths] of Object.entries(tokenMayCall)) {
      const needed = scope === 'any scope' ? [] : [scope];
      const ids = operations
        .filter(({ security }) => security?.[0]?.accessToken?.join() === needed.join())
        .map(({ operationId }) => operationId);
      expect(ids.sort(), scope).toEqual(scope === 'session' ? [] : [...paths].sort());
    }
  });

  test('refuses who has no token, and a token without its scope, whatever else it has', async () => {
    const account = await addMember(api, 'All', 'admin', 'contributor', 'editor', 'publisher');
    const tokens = new Map<Scope, EditorProgram>();
    for (const scope of Scope.options) tokens.set(scope, await addProgram(api, account, scope));
    const nobody = editorCalls(api, null);
    const outcomes: Record<string, string[]> = {};
    for (const operation of ofEditors()) {
      const { address, operationId } = operation;
      const anonymous = await nobody(address, bodyOf(operation));
      expect([anonymous.status, anonymous.body.code], address).toEqual([401, 'signed_out']);
      const through: string[] = [];
      for (const [scope, { call }] of tokens) {
        const answer = await call(address, bodyOf(operation));
        expect(answer.status, `${address} by ${scope}`).not.toBe(500);
        const [reason] = answer.body?.reasons ?? [];
        if (reason?.code === 'session_required') throw new Error(`${operationId} is for persons`);
        if (reason?.code !== 'token_scope' || reason.at !== null) through.push(scope);
        else expect(answer.status).toBe(403);
      }
      outcomes[operationId] = through;
    }
    for (const [needed, paths] of Object.entries(tokenMayCall)) {
      const expected = needed === 'any scope' ? [...tokens.keys()] : [needed];
      if (needed === 'session') continue;
      for (const path of paths) expect(outcomes[path], path).toEqual(expected);
    }
  }, 120_000);
});

describe('what its scope and its account do not show', () => {
  const canary = 'Zqvx-canary';

  test('is in no answer to a contributor: drafts of others, notes, participants', async () => {
    const editor = await addMember(api, 'Editor', 'editor');
    const { editorial } = api.db;
    const source = await addSource(editorial, {
      ...{ note: canary, title: `Talk ${canary}`, descriptor: 'an officer' },
      terms: { attribution: 'background', disclosure: 'clear' },
      participants: [{ id: unknown, name: canary, affiliation: canary, alsoProtected: [canary] }],
    });
    const article = await addArticle(editorial, {
      ...{ by: editor.id, headline: canary, note: canary, sourceIds: [source.id] },
    });
    const actor = await addActor(editorial, { name: 'Selk', note: canary });
    const contributor = await addProgramOf(api, ['Con', 'contributor'], 'read', 'write');
    const account = await addMember(api, 'Desk', 'admin', 'editor');
    const desk = await addProgram(api, account, 'read', 'write');
    const looking = await addProgram(api, account, 'read');
    for (const { method, path } of openOperations) {
      if (method !== 'GET') continue;
      const search = path.includes('{') ? '' : '?q=Selk'.repeat(Number(/s$/.test(path)));
      for (const id of path.includes('{') ? [article.id, source.id, actor.id] : [unknown]) {
        const address = path.slice('/v1/editor'.length).replaceAll(/\{(\w+)\}/g, id);
        const answer = await contributor.call(`GET ${address}${search}`);
        const text = `${JSON.stringify(answer.body)} ${JSON.stringify([...answer.headers])}`;
        expect(text, address).not.toContain(canary);
      }
    }
    // The same addresses show it to who may see it.
    for (const address of [
      `/articles`,
      `/articles/${article.id}`,
      `/sources/${source.id}`,
      `/actors/${actor.id}`,
    ])
      expect(JSON.stringify((await desk.call(`GET ${address}`)).body), address).toContain(canary);
    // A note on an actor is for who edits actors, which this token does not.
    const actorSeen = await looking.call(`GET /actors/${actor.id}`);
    expect([actorSeen.body.name, actorSeen.body.note]).toEqual(['Selk', '']);
  }, 60_000);

  test('is in no problem, though the request had it', async () => {
    const refused = await program.call('POST /articles', { [`${canary} x`]: canary });
    expect(JSON.stringify(refused.body)).not.toContain(canary);
    expect(api.logged.join()).not.toContain(canary);
  });
});

describe('a request', () => {
  test('with unknown fields is refused, and each is named', async () => {
    const refused = await program.call('POST /topics', { slug: 'a', name: 'A', colour: 'red' });
    expect([refused.status, refused.body.code]).toEqual([422, 'unknown_field']);
    expect(reasonsOf(refused)).toEqual([['unknown_field', 'colour']]);
    expect(refused.body.reasons[0].message).toBe('There is no such field here: leave it out.');
    const deep = await program.call(`PUT /articles/${unknown}`, {
      ...{ seen: 1, id: unknown },
      content: { slug: 'a', title: 'B' },
    });
    expect(reasonsOf(deep)).toEqual([['unknown_field', 'id']]);
    const inner = { seen: 1, content: { slug: 'a', title: 'B', section: 3 } };
    expect(reasonsOf(await program.call(`PUT /articles/${unknown}`, inner))).toEqual([
      ['unknown_field', 'content.title'],
      ['invalid_type', 'content.section'],
    ]);
    const several = await program.call('POST /topics?colour=red', { slug: 'a', name: 'A' });
    expect([several.status, reasonsOf(several)]).toEqual([400, [['unknown_parameter', 'colour']]]);
    const nothing = await program.call(`PUT /articles/${unknown}/archive`, { now: true });
    expect([nothing.status, reasonsOf(nothing)]).toEqual([422, [['unknown_field', 'now']]]);
  });

  test('of another type, or no JSON object, is refused', async () => {
    const send = (type: string, body: string) =>
      program.call('POST /articles', undefined, { 'content-type': type }).then(() =>
        api.send('/v1/editor/articles', {
          ...{ method: 'POST', body },
          headers: { authorization: `Bearer ${program.token}`, 'content-type': type },
        }),
      );
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])
      expect((await send(type, 'headline=A')).body).toMatchObject({
        ...{ status: 415, code: 'unsupported_type' },
      });
    for (const body of ['[]', '"A"', '1', '{', '{"__proto__":{}}'])
      expect((await send('application/json', body)).body).toMatchObject({
        ...{ status: 400, code: 'invalid_input' },
      });
    const long = JSON.stringify({ headline: 'x'.repeat(accountJson.bytes) });
    expect((await send('application/json', long)).status).toBe(413);
    const wide = { ids: Array.from({ length: 20_000 }, () => unknown) };
    expect((await program.call('POST /bulk/articles/trash', wide)).status).toBe(413);
  });

  test.each([
    ['GET /articles/42', 404],
    ['GET /articles?limit=101', 400],
    ['GET /articles?state=draft,in_review', 200],
    ['GET /articles?state=draft', 200],
    ['GET /articles?counted=true&limit=1&fields=id,state', 200],
    ['GET /article-names?ids=01900000-0000-7000-8000-00000000dead', 200],
    ['GET /article-names?ids=1', 400],
    ['GET /exposures', 200],
    ['GET /me', 200],
    ['GET /desk', 200],
    ['GET /queues', 200],
    ['GET /nothing', 404],
    ['GET ', 404],
    ['POST /articles/01900000-0000-7000-8000-00000000dead', 405],
    ['PUT /articles', 405],
  ])('%s is answered with %d', async (address, status) => {
    const answer = await program.call(address);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const type = answer.headers.get('content-type');
    expect(type).toMatch(status === 200 ? /^application\/json/ : /^application\/problem\+json/);
  });

  test('of a page of another site gets nothing that the page may read', async () => {
    const foreign = { origin: 'https://elsewhere.example' };
    for (const address of ['GET /articles', 'POST /articles', 'OPTIONS /articles']) {
      const answer = await program.call(address, undefined, foreign);
      for (const name of ['origin', 'headers', 'methods', 'credentials'])
        expect(answer.headers.get(`access-control-allow-${name}`), address).toBeNull();
    }
  });

  test('with a cookie alone is none of an account', async () => {
    const cookie = await api.signIn(program.account.email, 'a long enough one');
    const { status, headers, body } = await editorCalls(api, null)('GET /me', undefined, {
      ...{ cookie, origin: 'http://admin.example' },
    });
    expect([status, body.reasons[0].code, headers.get('www-authenticate')]).toEqual([
      ...[401, 'token_needed', 'Bearer'],
    ]);
  });

  test('says how many calls its token has left, and when to retry', async () => {
    const limited = await startTestApi({ on: api.db, tokenLimit: 3 });
    try {
      const call = editorCalls(limited, program.token);
      const left: unknown[] = [];
      for (let n = 0; n < 4; n += 1) {
        const { status, headers } = await call('GET /me');
        expect(headers.get('ratelimit-policy')).toBe('"token";q=3;w=60');
        left.push([status, headers.get('ratelimit')?.replace(/t=\d+/, 't=…')]);
        if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      }
      expect(left).toEqual([
        [200, '"token";r=2;t=…'],
        [200, '"token";r=1;t=…'],
        [200, '"token";r=0;t=…'],
        [429, '"token";r=0;t=…'],
      ]);
    } finally {
      await limited.close();
    }
  });
});

test('an answer with a field that its schema does not have is not sent', async () => {
  const created = await program.call('POST /articles', { headline: 'Spoilt' });
  const { id } = created.body;
  const release = await program.call('POST /releases', { name: 'A release' });
  expect(release.status).toBe(201);
  await api.db.sql(`update article set body = body || '{"secret": "Zqvx-field"}' where id = $1`, [
    id,
  ]);
  const answer = await program.call(`GET /articles/${id}`);
  expect(answer.status).toBe(500);
  expect(JSON.stringify(answer.body)).not.toContain('Zqvx-field');
});
