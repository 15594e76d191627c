import { connect } from 'node:net';
import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { accountJson, anonymousJson } from '@viewpoints/api/input/json-limits';
import { addArticle } from '@viewpoints/db/testing/builders';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { origin, problemIn, startTestApi, type TestApi } from './testing/test-api.ts';

const owner = { email: 'ines@journal.example', password: 'long enough' };
const MEGABYTE = 1024 * 1024;

let api: TestApi;
let cookie = '';
let article: Article;
beforeAll(async () => {
  api = await startTestApi();
  const account = await ensureOwner({ editorial: api.db.editorial }, owner);
  cookie = await api.signIn(owner.email, owner.password);
  article = await addArticle(api.db.editorial, { by: account?.id ?? '' });
});
afterAll(() => api.close());

type Sent = { status: number; code: string; reason: string | undefined };

/**
 * Sends a head and then `body`, which may be much less than the head announces, and waits for the
 * answer: what comes before the body is whole was decided without the rest.
 */
const answerTo = (path: string, headers: Record<string, string>, body = '') =>
  new Promise<Sent>((resolve, reject) => {
    const { hostname, port } = new URL(api.url);
    const all = { host: 'api', origin, 'content-type': 'application/json', ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    const socket = connect(Number(port), hostname, () =>
      socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`),
    );
    let got = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      got += text;
      const [, status, json] = /^HTTP\/1\.1 (\d+)[\s\S]*?\r\n\r\n(\{[\s\S]*\})$/.exec(got) ?? [];
      if (json === undefined) return;
      const { code, reasons } = JSON.parse(json);
      resolve({ status: Number(status), code, reason: reasons[0]?.code });
      socket.destroy();
    });
    socket.on('error', reject);
  });

const long = { 'content-length': String(7_800_000) };
const chunked = { 'transfer-encoding': 'chunked' };
const forged = { cookie: 'viewpoints.session_token=nobody.c2lnbmF0dXJl' };

describe('the body of a request without an account', () => {
  const paths = ['/trpc/setup.claim', '/trpc/editor.articles.save', '/auth/sign-in/email', '/x'];

  test.each(paths)('sent long to %s with a cookie of anything is refused unread', async (path) => {
    const refused = { status: 413, code: 'too_large', reason: 'too_large_without_account' };
    expect(await answerTo(path, { cookie: 'a=b', ...long })).toEqual(refused);
    expect(await answerTo(path, { cookie: 'a=b', ...chunked })).toEqual(refused);
  });

  test.each([
    ['the cookie of a session that never was', forged, undefined],
    [
      'a token that is none',
      { authorization: 'Bearer nonsense-nonsense-nonsense' },
      'token_refused',
    ],
  ])('sent with %s is refused unread', async (_, credentials, reason) => {
    const refused = { status: 401, code: 'signed_out', reason };
    expect(await answerTo('/trpc/setup.claim', { ...credentials, ...long })).toEqual(refused);
    expect(await answerTo('/trpc/setup.claim', { ...credentials, ...chunked })).toEqual(refused);
    const picture = { 'content-type': 'image/png', 'content-length': String(20 * MEGABYTE) };
    expect(await answerTo('/media', { ...credentials, ...picture })).toEqual(refused);
  });

  test('that is a form is taken, whatever cookies come with it', async () => {
    const body = JSON.stringify({
      token: 'x',
      name: 'A',
      email: 'a@b.example',
      password: 'enough!!!!',
    });
    const headers = { ...forged, origin, 'content-type': 'application/json' };
    const answer = await api.send('/trpc/setup.claim', { method: 'POST', headers, body });
    expect([answer.status, problemIn(answer).code]).toEqual([404, 'link_expired']);
  });

  test('is not looked at where it takes an account', async () => {
    const answer = await api.mutate('editor.articles.create', { headline: 'a\0b' });
    expect([answer.status, problemIn(answer).code]).toEqual([401, 'signed_out']);
  });
});

describe('the body of an account that may not make the request', () => {
  test('is no picture that is read', async () => {
    const { body } = await api.mutate(
      'editor.people.invite',
      { email: 'cai@journal.example', roles: ['contributor'] },
      { cookie },
    );
    const token = body.result.data.link.split('/').at(-1);
    await api.mutate('invitations.accept', { token, name: 'Cai', password: 'another long one' });
    const theirs = await api.signIn('cai@journal.example', 'another long one');
    const picture = { 'content-type': 'image/png', 'content-length': String(20 * MEGABYTE) };
    expect(await answerTo('/media', { cookie: theirs, ...picture })).toMatchObject({
      status: 403,
      code: 'not_permitted',
    });
  });
});

describe('JSON', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

  test('of nobody is refused at the first byte that is too deep or one too many', async () => {
    const announced = { 'content-length': '60000' };
    expect(
      await answerTo('/trpc/setup.claim', announced, '['.repeat(anonymousJson.depth + 1)),
    ).toEqual({ status: 400, code: 'invalid_input', reason: 'json_too_deep' });
    expect(
      await answerTo('/trpc/setup.claim', announced, `[${'1,'.repeat(anonymousJson.nodes)}`),
    ).toEqual({ status: 413, code: 'too_large', reason: 'json_too_large' });
  });

  test('of an account is refused if it is far too long, before the rest comes', async () => {
    const announced = { cookie, 'content-length': String(accountJson.bytes) };
    const path = '/trpc/editor.articles.save';
    expect(await answerTo(path, announced, '['.repeat(accountJson.depth + 1))).toEqual({
      status: 400,
      code: 'invalid_input',
      reason: 'json_too_deep',
    });
    expect(await answerTo(path, announced, `[${'1,'.repeat(accountJson.nodes)}`)).toEqual({
      status: 413,
      code: 'too_large',
      reason: 'json_too_large',
    });
    const past = { cookie, 'content-length': String(accountJson.bytes + 1) };
    expect(await answerTo(path, past)).toEqual({
      status: 413,
      code: 'too_large',
      reason: 'json_too_large',
    });
  });

  test('that is refused half-way gets a response even if the client goes on sending', async () => {
    const body = `[${'"",'.repeat(2_500_000)}""]`;
    for (let count = 0; count < 5; count += 1) {
      const answer = await api.send('/trpc/editor.articles.save', {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/json' },
        body,
      });
      expect([answer.status, answer.body.reasons[0]?.code]).toEqual([413, 'json_too_large']);
    }
  });

  test('that signs in is a form: neither deep nor long', async () => {
    const path = '/auth/sign-in/email';
    expect(await answerTo(path, { 'content-length': '15000' }, nested(40))).toMatchObject({
      status: 400,
      reason: 'json_too_deep',
    });
    expect(await answerTo(path, { 'content-length': '17000' })).toMatchObject({
      status: 413,
      reason: 'json_too_large',
    });
  });

  test.each([
    ['too deep', (path: string) => `${path}?input=${nested(40)}`, 400, 'json_too_deep'],
    [
      'of too many values',
      (path: string) => `${path}?input=[${'1,'.repeat(6_000)}1]`,
      413,
      'json_too_large',
    ],
    [
      'second of two',
      (path: string) => `${path}?input={}&input=${nested(40)}`,
      400,
      'json_too_deep',
    ],
    [
      'of a batch',
      (path: string) => `${path},${path}?batch=1&input={"1":${nested(40)}}`,
      400,
      'json_too_deep',
    ],
  ])('in an address that is %s is refused, signed in or not', async (_, at, status, code) => {
    for (const headers of [{}, { cookie }]) {
      const answer = await api.send(`/trpc/${at('journal.get')}`, { headers });
      expect([answer.status, answer.body.reasons[0]?.code]).toEqual([status, code]);
      // What the typed client needs is sent with the problem.
      expect(answer.body.error.data).toMatchObject({ httpStatus: status, problem: { status } });
    }
  });

  test('of a batch counts as one body', async () => {
    const call = { token: Array(300).fill('x') };
    const body = JSON.stringify(
      Object.fromEntries(Array.from({ length: 20 }, (_, at) => [at, call])),
    );
    const paths = Array(20).fill('setup.claim').join(',');
    const answer = await api.send(`/trpc/${paths}?batch=1`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body,
    });
    expect([answer.status, answer.body.reasons[0]?.code]).toEqual([413, 'json_too_large']);
  });

  test.each(['multipart/form-data; boundary=x', 'application/octet-stream', 'text/plain'])(
    'sent as %s is refused unread, whoever sends it',
    async (type) => {
      const made = await api.mutate(
        'editor.tokens.create',
        { name: type, scopes: ['write'] },
        { cookie },
      );
      const authorization = `Bearer ${made.body.result.data.token}`;
      const headers = { authorization, 'content-type': type, ...long };
      expect(await answerTo('/trpc/editor.articles.create', headers)).toMatchObject({
        status: 415,
        code: 'unsupported_type',
      });
    },
  );

  test('of a call that carries no article may not have as many values as one that does', async () => {
    const participants = Array(4_000).fill({ id: article.id, name: 'A', affiliation: '' });
    const terms = { attribution: 'on_record' };
    const source = { slug: 's', kind: 'report', title: 'S', terms, participants };
    const answer = await api.mutate('editor.sources.create', source, { cookie });
    expect([answer.status, problemIn(answer).reasons[0]?.code]).toEqual([413, 'json_too_large']);
  });
});

describe('an article', () => {
  const cell = (text: string) => ({
    type: 'tableCell',
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  /** Tables have the most values for their bytes: these are 30,500 parts in 1.4 MB. */
  const table = {
    type: 'table',
    content: Array.from({ length: 500 }, (_, row) => ({
      type: 'tableRow',
      content: Array.from({ length: 20 }, (_, column) => cell(`${row} ${column}`)),
    })),
  };
  const save = (content: object[]) =>
    api.mutate(
      'editor.articles.save',
      {
        id: article.id,
        seen: article.save,
        content: { ...articleContentOf(article), body: { type: 'doc', content } },
      },
      { cookie },
    );

  test('of a megabyte and 30,000 parts is saved', async () => {
    const answer = await save([table]);
    expect([answer.status, answer.body.error]).toEqual([200, undefined]);
    article = answer.body.result.data.article;
  });

  test('with lists twenty deep is saved', async () => {
    let list: object = { type: 'paragraph' };
    for (let depth = 0; depth < 20; depth += 1)
      list = { type: 'bulletList', content: [{ type: 'listItem', content: [list] }] };
    const answer = await save([list]);
    expect([answer.status, answer.body.error]).toEqual([200, undefined]);
    article = answer.body.result.data.article;
  });

  test('of which nothing fits is refused at the first thing that does not', async () => {
    const answer = await save(Array(300).fill({ type: 'paragraph', content: Array(400).fill(1) }));
    expect(answer.status).toBe(400);
    expect(problemIn(answer).reasons.map(({ at }) => at)).toEqual([
      'content.body.content.0.content.0',
    ]);
  });

  test('of a few things that do not fit is refused with each of them', async () => {
    const answer = await save([{ type: 'iframe' }, { type: 'paragraph' }, { type: 'script' }]);
    expect(problemIn(answer).reasons.map(({ at }) => at)).toEqual([
      'content.body.content.0.type',
      'content.body.content.2.type',
    ]);
  });
});
