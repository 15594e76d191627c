import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@viewpoints/db/editorial/new-id';
import { addAccount } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { type S3Server, startS3Server } from '@viewpoints/pictures/testing/s3-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CommandProcess, startCommandProcess } from '../testing/command-process.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let db: TestDatabase;
let s3: S3Server;
let by = '';
let directory = '';
let commands: CommandProcess;
let settings: Record<string, string>;
const place = 's3://journal/a/b';
const media = () => join(directory, 'data/media');

beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
  s3 = await startS3Server();
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-media-'));
  settings = {
    ...{ DATABASE_URL: db.url, SECRET: db.secret, DATA_DIR: join(directory, 'data') },
    ...{ S3_ENDPOINT: s3.place.endpoint, S3_REGION: s3.place.region },
    S3_ACCESS_KEY_ID: s3.place.accessKeyId,
    S3_SECRET_ACCESS_KEY: s3.place.secretAccessKey,
  };
  commands = startCommandProcess(directory);
});
afterAll(async () => {
  await commands.stop();
  await s3.close();
  await db.drop();
  await rm(directory, { recursive: true });
});

/** What `viewpoints media move` says, as the settings are before or after uploads go to the store. */
const before = () => ({ ...settings, STORAGE_ALSO: place });
const after = () => ({ ...settings, STORAGE_URL: place, STORAGE_ALSO: 'files' });
const run = (env: Record<string, string>, ...args: string[]) =>
  commands.run(['media', 'move', ...args], { env });
async function moved(env: Record<string, string>, ...args: string[]) {
  const { status, stdout, stderr } = await run(env, ...args, '--json');
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

async function addMedia(bytes = Buffer.from(`picture ${newId()}`)): Promise<string> {
  const id = newId();
  await writeFile(join(media(), id), bytes);
  await db.editorial.media.create({
    data: {
      ...{ id, path: id, mediaType: 'image/png', byteSize: bytes.length, width: 9, height: 6 },
      ...{ sha256: createHash('sha256').update(bytes).digest('hex'), fileName: 'a', alt: 'a weir' },
      ...{ uploadedById: by, createdAt: new Date() },
    },
  });
  return id;
}

const keyOf = (id: string) => `a/b/media/${id}`;
const undecided = () => [...s3.objects.keys()].filter((key) => key.includes('/undecided/'));
const files = async () => (await readdir(media())).sort();

beforeEach(async () => {
  s3.fault = 'none';
  s3.objects.clear();
  await db.sql('delete from media');
  await rm(media(), { recursive: true, force: true });
  await mkdir(media(), { recursive: true });
});

describe('pictures and files', () => {
  test('are moved to a store and back, those in the trash too, and read back', async () => {
    const ids = [await addMedia(), await addMedia(), await addMedia()].sort();
    const [trashed] = ids;
    await db.sql(
      `insert into trash_item (id, kind, name, content, trashed_by_id, trashed_at, empty_at)
       select id, 'media', '', jsonb_build_object('row', to_jsonb(m)), $2, now(), now() + interval '1 day'
       from media m where id = $1`,
      [trashed, by],
    );
    await db.sql('delete from media where id = $1', [trashed]);
    expect(await moved(before(), '--to', place)).toMatchObject({ copied: 3, deleted: null });
    expect([...s3.objects.keys()].sort()).toEqual(ids.map(keyOf));
    expect(await files()).toEqual(ids);

    expect(await moved(after(), '--to', place, '--delete-old')).toMatchObject({
      ...{ from: 'files', to: place, copied: 0, there: 3, missing: [], damaged: [], deleted: 3 },
    });
    expect(await files()).toEqual([]);

    const back = { ...settings, STORAGE_ALSO: place };
    const there = await moved(back, '--to', 'files', '--delete-old');
    expect(there).toMatchObject({ from: place, to: 'files', copied: 3, deleted: 3 });
    expect(await files()).toEqual(ids);
    expect([...s3.objects.keys()]).toEqual([]);
    await db.sql('delete from trash_item');
  });

  test('are never removed while they are still written there, or unless that is said', async () => {
    const id = await addMedia();
    const { status, stderr } = await run(before(), '--to', place, '--delete-old');
    expect([status, stderr]).toEqual([1, expect.stringContaining('still written to files')]);
    const { stdout } = await run(after(), '--to', place);
    expect(stdout).toContain('--delete-old');
    expect(await files()).toEqual([id]);
  });

  test('that neither place has, or whose bytes are others, are named and left where they are', async () => {
    const [good, damaged, missing] = [await addMedia(), await addMedia(), await addMedia()];
    await writeFile(join(media(), damaged), 'other bytes');
    await rm(join(media(), missing));
    const { status, stdout } = await run(after(), '--to', place, '--delete-old', '--json');
    expect([status, JSON.parse(stdout)]).toMatchObject([
      1,
      { copied: 1, damaged: [damaged], missing: [missing], deleted: 1 },
    ]);
    expect([...s3.objects.keys()]).toEqual([keyOf(good)]);
    expect(await files()).toEqual([damaged]);
  });

  test('that are stale in the other place are replaced there', async () => {
    const id = await addMedia(Buffer.from('cleaned'));
    s3.objects.set(keyOf(id), { bytes: Buffer.from('as it came'), writtenAt: new Date() });
    expect(await moved(before(), '--to', place)).toMatchObject({ copied: 1 });
    expect(String(s3.objects.get(keyOf(id))?.bytes)).toBe('cleaned');
  });

  test('that are deleted for good during the move do not come back', async () => {
    const id = await addMedia();
    await db.sql('begin');
    await db.sql('delete from media where id = $1', [id]);
    const moving = moved(before(), '--to', place);
    await waitForWaiting(db, 1);
    expect(s3.objects.has(keyOf(id))).toBe(false);
    await db.sql('commit');
    expect(await moving).toMatchObject({ copied: 0, missing: [], damaged: [] });
    expect([...s3.objects.keys()]).toEqual([]);
  });

  test('are moved on from where a kill ended it', async () => {
    const ids = [await addMedia(), await addMedia(), await addMedia()].sort();
    const last = ids[2] ?? '';
    await db.sql('begin');
    await db.sql('select from media where id = $1 for update', [last]);
    const victim = startCommandProcess(directory);
    const killed = victim.run(['media', 'move', '--to', place], { env: before() });
    await waitForWaiting(db, 1);
    expect(s3.objects.has(keyOf(last))).toBe(false);
    await victim.stop();
    await expect(killed).rejects.toThrow();
    await db.sql('commit');
    // As one that is killed between the bytes and the end of its transaction leaves it.
    s3.objects.set(`a/b/undecided/${ids[0]}`, { bytes: Buffer.alloc(0), writtenAt: new Date() });
    expect(await moved(before(), '--to', place)).toMatchObject({ copied: 1, there: 2 });
    expect(undecided()).toEqual([]);
  });

  test.each(['away', 'forbidden'] as const)(
    'stay where they are while the store is %s, and a sentence says why',
    async (fault) => {
      const id = await addMedia();
      s3.fault = fault;
      const { status, stdout, stderr } = await run(after(), '--to', place, '--delete-old');
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(fault === 'away' ? /does not answer/ : /S3_ACCESS_KEY_ID/);
      expect(stderr).not.toMatch(/ at .*[.]ts:|secret-of-a-test|key-of-a-test/);
      expect(await files()).toEqual([id]);
    },
  );

  test('are moved to places that every instance reads alone', async () => {
    const none = await run(settings, '--to', place);
    expect(none.stderr).toContain(`STORAGE_ALSO=${place}`);
    const other = await run(before(), '--to', 's3://journal/other');
    expect(other.stderr).toContain('neither of the places');
    expect([none.status, other.status]).toEqual([1, 1]);
  });
});

test('the doctor tries the store, and says what it lacks and what is in it for nothing', async () => {
  const id = await addMedia();
  const orphan = newId();
  const old = new Date(Date.now() - 48 * 60 * 60 * 1000);
  s3.objects.set(keyOf(orphan), { bytes: Buffer.from('lost'), writtenAt: old });
  const env = { ...settings, STORAGE_URL: place };
  const doctor = async () => {
    const { stdout } = await commands.run(['doctor', '--json'], { env });
    const findings: { name: string; ok: boolean; detail: string; next: string | null }[] =
      JSON.parse(stdout);
    return findings.filter(({ name }) => name.endsWith('of media'));
  };
  const found = await doctor();
  expect(found).toMatchObject([
    { name: 'Storage of media', ok: true },
    { name: 'Files of media', ok: false, next: expect.stringContaining(id) },
  ]);
  expect(found[1]?.next).toContain(orphan);
  expect([...s3.objects.keys()]).toEqual([keyOf(orphan)]);
  s3.fault = 'forbidden';
  expect(await doctor()).toMatchObject([
    { name: 'Storage of media', ok: false, detail: expect.stringContaining('refuses this key') },
  ]);
});
