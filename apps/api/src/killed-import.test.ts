import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sweepUploads } from '@viewpoints/api/import/uploads/sweep-uploads';
import {
  createUpload,
  readUpload,
  startImport,
} from '@viewpoints/api/import/uploads/upload-commands';
import { writeChunk } from '@viewpoints/api/import/uploads/upload-files';
import { buildExport } from '@viewpoints/api/import/wordpress/testing/build-export';
import { findUpload } from '@viewpoints/db/editorial/import-uploads';
import { addAccount } from '@viewpoints/db/testing/builders';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { optionsOf } from './testing/upload-files.ts';
import { openWorkerDesk, type WorkerDesk } from './testing/worker-desk.ts';

// Whole programs are started, two in one test.
vi.setConfig({ testTimeout: 240_000 });

let desk: WorkerDesk;
beforeEach(async () => {
  desk = await openWorkerDesk();
});
afterEach(() => desk.close());

const count = 120;
const content = '<p>Ships pay by the hour, as they did before.</p>'.repeat(20);
const bytes = Buffer.from(
  buildExport(Array.from({ length: count }, (_, id) => ({ id: id + 1, content }))),
);

/** An import whose file has arrived, begun by an editor who is at no screen. */
async function uploaded() {
  const account = await addAccount(desk.db.editorial, { roles: ['editor'] });
  const uploads = { directory: join(desk.dataDir, 'uploads'), maxBytes: 1e8, hours: 24 };
  const ctx = { editorial: desk.db.editorial, now: undefined, account, uploads };
  const options = optionsOf('wordpress');
  const files = [{ name: 'past.xml', size: bytes.length }];
  const { id } = await createUpload(ctx, { options, files });
  const directory = join(uploads.directory, id);
  await writeChunk(directory, { index: 0, size: bytes.length, offset: 0 }, one(bytes));
  return { id, ctx, options, uploads };
}
async function* one(chunk: Buffer) {
  yield chunk;
}
const stateOf = async (id: string) => (await findUpload(desk.db.editorial, id))?.upload;
const articles = async () => Number((await desk.db.sql('select count(*) from article'))[0]?.count);

test('after kill -9 in the middle of an import the next start goes on, brings each in once, and removes the file', async () => {
  const { id, ctx, options, uploads } = await uploaded();
  const program = await desk.start();
  await readUpload(ctx, { id, options });
  await vi.waitFor(async () => expect((await stateOf(id))?.state).toBe('read'), 60_000);
  await startImport(ctx, id);
  await vi.waitFor(async () => expect(await articles()).toBeGreaterThan(5), 60_000);
  await program.end('SIGKILL');
  const before = await articles();
  expect(before).toBeLessThan(count);
  expect(await readdir(uploads.directory)).toEqual([id]);

  await desk.start();
  await vi.waitFor(async () => expect((await stateOf(id))?.state).toBe('finished'), 60_000);
  expect(await articles()).toBe(count);
  expect(await desk.db.sql('select from import_run')).toHaveLength(1);
  await vi.waitFor(async () => expect(await readdir(uploads.directory)).toEqual([]));
});

test('files of an import that ended, or whose time is over, are swept; those of others stay', async () => {
  const first = await uploaded();
  const second = await uploaded();
  const { uploads } = first;
  const context = {
    editorial: desk.db.editorial,
    instance: { readerUrl: 'http://reader.example', uploads },
  };
  // As a process leaves it that is killed between the end of an import and the removal of its files.
  await desk.db.sql("update import_upload set state = 'finished' where id = $1", [first.id]);
  const now = new Date();
  await sweepUploads(context, now);
  expect(await readdir(uploads.directory)).toEqual([second.id]);
  await sweepUploads(context, new Date(now.getTime() + 23 * 3_600_000));
  expect(await readdir(uploads.directory)).toEqual([second.id]);
  await sweepUploads(context, new Date(now.getTime() + 25 * 3_600_000));
  expect(await readdir(uploads.directory)).toEqual([]);
  expect((await stateOf(second.id))?.state).toBe('expired');
  // What a job is at has a day more, and is not there for ever where the job was lost.
  const third = await uploaded();
  await desk.db.sql("update import_upload set state = 'importing' where id = $1", [third.id]);
  await sweepUploads(context, new Date(now.getTime() + 47 * 3_600_000));
  expect(await readdir(uploads.directory)).toEqual([third.id]);
  await sweepUploads(context, new Date(now.getTime() + 49 * 3_600_000));
  expect(await readdir(uploads.directory)).toEqual([]);
});

test('files that are gone are told, and an account that was disabled brings nothing in', async () => {
  const { id, ctx, options, uploads } = await uploaded();
  await rm(join(uploads.directory, id), { recursive: true });
  await expect(readUpload(ctx, { id, options })).rejects.toMatchObject({
    reasons: [{ code: 'upload_files_gone' }],
  });
  const other = await uploaded();
  await readUpload(other.ctx, { id: other.id, options });
  await desk.db.sql('update account set disabled_at = now() where id = $1', [other.ctx.account.id]);
  await desk.start();
  await vi.waitFor(async () => expect((await stateOf(other.id))?.state).toBe('failed'), 60_000);
  expect((await stateOf(other.id))?.problems).toMatchObject([{ code: 'upload_account_disabled' }]);
});
