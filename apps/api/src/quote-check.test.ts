import { signSiteCall, siteSignatureHeader } from '@viewpoints/config/site-signature';
import { paragraphs } from '@viewpoints/db/testing/builders';
import { ArticleContent } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember, signInAs } from './testing/sign-in.ts';
import { startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
let cookie: string;
let findingId: string;
let articleId: string;
beforeAll(async () => {
  api = await startTestApi();
  cookie = await signInAs(api, (await addMember(api, 'Ines', 'editor')).email);
  const call = async (path: string, input: object) =>
    (await api.mutate(`editor.${path}`, input, { cookie })).body.result.data;
  const created = await call('articles.create', { headline: 'The weir' });
  const { article } = await call('articles.save', {
    ...{ id: created.id, seen: created.save },
    content: { ...ArticleContent.strip().parse(created), body: paragraphs('The weir holds.') },
  });
  articleId = article.id;
  const finding = await call('findings.propose', {
    ...{ articleId, seen: article.save },
    content: {
      ...{ proposition: 'The weir holds', stance: 'asserts' },
      holders: [{ actorId: null, wording: 'The keeper', basis: 'articles_own' }],
      evidence: { quote: null },
      attribution: { sourceId: null, terms: 'on_record', descriptor: null, participantId: null },
    },
  });
  findingId = finding.id;
});
afterAll(() => api.close());

const newToken = async (): Promise<string> => {
  const made = await api.mutate('editor.findings.quoteChecks.create', { findingId }, { cookie });
  return made.body.result.data.link.split('/').at(-1);
};

const show = '/internal/quote-check';
const answer = `${show}/answer`;
const send = (
  path: string,
  body: object,
  signature = signSiteCall(api.db.secret, { path, body }),
) =>
  api.send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [siteSignatureHeader]: signature },
    body: JSON.stringify(body),
  });

test('a call that this journal’s reading site did not sign shows and answers nothing', async () => {
  const token = await newToken();
  const body = { token, answer: { kind: 'objects', said: 'No.' } };
  const other = 'another secret of another journal, as long as it must be';
  for (const signature of [
    '',
    signSiteCall(other, { path: answer, body }),
    // Signed for another path, or with another answer.
    signSiteCall(api.db.secret, { path: show, body }),
    signSiteCall(api.db.secret, { path: answer, body: { token, answer: { kind: 'agrees' } } }),
  ])
    expect((await send(answer, body, signature)).status).toBe(404);
  expect((await send(show, { token }, '')).status).toBe(404);
  const shown = await send(show, { token });
  expect(shown.body).toMatchObject({
    isAnswered: false,
    passage: { proposition: 'The weir holds' },
  });
  expect(shown.headers.get('cache-control')).toBe('no-store');
});

test('a link opens nothing else, and its secret and what was said are in no log', async () => {
  const token = await newToken();
  for (const [call, input] of [
    ['articles.get', { id: articleId }],
    ['findings.get', { id: findingId }],
    ['findings.quoteChecks.list', { findingId }],
  ] as const)
    expect((await api.query(`editor.${call}`, input, { token })).status).not.toBe(200);
  expect((await send('/internal/preview', { pass: token })).status).toBe(404);
  const said = 'It leaks at the gate.';
  expect((await send(answer, { token, answer: { kind: 'proposes', said } })).status).toBe(200);
  expect((await send(answer, { token, answer: { kind: 'proposes', said: '' } })).status).toBe(404);
  const logged = api.logged.join('\n');
  expect(logged).toContain(answer);
  for (const secret of [token, said]) expect(logged).not.toContain(secret);
  const list = await api.query('editor.findings.quoteChecks.list', { findingId }, { cookie });
  expect(list.body.result.data[0].answer).toMatchObject({ kind: 'proposes', said });
});

test('a preview by link is shown and commented on by signed calls alone, and its secret is in no log', async () => {
  const made = await api.mutate(
    'editor.articles.previewLinks.create',
    { articleId, label: 'A reader' },
    { cookie },
  );
  const token = made.body.result.data.link.split('/').at(-1);
  const path = '/internal/shared-preview';
  expect((await send(path, { token }, '')).status).toBe(404);
  // A token of one kind of link does not open the other kind.
  expect((await send(show, { token })).status).toBe(404);
  expect((await send(path, { token: await newToken() })).status).toBe(404);
  const shown = await send(path, { token });
  expect(shown.body).toMatchObject({ blocks: ['The weir holds.'], comments: 0 });
  expect(shown.headers.get('cache-control')).toBe('no-store');
  const comment = { text: 'Does it leak?', on: { kind: 'block', index: 0 } };
  const to = `${path}/comment`;
  const other = signSiteCall(api.db.secret, { path: to, body: { token, comment: 'x' } });
  expect((await send(to, { token, comment }, other)).status).toBe(404);
  expect((await send(to, { token, comment })).status).toBe(200);
  const list = await api.query('editor.articles.comments.list', { articleId }, { cookie });
  expect(list.body.result.data.threads).toMatchObject([
    { on: { words: 'The weir holds.' }, comments: [{ text: comment.text, by: { id: null } }] },
  ]);
  const logged = api.logged.join('\n');
  for (const secret of [token, comment.text]) expect(logged).not.toContain(secret);
});
