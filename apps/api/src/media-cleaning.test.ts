import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanMedia } from '@viewpoints/api/jobs/clean-media';
import { addAccount } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { fileStore } from '@viewpoints/pictures/store/file-store';
import { findMarker } from '@viewpoints/pictures/testing/find-marker';
import { markedPicture } from '@viewpoints/pictures/testing/marked-picture';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { storePicture } from './testing/store-picture.ts';

const marker = 'Quillfeather';
let db: TestDatabase;
let directory = '';
let by = '';
let original: Buffer;
let id = '';
beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
  original = await markedPicture('jpeg', marker);
});
afterAll(() => db.drop());
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-cleaning-'));
  id = await storePicture(db, { directory, by, bytes: original, type: 'image/jpeg' });
});
afterEach(async () => {
  await db.sql('rollback');
  await db.sql(`update media set cleaning = 'done'`);
  await rm(directory, { recursive: true });
});

const clean = () =>
  cleanMedia({
    editorial: db.editorial,
    mail: { smtpUrl: null, outboxDirectory: directory, mailFrom: 'desk@journal.example' },
    instance: { readerUrl: 'http://localhost:3000', media: fileStore(directory) },
  });
const codes = async () => {
  const records = await db.sql<{ code: string }>(
    `select details ->> 'code' as code from audit_record
     where action = 'media.edit' and subject_id = $1`,
    [id],
  );
  return records.map(({ code }) => code);
};

test('a file is left alone while its picture is being removed, and does not come back', async () => {
  await db.sql('begin');
  await db.sql('delete from published_media where media_id = $1', [id]);
  await db.sql('delete from media where id = $1', [id]);
  const cleaning = clean();
  await waitForWaiting(db, 1);
  expect(await readFile(join(directory, id))).toEqual(original);
  await db.sql('commit');
  await fileStore(directory).remove(id);
  await cleaning;
  expect(await readdir(directory)).toEqual([]);
  expect(await codes()).toEqual([]);
});

test('two workers with the job clean a picture once', async () => {
  await db.sql('begin');
  await db.sql('select from media where id = $1 for update', [id]);
  const both = [clean(), clean()];
  await waitForWaiting(db, 2);
  await db.sql('commit');
  await Promise.all(both);
  expect(await readdir(directory)).toEqual([id]);
  expect(findMarker(await readFile(join(directory, id)), marker)).toEqual([]);
  expect(await codes()).toEqual(['cleaned']);
});

test('what a killed cleaning left is removed with the picture', async () => {
  await writeFile(join(directory, `${id}.clean`), original.subarray(0, 40));
  await fileStore(directory).remove(id);
  expect(await readdir(directory)).toEqual([]);
});
