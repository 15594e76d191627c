import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { aPicture } from '@viewpoints/api/testing/a-picture';
import { mountSmallDisk } from '@viewpoints/db/testing/small-disk';
import { fileStore } from '@viewpoints/pictures/store/file-store';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Caller, origin, problemIn, startTestApi, type TestApi } from './testing/test-api.ts';

const disk = await mountSmallDisk(2);
afterAll(() => disk?.remove());

/** Noise, which no format makes small. */
const largePicture = () =>
  sharp({
    create: {
      ...{ width: 1000, height: 1000, channels: 3, background: '#888' },
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer();

describe.skipIf(disk === null)('a full disk under the pictures', () => {
  let api: TestApi;
  let cookie = '';
  const directory = join(disk?.directory ?? '', 'media');
  beforeAll(async () => {
    api = await startTestApi({ media: fileStore(directory) });
    const owner = { email: 'ines@journal.example', password: 'long enough' };
    await ensureOwner({ editorial: api.db.editorial }, owner);
    cookie = await api.signIn(owner.email, owner.password);
  });
  afterAll(() => api.close());

  const upload = (bytes: Buffer) =>
    api.send('/media?fileName=a.png', {
      method: 'POST',
      headers: { origin, 'content-type': 'image/png', cookie },
      body: new Uint8Array(bytes),
    });

  test('refuses an upload with what to do, keeps nothing of it, and takes the next that fits', async () => {
    const picture = await largePicture();
    expect(picture.byteLength).toBeGreaterThan(2 * 1024 * 1024);
    const refused = await upload(picture);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(refused.body).toMatchObject({
      code: 'unavailable',
      reasons: [{ code: 'storage_full', message: expect.stringMatching(/space/i) }],
    });
    expect(await readdir(directory)).toEqual([]);
    expect(await api.db.sql('select 1 from media')).toEqual([]);

    const taken = await upload(aPicture());
    expect(taken.status).toBe(201);
    expect(await readdir(directory)).toEqual([taken.body.id]);
  });

  test('is shown in the log, without a path or a name', async () => {
    const line = api.logged.find((each) => each.includes('has to act'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ level: 50, err: { code: 'ENOSPC' } });
    expect(line).not.toContain(directory);
  });
});

describe('a full disk under the database', () => {
  let api: TestApi;
  let editor: Caller;
  beforeAll(async () => {
    api = await startTestApi();
    const owner = { email: 'ines@journal.example', password: 'long enough' };
    await ensureOwner({ editorial: api.db.editorial }, owner);
    editor = { cookie: await api.signIn(owner.email, owner.password) };
  });
  afterAll(() => api.close());

  test('is a typed refusal with what to do, and writing goes on once there is room', async () => {
    const { sql } = api.db;
    // Raises the server's error for a table that cannot be extended.
    await sql(`create function no_room() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`);
    await sql('create trigger no_room before insert on article execute function no_room()');
    const refused = await api.mutate('editor.articles.create', { headline: 'Rain' }, editor);
    expect(refused.status).toBe(503);
    expect(problemIn(refused)).toMatchObject({
      code: 'unavailable',
      reasons: [{ code: 'storage_full', message: expect.stringMatching(/space/) }],
    });
    expect(api.logged.some((line) => line.includes('has to act'))).toBe(true);
    await sql('drop function no_room cascade');
    const taken = await api.mutate('editor.articles.create', { headline: 'Rain' }, editor);
    expect(taken.status).toBe(200);
  });
});

test('a change that takes too long is a refusal in words of its own', async () => {
  const api = await startTestApi();
  onTestFinished(() => api.close());
  const owner = { email: 'ines@journal.example', password: 'long enough' };
  await ensureOwner({ editorial: api.db.editorial }, owner);
  const editor = { cookie: await api.signIn(owner.email, owner.password) };
  // The server cancels the statement, as it does after `statement_timeout`.
  await api.db.sql(`create function slow() returns trigger language plpgsql as $$
    begin raise exception 'canceling statement' using errcode = 'query_canceled'; end $$`);
  await api.db.sql('create trigger slow before insert on article execute function slow()');
  const refused = await api.mutate('editor.articles.create', { headline: 'Rain' }, editor);
  expect(refused.status).toBe(503);
  expect(problemIn(refused).reasons.map(({ code }) => code)).toEqual(['took_too_long']);
});
