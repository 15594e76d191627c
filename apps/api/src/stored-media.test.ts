import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanMedia } from '@viewpoints/api/jobs/clean-media';
import { inTransaction } from '@viewpoints/db/client';
import { listUncleanedMedia, lockUncleanedMedia } from '@viewpoints/db/editorial/media-cleaning';
import { addAccount } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import type { PictureType } from '@viewpoints/domain/media/picture-type';
import { findForeignData } from '@viewpoints/pictures/foreign-data';
import { findMarker } from '@viewpoints/pictures/testing/find-marker';
import { iccProfile } from '@viewpoints/pictures/testing/icc-profile';
import { markedFormats, markedPicture } from '@viewpoints/pictures/testing/marked-picture';
import { listenForChanges } from '@viewpoints/published/changes/listen';
import { inspectDatabase } from '@viewpoints/published/prepare/inspect-database';
import { prepareDatabase } from '@viewpoints/published/prepare/prepare-database';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Program, startProgram } from './testing/start-program.ts';
import { storePicture } from './testing/store-picture.ts';
import { startTestApi, type TestApi } from './testing/test-api.ts';

// Whole programs are started.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const marker = 'Quillfeather';
const typeOf = (format: string) => `image/${format.replace('moving ', '')}` as PictureType;

/** Listens as a reading site does, and adds the announced tags to `heard`. */
const heardBy = (readerUrl: string, heard: string[]) =>
  new Promise<() => Promise<void>>((resolve, reject) => {
    const listening = listenForChanges(readerUrl, {
      onChange: (tags) => heard.push(...tags),
      onUp: () => void listening.then(resolve, reject),
      onDown: () => {},
    });
  });

describe('pictures stored before they were cleaned', () => {
  let api: TestApi;
  let by = '';
  const ids = new Map<string, string>();
  const fetched = async (id: string) => {
    const answer = await fetch(`${api.url}/media/${id}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const etag = answer.headers.get('etag');
    return {
      status: answer.status,
      length: Number(answer.headers.get('content-length')),
      etag,
      bytes,
    };
  };
  const media = async () =>
    (await inspectDatabase(api.db.url, { readerUrl: null, secret: api.db.secret })).media;

  beforeAll(async () => {
    api = await startTestApi({ jobs: true });
    by = (await addAccount(api.db.editorial)).id;
    const store = (bytes: Buffer, type: string) =>
      storePicture(api.db, { directory: api.instance.media.place, by, bytes, type });
    for (const format of markedFormats)
      ids.set(format, await store(await markedPicture(format, marker), typeOf(format)));
    const clean = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#3a6' } })
      .jpeg()
      .toBuffer();
    ids.set('clean', await store(clean, 'image/jpeg'));
    ids.set('none', await store(Buffer.from(`<html>${marker}</html>`), 'image/png'));
    const lost = await store(clean, 'image/jpeg');
    ids.set('lost', lost);
    await rm(join(api.instance.media.place, lost));
  });
  afterAll(() => api.close());

  test('say what was written in them, until an upgrade', async () => {
    for (const format of markedFormats) {
      const { bytes } = await fetched(ids.get(format) ?? '');
      expect(findMarker(bytes, marker), format).not.toEqual([]);
    }
    expect(await media()).toEqual({ waiting: markedFormats.length + 3, failed: [] });
  });

  test('are cleaned by a job after it; changed pages are announced, and no address changes', async () => {
    const before = new Map<string, Awaited<ReturnType<typeof fetched>>>();
    for (const [what, id] of ids) before.set(what, await fetched(id));
    const tags: string[] = [];
    const stop = await heardBy(api.db.readerUrl, tags);
    await prepareDatabase(api.db.url, { secret: api.db.secret, readerUrl: null });
    await vi.waitFor(async () => expect((await media())?.waiting).toBe(0), {
      timeout: 120_000,
      interval: 200,
    });
    for (const format of markedFormats) {
      const id = ids.get(format) ?? '';
      const { status, length, etag, bytes } = await fetched(id);
      expect([status, length], format).toEqual([200, bytes.length]);
      expect(findMarker(bytes, marker), format).toEqual([]);
      expect(findForeignData(bytes, typeOf(format)), format).toEqual([]);
      expect(etag).not.toBe(before.get(format)?.etag);
      const [row] = await api.db.sql<{ byte_size: number; width: number; height: number }>(
        'select byte_size, width, height from media where id = $1',
        [id],
      );
      expect(row, format).toEqual({ byte_size: bytes.length, width: 48, height: 32 });
      const [shows] = await api.db.sql<{ article_id: string }>(
        'select article_id from published_media where media_id = $1',
        [id],
      );
      expect(tags, format).toContain(`article:${shows?.article_id}`);
    }
    await stop();
    expect(await fetched(ids.get('clean') ?? '')).toEqual(before.get('clean'));
    const records = await api.db.sql<{ by_id: null; details: object }>(
      `select by_id, details from audit_record where action = 'media.edit'`,
    );
    expect(records).toHaveLength(markedFormats.length + 2);
    expect(records.every(({ by_id }) => by_id === null)).toBe(true);
    expect(JSON.stringify(records)).not.toContain(marker);
    const codes = records.map(({ details }) => (details as { code: string }).code);
    expect(codes.filter((code) => code === 'cleaned')).toHaveLength(markedFormats.length);
    expect(codes.filter((code) => code === 'unreadable')).toHaveLength(2);
  });

  test('that cannot be read are reported by doctor, and retried at the next start', async () => {
    const failed = [ids.get('none'), ids.get('lost')].toSorted();
    expect(await media()).toEqual({ waiting: 0, failed });
    await writeFile(
      join(api.instance.media.place, ids.get('lost') ?? ''),
      await markedPicture('png', marker),
    );
    await prepareDatabase(api.db.url, { secret: api.db.secret, readerUrl: null });
    await vi.waitFor(
      async () => expect(await media()).toEqual({ waiting: 0, failed: [ids.get('none')] }),
      { timeout: 60_000, interval: 200 },
    );
    const { bytes } = await fetched(ids.get('lost') ?? '');
    expect(findMarker(bytes, marker)).toEqual([]);
  });

  test('are left alone once they are clean, and leave no other files', async () => {
    const mediaDirectory = api.instance.media.place;
    const names = await readdir(mediaDirectory);
    expect(names.toSorted()).toEqual([...ids.values()].toSorted());
    const read = () => Promise.all(names.map((name) => readFile(join(mediaDirectory, name))));
    const before = await read();
    await api.db.sql(`update media set cleaning = 'pending'`);
    const { editorial } = api.db;
    await cleanMedia({
      editorial,
      mail: api.instance,
      instance: api.instance,
      now: () => new Date(),
    });
    expect(await media()).toMatchObject({ waiting: 0 });
    expect(await read()).toEqual(before);
  });
});

describe('a cleaning that is killed', () => {
  let db: TestDatabase;
  let directory = '';
  const programs: Program[] = [];
  beforeAll(async () => {
    db = await createTestDatabase();
    directory = await mkdtemp(join(tmpdir(), 'viewpoints-cleaning-'));
  });
  afterAll(async () => {
    for (const program of programs) await program.end('SIGKILL');
    await db.drop();
    await rm(directory, { recursive: true });
  });

  /** The API as a program, which takes jobs as soon as it runs. */
  const start = async () => {
    const program = await startProgram({ db, dataDir: directory });
    programs.push(program);
    return program;
  };
  const count = async (cleaning: string) =>
    (await db.sql('select id from media where cleaning::text = $1 order by id', [cleaning])).length;

  // Two starts of a whole program, on a machine that may be busy.
  test('goes on from there, and does nothing twice', { timeout: 180_000 }, async () => {
    const media = join(directory, 'media');
    const by = (await addAccount(db.editorial)).id;
    const profile = join(directory, 'profile.icc');
    await writeFile(profile, iccProfile(marker));
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const picture = { width: 600, height: 400, channels: 3, noise, background: '#888' } as const;
    const bytes = await sharp({ create: picture }).withIccProfile(profile).jpeg().toBuffer();
    expect(findMarker(bytes, marker)).not.toEqual([]);
    const total = 6;
    for (let made = 0; made < total; made += 1)
      await storePicture(db, { directory: media, by, bytes, type: 'image/jpeg' });

    await prepareDatabase(db.url, { secret: db.secret, readerUrl: null });
    const waiting = await listUncleanedMedia(db.editorial, total);
    // The fourth picture is locked, so that the program is always killed in the middle of its work.
    await inTransaction(
      db.editorial,
      async (tx) => {
        await lockUncleanedMedia(tx, waiting[3]?.id ?? '');
        const first = await start();
        await vi.waitFor(async () => expect(await count('done')).toBe(3), {
          timeout: 40_000,
          interval: 50,
        });
        await first.end('SIGKILL');
      },
      { timeout: 55_000 },
    );
    const done = await db.sql<{ id: string; sha256: string }>(
      `select id, sha256 from media where cleaning = 'done'`,
    );
    expect(done).toHaveLength(3);

    await prepareDatabase(db.url, { secret: db.secret, readerUrl: null });
    await start();
    await vi.waitFor(async () => expect(await count('done')).toBe(total), {
      timeout: 120_000,
      interval: 100,
    });
    const after = await db.sql<{ id: string; sha256: string }>('select id, sha256 from media');
    for (const row of done) expect(after).toContainEqual(row);
    for (const { id } of after)
      expect(findMarker(await readFile(join(media, id)), marker)).toEqual([]);
    expect((await readdir(media)).length).toBe(total);
  });
});
