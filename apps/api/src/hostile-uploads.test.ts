import { buildExport } from '@viewpoints/api/import/wordpress/testing/build-export';
import { writeZip } from '@viewpoints/docx/testing/write-zip';
import type { ImportKind } from '@viewpoints/domain/imports/import-options';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestApi, type TestApi } from './testing/test-api.ts';
import { listUploaded, openUploader, type SentFile } from './testing/upload-files.ts';

// Each import starts another process, which takes seconds.
vi.setConfig({ testTimeout: 180_000 });

let api: TestApi;
let editor: Awaited<ReturnType<typeof openUploader>>;
beforeAll(async () => {
  api = await startTestApi({ jobs: true });
  editor = await openUploader(api);
});
afterAll(() => api.close());

const post = '---\ntitle: The ports\ndate: 2019-04-02\n---\nShips pay.\n';
const zip = (...entries: Parameters<typeof writeZip>[0]): SentFile => ({
  name: 'site.zip',
  bytes: writeZip([{ name: 'ports.md', content: post }, ...entries]),
});
const xml = (bytes: string | Buffer): SentFile => ({ name: 'past.xml', bytes });
const whole = buildExport([{ id: 1, content: '<p>Text.</p>' }]);

test.each<[string, ImportKind, SentFile, string]>([
  ['a bomb', 'markdown', zip({ name: 'a.md', content: 'a'.repeat(60_000_000) }), 'zip_too_large'],
  ['an end that is missing', 'wordpress', xml(whole.slice(0, -40)), 'export_truncated'],
])('%s is told, and nothing is written', async (_, kind, file, code) => {
  const { upload, preview } = await editor.read(kind, [file]);
  expect(upload).toMatchObject({ state: 'failed', problems: [{ code }] });
  expect(preview).toBeNull();
  for (const table of ['article', 'source', 'author', 'topic', 'media', 'import_run'])
    expect(await api.db.sql(`select from ${table}`)).toEqual([]);
  await editor.call('cancel', { id: upload.id });
  expect(await listUploaded(api)).toEqual([]);
});

test('a link in a zip is no file, and what is hidden stays where it is', async () => {
  const bytes = Buffer.from(
    writeZip([
      { name: 'ports.md', content: post },
      { name: 'link.md', content: '/etc/passwd' },
      { name: '.git/head.md', content: post },
    ]),
  );
  // The second entry of the list says that it is a link: S_IFLNK, of Unix.
  const second = bytes.indexOf('PK\x01\x02', bytes.indexOf('PK\x01\x02') + 4, 'latin1');
  bytes.writeUInt32LE(0o120_777 * 65_536, second + 38);
  const { preview, upload } = await editor.read('markdown', [{ name: 'site.zip', bytes }]);
  expect(preview).toMatchObject({ items: 1, comesIn: 1, first: [{ headline: 'The ports' }] });
  await editor.call('cancel', { id: upload.id });
});

test('what failed by its encoding is read again with another', async () => {
  const bytes = Buffer.from(
    buildExport([{ id: 1, title: 'Caf\u00e9', content: '<p>Text.</p>' }]),
    'latin1',
  );
  const { upload } = await editor.read('wordpress', [{ name: 'past.xml', bytes }]);
  expect(upload.problems).toMatchObject([{ code: 'export_encoding_wrong' }]);
  const options = { ...upload.options, encoding: 'windows-1252' };
  await editor.call('read', { id: upload.id, options });
  const { preview } = await editor.settled(upload.id);
  expect(preview.first).toMatchObject([{ headline: 'Caf\u00e9' }]);
  await editor.call('cancel', { id: upload.id });
});
