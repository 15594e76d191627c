import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { aPicture } from '@viewpoints/api/testing/a-picture';
import { buildDocx, paragraph, picture, run } from '@viewpoints/docx/testing/build-docx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { origin, problemIn, startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
let cookie = '';
beforeAll(async () => {
  api = await startTestApi();
  const owner = { email: 'ines@journal.example', password: 'long enough' };
  await ensureOwner({ editorial: api.db.editorial }, owner);
  cookie = await api.signIn(owner.email, owner.password);
});
afterAll(() => api.close());

type Imported = { articleId: string; report: { counts: object[] }; headline: string };

const file = buildDocx({
  pictures: { p1: { name: 'a.png', bytes: aPicture() } },
  body: paragraph(run('The quay.')) + paragraph(picture('p1', 'A crane')),
});
const send = (bytes: Uint8Array, headers: Record<string, string> = {}, query = '') =>
  fetch(`${api.url}/imports/word?fileName=The%20quay.docx${query}`, {
    method: 'POST',
    headers: { origin, cookie, 'content-type': 'application/octet-stream', ...headers },
    body: new Uint8Array(bytes),
  });

describe('POST /imports/word', () => {
  test('answers with the article, and what became of the file', async () => {
    const answer = await send(file);
    expect(answer.status).toBe(201);
    const { articleId, report, ...rest } = (await answer.json()) as Imported;
    expect(rest).toMatchObject({ headline: 'The quay', slug: 'the-quay', save: 1 });
    expect(report.counts).toContainEqual({ part: 'pictures', found: 1, broughtIn: 1 });
    const shown = await api.query('editor.articles.get', { id: articleId }, { cookie });
    expect(shown.body.result.data.article.body.content).toHaveLength(2);
  });

  test('reports progress line by line, if that is requested', async () => {
    const answer = await send(file, { accept: 'application/x-ndjson' });
    expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { progress: { stage: 'reading' } },
      { progress: { stage: 'pictures', done: 1, of: 1 } },
      { imported: { headline: 'The quay' } },
    ]);
  });

  test('reports a problem as the last line, if the response has begun', async () => {
    const answer = await send(file.subarray(0, -30), { accept: 'application/x-ndjson' });
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({
      problem: { code: 'unsupported_type', reasons: [{ code: 'word_damaged' }] },
    });
  });

  test.each<[string, Parameters<typeof send>, number, string]>([
    ['other content', [file, { 'content-type': 'application/json' }], 415, 'unsupported_type'],
    ['a file that is none', [Buffer.from('x')], 415, 'unsupported_type'],
    ['an article that is no id', [file, {}, '&articleId=x'], 400, 'invalid_input'],
    [
      'an article that is not there',
      [file, {}, `&articleId=${crypto.randomUUID()}`],
      404,
      'not_found',
    ],
    ['nobody', [file, { cookie: '' }], 401, 'signed_out'],
    ['another site', [file, { origin: 'https://evil.example' }], 403, 'foreign_origin'],
  ])('refuses %s', async (_, [bytes, headers, query], status, code) => {
    const answer = await send(bytes, headers, query);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      status,
      code,
    ]);
  });

  test('is closed to who writes nothing, before a byte is read', async () => {
    const { body } = await api.mutate(
      'editor.people.invite',
      { email: 'root@journal.example', roles: ['admin'] },
      { cookie },
    );
    const token = body.result.data.link.split('/').at(-1);
    await api.mutate('invitations.accept', { token, name: 'Root', password: 'another long one' });
    const theirs = await api.signIn('root@journal.example', 'another long one');
    const answer = await send(file, { cookie: theirs });
    expect([answer.status, problemIn({ body: await answer.json() } as never).code]).toEqual([
      403,
      'not_permitted',
    ]);
  });
});
