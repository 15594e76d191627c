import { request } from 'node:http';
import { addAccount } from '@viewpoints/db/testing/builders';
import { uploadChunkSize } from '@viewpoints/domain/imports/import-options';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { callerAt } from './testing/caller-at.ts';
import { problemIn, startTestApi, type TestApi } from './testing/test-api.ts';
import { listUploaded, openUploader, optionsOf, posts, reasonsOf } from './testing/upload-files.ts';

// Each import starts another process, which takes seconds.
vi.setConfig({ testTimeout: 180_000 });

let api: TestApi;
let editor: Awaited<ReturnType<typeof openUploader>>;
beforeAll(async () => {
  api = await startTestApi({ jobs: true, importSize: 3_000_000 });
  editor = await openUploader(api);
});
afterAll(() => api.close());

describe('a file that is sent in chunks', () => {
  const begin = async (size: number) => {
    const files = [{ name: 'past.xml', size }];
    const answer = await editor.call('create', { options: optionsOf('wordpress'), files });
    return answer.body.result.data.id as string;
  };

  test('goes on where a connection broke off', async () => {
    const id = await begin(posts.length);
    await new Promise<void>((resolve) => {
      const sending = request(`${api.url}/imports/uploads/${id}/0?offset=0`, {
        method: 'PUT',
        headers: {
          cookie: editor.as.cookie,
          origin: 'http://admin.example',
          'content-type': 'application/octet-stream',
          'content-length': posts.length,
        },
      });
      sending.on('error', () => resolve());
      sending.write(Buffer.from(posts).subarray(0, 500), () =>
        setTimeout(() => sending.destroy(), 200),
      );
      sending.on('close', () => resolve());
    });
    await vi.waitFor(async () => expect((await editor.get(id)).arrived).toEqual([500]));
    expect(reasonsOf(await editor.call('read', { id, options: optionsOf('wordpress') }))).toEqual([
      'upload_incomplete',
    ]);
    const gap = await editor.sendChunk(id, posts.slice(600), { offset: 600 });
    expect(problemIn(gap).reasons).toMatchObject([
      { code: 'upload_out_of_place', details: { offset: 500 } },
    ]);
    expect((await editor.sendChunk(id, posts.slice(500), { offset: 500 })).body).toEqual({
      arrived: posts.length,
    });
    await editor.call('read', { id, options: optionsOf('wordpress') });
    expect((await editor.settled(id)).upload.state).toBe('read');
    expect(reasonsOf(await editor.sendChunk(id, 'x'))).toEqual(['upload_arrived']);
    await editor.call('cancel', { id });
  });

  test('is refused where it is more than was said, or more than is accepted', async () => {
    const id = await begin(3);
    expect(reasonsOf(await editor.sendChunk(id, 'four'))).toEqual(['upload_too_large']);
    const chunk = await editor.sendChunk(id, new Uint8Array(uploadChunkSize + 1));
    expect([chunk.status, reasonsOf(chunk)]).toEqual([413, ['upload_chunk_too_large']]);
    const other = { 'content-type': 'application/json' };
    expect(reasonsOf(await editor.sendChunk(id, 'abc', { headers: other }))).toEqual([
      'upload_not_bytes',
    ]);
    await editor.call('cancel', { id });
    const files = [{ name: 'past.xml', size: 3_000_001 }];
    const large = await editor.call('create', { options: optionsOf('wordpress'), files });
    expect([large.status, reasonsOf(large)]).toEqual([413, ['upload_too_large']]);
    expect(await listUploaded(api)).toEqual([]);
  });

  test('is taken from who began it alone', async () => {
    const id = await begin(3);
    const other = await addAccount(api.db.editorial, { roles: ['editor'] });
    const begun = await callerAt(api, other).editor.importUploads.create({
      options: optionsOf('wordpress'),
      files: [{ name: 'theirs.xml', size: 3 }],
    });
    expect((await editor.sendChunk(begun.id, 'abc')).status).toBe(404);
    expect((await editor.sendChunk(id, 'abc', { number: 1 })).status).toBe(404);
    const nobody = await api.send(`/imports/uploads/${id}/0`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: 'abc',
    });
    expect(nobody.status).toBe(401);
    await editor.call('cancel', { id });
    await editor.call('cancel', { id: begun.id });
  });

  test.each([
    ['wordpress', ['past.json']],
    ['wordpress', ['a.xml', 'b.xml']],
    ['wordpress', ['only.zip']],
    ['sources', ['library.pdf']],
  ] as const)('is refused by its name as %s: %s', async (kind, names) => {
    const files = names.map((name) => ({ name, bytes: 'x' }));
    expect(reasonsOf(await editor.create(kind, files))).toEqual(['upload_files_wrong']);
  });

  test('waits with nine others at most', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 10; count += 1) ids.push(await begin(3));
    const one = await editor.create('wordpress', [{ name: 'past.xml', bytes: posts }]);
    expect(reasonsOf(one)).toEqual(['uploads_open']);
    for (const id of ids) await editor.call('cancel', { id });
  });
});
