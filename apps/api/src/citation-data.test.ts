import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { addSource } from '@viewpoints/db/testing/builders';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemIn, startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
let cookie = '';
beforeAll(async () => {
  api = await startTestApi();
  const owner = { email: 'ines@journal.example', password: 'long enough' };
  await ensureOwner({ editorial: api.db.editorial }, owner);
  cookie = await api.signIn(owner.email, owner.password);
});
afterAll(() => api.close());

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const create = (slug: string, csl: string) =>
  api.send('/trpc/editor.sources.create', {
    method: 'POST',
    headers: { cookie, origin: 'http://admin.example', 'content-type': 'application/json' },
    body: `{"slug":"${slug}","kind":"report","title":"S","terms":{"attribution":"on_record"},"csl":${csl}}`,
  });

describe('citation data', () => {
  // At 2,500 Prisma overflows the stack; at 100 nothing does, and they are as wrong.
  test.each([2_500, 2_000, 120, 100])('nested %i deep are refused in words', async (depth) => {
    const answer = await create(`deep-${depth}`, `{"type":"report","z":${nested(depth)}}`);
    expect(answer.status).toBe(400);
    expect(problemIn(answer).reasons[0]).toMatchObject(
      depth > 120 ? { code: 'json_too_deep' } : { code: 'invalid_union', at: 'csl.z' },
    );
  });

  test('that fit come back as they were sent', async () => {
    const csl = { type: 'report', id: 4, author: [{ literal: 'A' }], issued: { raw: '2031' } };
    const answer = await create('fits', JSON.stringify(csl));
    expect(answer.body.result.data.csl).toEqual(csl);
  });
});

test('a source whose citation data are from before there was a schema is read and saved', async () => {
  const { id } = await addSource(api.db.editorial, { title: 'Kept' });
  const stored = `{"type":"report","title":7,"author":"A. Nobody","z":${nested(2_000)}}`;
  await api.db.sql('update source set csl = $2::jsonb where id = $1', [id, stored]);
  const { body } = await api.query('editor.sources.get', { id }, { cookie });
  const { csl, save, createdAt: _, updatedAt: __, id: ___, ...content } = body.result.data;
  expect(csl).toMatchObject({
    type: 'report',
    title: '7',
    author: [{ literal: 'A. Nobody' }],
    z: '['.repeat(2_000),
  });
  const saved = await api.mutate(
    'editor.sources.save',
    { id, seen: save, content: { ...content, csl, title: 'Kept, and saved' } },
    { cookie },
  );
  expect([saved.status, saved.body.result?.data.csl]).toEqual([200, csl]);
});
