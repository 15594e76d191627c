import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { aPicture } from '@viewpoints/api/testing/a-picture';
import { addArticle } from '@viewpoints/db/testing/builders';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { origin, problemIn, startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
let cookie = '';
let article: Article;
beforeAll(async () => {
  api = await startTestApi();
  const owner = { email: 'ines@journal.example', password: 'long enough' };
  const account = await ensureOwner({ editorial: api.db.editorial }, owner);
  cookie = await api.signIn(owner.email, owner.password);
  article = await addArticle(api.db.editorial, { by: account?.id ?? '' });
});
afterAll(() => api.close());

const unknown = '01900000-0000-7000-8000-00000000dead';
const wide = { ...Object.fromEntries([['type', 'doc']]), content: 'no list' };
const content = () => articleContentOf(article);
const save = (changed: object) => ({
  id: article.id,
  seen: article.save,
  content: { ...content(), ...changed },
});

const cursorAt = (key: string) => Buffer.from(JSON.stringify([key, unknown])).toString('base64url');

type Case = [
  what: string,
  path: string,
  input: () => unknown,
  status: number,
  code: string,
  at?: string,
];

const queries: Case[] = [
  ['an id that is none', 'editor.articles.get', () => ({ id: '42' }), 400, 'invalid_input', 'id'],
  ['an id of nothing', 'editor.articles.get', () => ({ id: unknown }), 404, 'not_found'],
  ['no input at all', 'editor.articles.get', () => undefined, 400, 'invalid_input'],
  [
    'a field too many',
    'editor.articles.get',
    () => ({ id: unknown, drop: 'table' }),
    400,
    'invalid_input',
  ],
  [
    'a cursor that is none',
    'editor.articles.list',
    () => ({ cursor: '%%%' }),
    400,
    'invalid_input',
    'cursor',
  ],
  [
    'a cursor with another shape',
    'editor.audit.list',
    () => ({ cursor: btoa('["x","y"]') }),
    400,
    'invalid_input',
    'cursor',
  ],
  [
    'a cursor of another list',
    'editor.articles.list',
    () => ({ cursor: Buffer.from(JSON.stringify(['Ostrava', unknown])).toString('base64url') }),
    400,
    'invalid_input',
    'cursor',
  ],
  [
    'a cursor from before there were years',
    'articles.list',
    () => ({ cursor: cursorAt('0000-01-01T00:00:00.000Z') }),
    400,
    'invalid_input',
    'cursor',
  ],
  [
    'a cursor with a NUL',
    'actors.list',
    () => ({ cursor: cursorAt('a\u0000b') }),
    400,
    'invalid_input',
    'cursor',
  ],
  [
    'a limit out of range',
    'editor.sources.list',
    () => ({ limit: 1000 }),
    400,
    'invalid_input',
    'limit',
  ],
  ['a state that is none', 'editor.articles.list', () => ({ state: 'lost' }), 400, 'invalid_input'],
  [
    'an over-long search',
    'editor.findings.list',
    () => ({ q: 'x'.repeat(5000) }),
    400,
    'invalid_input',
    'q',
  ],
  ['an invitation of nobody', 'invitations.get', () => ({ token: 'x' }), 404, 'link_expired'],
  ['a procedure that is none', 'editor.nothing', () => undefined, 404, 'not_found'],
  [
    'a mutation asked as a query',
    'editor.articles.create',
    () => ({ headline: 'x' }),
    405,
    'method_not_allowed',
  ],
  [
    'a slug that is none',
    'articles.bySlug',
    () => ({ slug: '../../etc' }),
    400,
    'invalid_input',
    'slug',
  ],
  ['a slug of nothing', 'articles.bySlug', () => ({ slug: 'never-was' }), 404, 'not_found'],
];

const mutations: Case[] = [
  [
    'a document that is none',
    'editor.articles.save',
    () => save({ body: wide }),
    400,
    'invalid_input',
    'content.body.content',
  ],
  [
    'a script in a link',
    'editor.articles.save',
    () => save({ body: linkTo('javascript:alert(1)') }),
    400,
    'invalid_input',
  ],
  [
    'a node of no kind',
    'editor.articles.save',
    () => save({ body: { type: 'doc', content: [{ type: 'iframe' }] } }),
    400,
    'invalid_input',
  ],
  [
    'an over-long headline',
    'editor.articles.save',
    () => save({ headline: 'x'.repeat(201) }),
    400,
    'invalid_input',
    'content.headline',
  ],
  [
    'a slug with spaces',
    'editor.articles.save',
    () => save({ slug: 'A slug' }),
    400,
    'invalid_input',
    'content.slug',
  ],
  [
    'a language that is none',
    'editor.articles.save',
    () => save({ language: 'en_GB' }),
    400,
    'invalid_input',
    'content.language',
  ],
  [
    'a topic of nothing',
    'editor.articles.save',
    () => save({ topicIds: [unknown] }),
    400,
    'invalid_input',
  ],
  [
    'a save that was not seen',
    'editor.articles.save',
    () => ({ ...save({ section: 'x' }), seen: 99 }),
    409,
    'stale',
  ],
  [
    'a NUL in a text',
    'editor.articles.save',
    () => save({ standfirst: 'a\u0000b' }),
    400,
    'invalid_input',
    'content.standfirst',
  ],
  [
    'a lone surrogate',
    'editor.articles.save',
    () => save({ standfirst: 'a\ud800b' }),
    400,
    'invalid_input',
    'content.standfirst',
  ],
  [
    'a date that is none',
    'editor.articles.schedule',
    () => ({ id: article.id, revisionId: unknown, publishAt: 'soon', timeZone: 'UTC' }),
    400,
    'invalid_input',
    'publishAt',
  ],
  [
    'an embargo until before there were years',
    'editor.articles.prepare',
    () => ({
      id: article.id,
      publishAt: null,
      embargoUntil: '0000-01-01T00:00:00.000Z',
      timeZone: 'UTC',
    }),
    400,
    'invalid_input',
    'embargoUntil',
  ],
  [
    'more interviewed than there are people',
    'editor.findings.propose',
    () => ({
      articleId: article.id,
      seen: article.save,
      content: {
        proposition: 'p',
        holders: [],
        stance: 'asserts',
        evidence: { quote: null },
        attribution: { sourceId: null, terms: null, descriptor: null, participantId: null },
        consensus: { agreeing: 9e9, interviewed: 9e9, population: 'everybody', novelty: null },
      },
    }),
    400,
    'invalid_input',
    'content.consensus.agreeing',
  ],
  [
    'a topic past every place',
    'editor.topics.create',
    () => ({ slug: 't', name: 'T', position: 9e9 }),
    400,
    'invalid_input',
    'position',
  ],
  [
    'a time zone of nowhere',
    'editor.articles.schedule',
    () => ({
      id: article.id,
      revisionId: unknown,
      publishAt: '2050-01-01T00:00:00.000Z',
      timeZone: 'Mars/Olympus',
    }),
    400,
    'invalid_input',
    'timeZone',
  ],
  [
    'publishing a draft',
    'editor.articles.publish',
    () => ({ id: article.id, revisionId: unknown }),
    422,
    'refused',
  ],
  [
    'a quote that does not span',
    'editor.findings.reanchor',
    () => ({ id: unknown, quote: { exact: 'abc', prefix: '', suffix: '', start: 0, end: 9 } }),
    400,
    'invalid_input',
    'quote.end',
  ],
  ['a finding of nothing', 'editor.findings.verify', () => ({ id: unknown }), 404, 'not_found'],
  [
    'a finding linked to itself',
    'editor.findings.link',
    () => ({ from: unknown, kind: 'supports', to: unknown }),
    400,
    'invalid_input',
  ],
  [
    'a loose date that is none',
    'editor.sources.create',
    () => ({
      slug: 's',
      kind: 'report',
      title: 'S',
      terms: { attribution: 'on_record', disclosure: 'clear' },
      issued: '2012-99',
    }),
    400,
    'invalid_input',
    'issued',
  ],
  [
    'an actor part of nothing',
    'editor.actors.create',
    () => ({ slug: 'a', kind: 'state', name: 'A', partOfId: unknown }),
    400,
    'invalid_input',
  ],
  [
    'an issue under nothing',
    'editor.issues.create',
    () => ({ slug: 'i', name: 'I', parentId: unknown }),
    400,
    'invalid_input',
  ],
  [
    'a used-up set-up link',
    'setup.claim',
    () => ({ token: 'x', name: 'A', email: 'a@b.example', password: 'long enough' }),
    404,
    'link_expired',
  ],
  [
    'a short password',
    'setup.claim',
    () => ({ token: 'x', name: 'A', email: 'a@b.example', password: 'short' }),
    400,
    'invalid_input',
    'password',
  ],
  [
    'a role that is none',
    'editor.people.invite',
    () => ({ email: 'a@b.example', roles: ['king'] }),
    400,
    'invalid_input',
  ],
  [
    'taking the last admin’s role',
    'editor.people.setRoles',
    () => ({ id: article.createdBy, roles: ['editor'] }),
    422,
    'refused',
  ],
  [
    'disabling the last admin',
    'editor.people.disable',
    () => ({ id: article.createdBy }),
    422,
    'refused',
  ],
  [
    'a token without a scope',
    'editor.tokens.create',
    () => ({ name: 'Import', scopes: [] }),
    400,
    'invalid_input',
    'scopes',
  ],
  [
    'a token for longer than a year',
    'editor.tokens.create',
    () => ({ name: 'Import', scopes: ['read'], days: 366 }),
    400,
    'invalid_input',
    'days',
  ],
  [
    'an invitation that is none',
    'editor.people.renewInvitation',
    () => ({ id: unknown, send: true }),
    404,
    'not_found',
  ],
  [
    'a description that says nothing',
    'editor.sources.describe',
    () => ({ what: ' ', terms: 'Off the record' }),
    400,
    'invalid_input',
    'what',
  ],
  [
    'a description that is none',
    'editor.sources.descriptions.settle',
    () => ({ id: unknown, sourceId: null }),
    404,
    'not_found',
  ],
  ['a picture of nothing', 'editor.media.remove', () => ({ id: unknown }), 404, 'not_found'],
];

function linkTo(href: string) {
  const marks = [{ type: 'link', attrs: { href } }];
  return {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks }] }],
  };
}

async function expectProblem(
  answer: Awaited<ReturnType<TestApi['send']>>,
  status: number,
  code: string,
  at?: string,
) {
  const problem = problemIn(answer);
  expect([answer.status, problem.code, problem.next.length > 0]).toEqual([status, code, true]);
  if (at !== undefined) expect(problem.reasons.map((each) => each.at)).toContain(at);
  expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\bat \/|prisma|stack/i);
}

describe.each(queries)('%s', (_what, path, input, status, code, at) => {
  test(`${path} says ${status} ${code}`, async () => {
    await expectProblem(await api.query(path, input(), { cookie }), status, code, at);
  });
});

describe.each(mutations)('%s', (_what, path, input, status, code, at) => {
  test(`${path} says ${status} ${code}`, async () => {
    await expectProblem(await api.mutate(path, input(), { cookie }), status, code, at);
  });
});

const json = () => ({ origin, cookie, 'content-type': 'application/json' });

test('invalid JSON is reported as that', async () => {
  const answer = await api.send('/trpc/editor.articles.create', {
    method: 'POST',
    headers: json(),
    body: '{"x',
  });
  await expectProblem(answer, 400, 'invalid_input');
});

test.each([
  ['reset-password', { token: 'a\u0000b', newPassword: 'long enough' }, 'token'],
  ['second-factor', { code: 'a\u0000b' }, 'code'],
])('a NUL sent to %s is told as that', async (path, sent, at) => {
  const body = JSON.stringify(sent);
  const answer = await api.send(`/auth/${path}`, { method: 'POST', headers: json(), body });
  await expectProblem(answer, 400, 'invalid_input', at);
});

test.each(['fileName', 'alt', 'credit'])(
  'a NUL in the %s of a picture is told as that',
  async (field) => {
    const answer = await api.send(`/media?${field}=a%00b`, {
      method: 'POST',
      headers: { ...json(), 'content-type': 'image/png' },
      body: new Uint8Array(aPicture()),
    });
    await expectProblem(answer, 400, 'invalid_input', field);
  },
);

test.each([
  ['fileName', 256],
  ['alt', 1001],
  ['credit', 301],
])('a %s of a picture of %i characters is told as too long', async (field, length) => {
  const answer = await api.send(`/media?${field}=${'x'.repeat(length)}`, {
    method: 'POST',
    headers: { ...json(), 'content-type': 'image/png' },
    body: new Uint8Array(aPicture()),
  });
  await expectProblem(answer, 400, 'invalid_input', field);
});

test('an id in capitals is the same id', async () => {
  const answer = await api.query(
    'editor.articles.get',
    { id: article.id.toUpperCase() },
    { cookie },
  );
  expect(answer.body.result.data.article.id).toBe(article.id);
});

test('a body past the limit is reported as too large', async () => {
  const body = JSON.stringify({ email: 'x'.repeat(40_000), password: 'x' });
  const answer = await api.send('/auth/sign-in/email', { method: 'POST', headers: json(), body });
  await expectProblem(answer, 413, 'too_large');
});

test('an unknown address, a wrong method and a type of no use are problems', async () => {
  const lost = await api.send('/no/such/thing');
  expect(lost.headers.get('content-type')).toContain('application/problem+json');
  await expectProblem(lost, 404, 'not_found');
  await expectProblem(await api.send('/healthz', { method: 'DELETE' }), 405, 'method_not_allowed');
  const xml = {
    method: 'POST',
    body: '<x/>',
    headers: { authorization: 'Bearer x', 'content-type': 'text/xml' },
  };
  await expectProblem(await api.send('/media', xml), 415, 'unsupported_type');
});

test('nothing that was refused was half written', async () => {
  const [after] = await api.db.sql<{ save: number }>('select save from article where id = $1', [
    article.id,
  ]);
  expect(after?.save).toBe(article.save);
});

test('no 500 was needed and nothing unexpected logged', () => {
  expect(api.logged.filter((line) => line.includes('unexpected error'))).toEqual([]);
});
