import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExport, oldSite } from '@viewpoints/api/import/wordpress/testing/build-export';
import { aPicture } from '@viewpoints/api/testing/a-picture';
import { writeZip } from '@viewpoints/docx/testing/write-zip';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestApi, type TestApi } from './testing/test-api.ts';
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

test('a file is read for a report, imported, and gone; the import is undone', async () => {
  const { upload, preview } = await editor.read('wordpress', [
    { name: '../past.xml', bytes: posts },
  ]);
  expect(upload).toMatchObject({ state: 'read', total: 3, problems: [], runId: null });
  expect(preview).toMatchObject({
    ...{ of: 'articles', items: 2, comesIn: 2, site: { address: oldSite } },
    leftOut: [{ type: 'page', why: 'page', count: 1 }],
  });
  expect(preview.points).toContainEqual(
    expect.objectContaining({
      code: 'is_private',
      count: 1,
      places: [expect.objectContaining({ headline: 'Hidden' })],
    }),
  );
  expect(await api.db.sql('select from article')).toEqual([]);
  const { id } = upload;
  const directory = join(api.instance.uploads.directory, id);
  // Under a number, for its owner alone, and nowhere else.
  expect((await stat(directory)).mode & 0o777).toBe(0o700);
  expect((await stat(join(directory, '0.upload'))).mode & 0o777).toBe(0o600);

  await editor.call('import', { id });
  const { upload: done } = await editor.settled(id);
  expect(done).toMatchObject({ state: 'finished', done: 3 });
  await vi.waitFor(async () => expect(await listUploaded(api)).toEqual([]));
  const { body } = await api.query('editor.imports.byId', { id: done.runId }, editor.as);
  expect(body.result.data).toMatchObject({
    run: { fileName: '../past.xml', undoneAt: null },
    counts: { draft: 1, incomplete: 1 },
    permissions: { undo: { ok: true } },
  });
  const notices = await api.db.sql("select from notification where kind = 'import_finished'");
  expect(notices).toHaveLength(1);

  expect((await api.mutate('editor.imports.undo', { id: done.runId }, editor.as)).status).toBe(200);
  await vi.waitFor(async () => expect(await api.db.sql('select from article')).toEqual([]), 20_000);
  const again = await api.mutate('editor.imports.undo', { id: done.runId }, editor.as);
  expect(reasonsOf(again)).toEqual(['import_undone']);
});

test('names are others here, and the whole is read again with them', async () => {
  const { upload } = await editor.read('wordpress', [{ name: 'past.xml', bytes: posts }]);
  const options = {
    ...optionsOf('wordpress'),
    ...{ pages: true, authors: [{ from: 'Mira Solberg', to: 'Mira S.' }] },
  };
  await editor.call('read', { id: upload.id, options });
  const { preview } = await editor.settled(upload.id);
  expect(preview.items).toBe(3);
  expect(preview.authors).toContainEqual({ name: 'Mira S.', items: 2 });
  await editor.call('cancel', { id: upload.id });
  expect(await listUploaded(api)).toEqual([]);
  expect(reasonsOf(await editor.call('import', { id: upload.id }))).toEqual(['upload_ended']);
});

test('pictures come in from a zip file beside the export, and what runs in one does not', async () => {
  const picture = aPicture();
  const address = `${oldSite}/wp-content/uploads/2019/04/crane.png`;
  const bytes = buildExport([
    {
      id: 7,
      title: 'Cranes',
      slug: 'cranes',
      content: `<p><img src="${address}" alt="A crane"></p>`,
    },
  ]);
  const zip = writeZip([
    { name: 'uploads/2019/04/crane.png', content: picture },
    { name: 'uploads/run.php', content: 'x' },
  ]);
  const { upload, preview } = await editor.read('wordpress', [
    { name: 'past.xml', bytes },
    { name: 'uploads.zip', bytes: zip },
  ]);
  expect(preview.first[0]).toMatchObject({ headline: 'Cranes', pictures: 1 });
  expect(preview.points.map(({ code }: { code: string }) => code)).not.toContain('picture_missing');
  const directory = join(api.instance.uploads.directory, upload.id, 'unpacked');
  expect(await readdir(directory, { recursive: true })).not.toContain('uploads/run.php');
  await editor.call('import', { id: upload.id });
  expect((await editor.settled(upload.id)).upload.state).toBe('finished');
  const [media] = await api.db.sql('select count(*)::int as count from media');
  expect(media).toEqual({ count: 1 });
});

test('references become sources under the terms that were given', async () => {
  const bytes = JSON.stringify([
    { id: 'a', type: 'report', title: 'Dues of the quay' },
    { id: 'b', type: 'interview', title: 'With a pilot' },
  ]);
  const { upload, preview } = await editor.read('sources', [{ name: 'library.json', bytes }]);
  expect(preview).toMatchObject({ of: 'sources', entered: 1, leftOut: 1 });
  expect(await api.db.sql('select from source')).toEqual([]);
  await editor.call('import', { id: upload.id });
  const after = await editor.settled(upload.id);
  expect(after.preview).toMatchObject({ of: 'sources', entered: 1, leftOut: 1 });
  expect(await api.db.sql('select terms::text as attribution from source')).toEqual([
    { attribution: 'on_record' },
  ]);
});
