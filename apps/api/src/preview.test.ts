import { signSiteCall, siteSignatureHeader } from '@viewpoints/config/site-signature';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember, signInAs } from './testing/sign-in.ts';
import { startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
let second: TestApi;
let cookie: string;
let id: string;
beforeAll(async () => {
  api = await startTestApi();
  second = await startTestApi({ on: api.db });
  cookie = await signInAs(api, (await addMember(api, 'Ines', 'contributor')).email);
  const created = await api.mutate('editor.articles.create', { headline: 'The weir' }, { cookie });
  ({ id } = created.body.result.data);
});
afterAll(async () => {
  await second.close();
  await api.close();
});

const newPass = async (): Promise<string> =>
  (await api.mutate('editor.articles.preview', { id }, { cookie })).body.result.data.pass;

const path = '/internal/preview';
const sign = (pass: string, { secret = api.db.secret, now = Date.now() } = {}) =>
  signSiteCall(secret, { path, body: { pass } }, now);
const redeem = (at: TestApi, pass: string, signature = sign(pass)) =>
  at.send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [siteSignatureHeader]: signature },
    body: JSON.stringify({ pass }),
  });

test('a pass is used once, whichever instances redeem it at the same moment', async () => {
  const pass = await newPass();
  const answers = await Promise.all([api, second, api, second].map((at) => redeem(at, pass)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
  const given = answers.find(({ status }) => status === 200);
  expect(given?.body.article.headline).toBe('The weir');
  expect(given?.headers.get('cache-control')).toBe('no-store');
});

test('a call that no reading site of this journal signed gets nothing and uses nothing up', async () => {
  const pass = await newPass();
  const other = 'another secret of another journal, as long as it must be';
  const anHourAgo = Date.now() - 3_600_000;
  for (const signature of [
    '',
    '1.x',
    sign(pass, { secret: other }),
    sign(pass, { now: anHourAgo }),
    sign('x'.repeat(43)),
    // Signed for another purpose.
    signSiteCall(api.db.secret, { path: '/internal/quote-check', body: { pass } }),
  ])
    expect((await redeem(api, pass, signature)).status).toBe(404);
  expect((await redeem(api, pass)).status).toBe(200);
});

test('a pass opens nothing else, and is in no log', async () => {
  const pass = await newPass();
  for (const call of ['articles.get', 'articles.preview', 'articles.history.list'])
    expect((await api.query(`editor.${call}`, { id }, { token: pass })).status).not.toBe(200);
  await redeem(second, pass);
  const logged = [...api.logged, ...second.logged].join('\n');
  expect(logged).toContain('/internal/preview');
  expect(logged).not.toContain(pass);
});
