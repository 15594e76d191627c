import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { aPicture } from '@viewpoints/api/testing/a-picture';
import { s3Store } from '@viewpoints/pictures/store/s3-store';
import { type S3Server, startS3Server } from '@viewpoints/pictures/testing/s3-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { origin, startTestApi, type TestApi } from './testing/test-api.ts';

let s3: S3Server;
let api: TestApi;
let cookie = '';
beforeAll(async () => {
  s3 = await startS3Server();
  const timeouts = { answer: 300, send: 300, idle: 300, pause: 2 };
  api = await startTestApi({ media: s3Store(s3.place, timeouts) });
  const owner = { email: 'ines@journal.example', password: 'long enough' };
  await ensureOwner({ editorial: api.db.editorial }, owner);
  cookie = await api.signIn(owner.email, owner.password);
});
afterAll(async () => {
  await api.close();
  await s3.close();
});
beforeEach(() => {
  s3.fault = 'none';
});

const upload = () =>
  api.send('/media?fileName=a.png', {
    method: 'POST',
    headers: { origin, 'content-type': 'image/png', cookie },
    body: new Uint8Array(aPicture()),
  });
const read = (id: string, as: Record<string, string> = { cookie }) =>
  fetch(`${api.url}/media/${id}`, { headers: as });

describe('a picture in a store of objects', () => {
  test('is one object with nothing undecided, for the desk alone until an article shows it', async () => {
    const { status, body } = await upload();
    expect(status).toBe(201);
    expect([...s3.objects.keys()]).toEqual([`a/b/media/${body.id}`]);
    const answer = await read(body.id);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(
      s3.objects.get(`a/b/media/${body.id}`)?.bytes,
    );
    s3.calls.length = 0;
    expect((await read(body.id, {})).status).toBe(404);
    expect(s3.calls).toEqual([]);
  });

  test('is gone from the store once it is deleted for good, and not before', async () => {
    const { body } = await upload();
    const key = `a/b/media/${body.id}`;
    expect((await api.mutate('editor.media.remove', { id: body.id }, { cookie })).status).toBe(200);
    expect((await read(body.id)).status).toBe(404);
    expect(s3.objects.has(key)).toBe(true);
    expect((await api.mutate('editor.trash.empty', { id: body.id }, { cookie })).status).toBe(200);
    expect([...s3.objects.keys()].filter((each) => each.includes(body.id))).toEqual([]);
  });

  test.each(['away', 'forbidden', 'corrupting'] as const)(
    'is refused with what to do and leaves no row while the store is %s',
    async (fault) => {
      const before = await api.db.sql('select id from media');
      s3.fault = fault;
      const { status, body } = await upload();
      expect([status, body]).toMatchObject([
        503,
        { code: 'unavailable', reasons: [{ code: 'storage_unavailable' }] },
      ]);
      expect(await api.db.sql('select id from media')).toEqual(before);
    },
  );

  test('is unavailable and not gone while the store is away, and stays in the trash', async () => {
    const { body } = await upload();
    await new Promise((resolve) => setTimeout(resolve, 50));
    s3.fault = 'away';
    expect((await read(body.id)).status).toBe(503);
    expect((await api.mutate('editor.media.remove', { id: body.id }, { cookie })).status).toBe(200);
    expect((await api.mutate('editor.trash.empty', { id: body.id }, { cookie })).status).toBe(503);
    expect(await api.db.sql('select id from trash_item where id = $1', [body.id])).toHaveLength(1);
  });

  test('is never named in the log with a key, a secret or an address of the store', () => {
    const lines = api.logged.join('\n');
    expect(lines).toContain('StorageError');
    expect(lines).not.toMatch(/secret-of-a-test|key-of-a-test|Signature/);
    expect(lines).not.toContain(s3.place.endpoint);
  });
});
