import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type S3Server, startS3Server } from '../testing/s3-server.ts';
import { bothStores } from './both-stores.ts';
import { fileStore } from './file-store.ts';
import { type MediaStore, readStored, StorageError } from './media-store.ts';
import { createS3Client } from './s3-client.ts';
import { s3Store, sharedSizes } from './s3-store.ts';

const timeouts = { answer: 150, send: 150, idle: 150, pause: 5 };
const bytes = Buffer.from('bytes of a picture'.repeat(5000));

let s3: S3Server;
let directory = '';
beforeAll(async () => {
  s3 = await startS3Server();
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-store-'));
});
afterAll(async () => {
  await s3.close();
  await rm(directory, { recursive: true });
});
beforeEach(() => {
  s3.fault = 'none';
  s3.objects.clear();
  s3.calls.length = 0;
});

const stores: Record<string, () => MediaStore> = {
  'files in a directory': () => fileStore(join(directory, randomUUID())),
  'objects of a store': () => s3Store({ ...s3.place, prefix: randomUUID() }, timeouts),
  'both, while they are moved': () =>
    bothStores(
      s3Store({ ...s3.place, prefix: randomUUID() }, timeouts),
      fileStore(join(directory, randomUUID())),
    ),
};

const listed = async (store: MediaStore) => {
  const ids: string[] = [];
  for await (const { id } of store.list()) ids.push(id);
  return ids.sort();
};

describe.each(Object.entries(stores))('%s', (_, open) => {
  test('keep what was written, in full, and list it', async () => {
    const store = open();
    const ids = Array.from({ length: 5 }, () => randomUUID()).sort();
    for (const id of ids) await store.write(id, bytes);
    expect(await listed(store)).toEqual(ids);
    const file = await store.open(ids[0] ?? '');
    expect(file?.size).toBe(bytes.length);
    await file?.close();
    expect(await readStored(store, ids[4] ?? '')).toEqual(bytes);
    expect(await readStored(store, randomUUID())).toBeNull();
  });

  test('are swept of what has no row, and of nothing that has one or was decided', async () => {
    const store = open();
    const [lost, kept, confirmed, doubted] = Array.from({ length: 4 }, () => randomUUID());
    for (const id of [lost, kept, confirmed, doubted]) await store.write(id ?? '', bytes);
    for (const id of [confirmed, doubted]) await store.confirm(id ?? '');
    await store.doubt(doubted ?? '');
    expect(await store.sweep(async (id) => id === kept, 60_000)).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await store.sweep(async (id) => id === kept, 0)).toBe(2);
    expect(await listed(store)).toEqual([kept, confirmed].sort());
    expect(await store.sweep(async () => false, 0)).toBe(0);
  });

  test('give the new bytes once they are replaced, and nothing once they are removed', async () => {
    const store = open();
    const id = randomUUID();
    await store.write(id, bytes);
    await store.replace(id, Buffer.from('cleaned'));
    expect(String(await readStored(store, id))).toBe('cleaned');
    await store.remove(id);
    expect(await store.open(id)).toBeNull();
    expect(await listed(store)).toEqual([]);
  });

  test('are tried by writing, reading and removing', async () => {
    const store = open();
    await store.probe();
    expect(await listed(store)).toEqual([]);
  });
});

describe('a store of objects', () => {
  const id = randomUUID();
  const failureOf = async (work: Promise<unknown>) => {
    const error: unknown = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof StorageError)) throw new Error(`not typed: ${error}`);
    expect(JSON.stringify({ ...error }) + error.message + error.stack).not.toMatch(
      /secret-of-a-test|key-of-a-test/,
    );
    return error.failure;
  };

  test('has nothing under other keys than those that the policy names', async () => {
    const store = s3Store(s3.place, timeouts);
    await store.write(id, bytes);
    await sharedSizes(s3.place, timeouts).put('a-400.webp', bytes);
    expect([...s3.objects.keys()].sort()).toEqual(
      [`a/b/media/${id}`, 'a/b/sizes/a-400.webp', `a/b/undecided/${id}`].sort(),
    );
  });

  test('that throttles is asked again', async () => {
    const store = s3Store(s3.place, timeouts);
    s3.fault = 'throttling';
    await store.write(id, bytes);
    expect(await readStored(store, id)).toEqual(bytes);
  });

  test.each(['away', 'silent'] as const)('that is %s fails in bounded time', async (fault) => {
    const store = s3Store(s3.place, timeouts);
    s3.fault = fault;
    const began = performance.now();
    expect(await failureOf(store.open(id))).toBe('unreachable');
    expect(await failureOf(store.write(id, bytes))).toBe('unreachable');
    expect(performance.now() - began).toBeLessThan(4000);
  });

  test.each(['stalling', 'truncating'] as const)(
    'that is %s in the middle of a picture never gives half of it as a whole',
    async (fault) => {
      const store = s3Store(s3.place, timeouts);
      await store.write(id, bytes);
      s3.fault = fault;
      expect(await failureOf(readStored(store, id))).toBe('incomplete');
      s3.objects.set('a/b/sizes/a', { bytes, writtenAt: new Date() });
      expect(await failureOf(sharedSizes(s3.place, timeouts).get('a'))).toBe('incomplete');
    },
  );

  test('that refuses the key is no missing picture, nor is a bucket that is not there', async () => {
    const store = s3Store(s3.place, timeouts);
    const other = { ...s3.place, bucket: 'another' };
    const wrong = { ...s3.place, secretAccessKey: 'x' };
    expect(await failureOf(s3Store(other, timeouts).open(id))).toBe('misconfigured');
    expect(await failureOf(s3Store(wrong, timeouts).open(id))).toBe('refused');
    s3.fault = 'forbidden';
    expect(await failureOf(store.open(id))).toBe('refused');
    expect(await failureOf(listed(store))).toBe('refused');
    expect(await failureOf(store.probe())).toBe('refused');
  });

  test('does not take bytes that were changed on their way', async () => {
    const store = s3Store(s3.place, timeouts);
    s3.fault = 'corrupting';
    expect(await failureOf(createS3Client(s3.place, timeouts).put('a', bytes))).toBe(
      'misconfigured',
    );
    s3.fault = 'none';
    expect(await store.open('a')).toBeNull();
  });

  test('forgets smaller pictures after a month', async () => {
    const sizes = sharedSizes(s3.place, timeouts);
    await sizes.put('old-400.webp', bytes);
    await sizes.put('new-400.webp', bytes);
    const old = s3.objects.get('a/b/sizes/old-400.webp');
    if (old) old.writtenAt = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
    await s3Store(s3.place, timeouts).sweep(async () => true);
    expect(await sizes.get('old-400.webp')).toBeNull();
    expect(await sizes.get('new-400.webp')).toEqual(bytes);
  });
});

describe('while pictures are moved', () => {
  test('what is only in the other place is read, replaced and removed there as well', async () => {
    const files = fileStore(join(directory, randomUUID()));
    const objects = s3Store(s3.place, timeouts);
    const both = bothStores(objects, files);
    const [one, two] = [randomUUID(), randomUUID()];
    for (const id of [one, two]) {
      await files.write(id, bytes);
      await files.confirm(id);
    }
    expect(await readStored(both, one)).toEqual(bytes);
    await both.replace(one, Buffer.from('cleaned'));
    expect(String(await readStored(both, one))).toBe('cleaned');
    await both.doubt(two);
    await both.remove(two);
    expect(await listed(files)).toEqual([]);
    expect(await both.open(two)).toBeNull();
  });

  test('a store that is away is no missing picture, whatever the other has', async () => {
    const files = fileStore(join(directory, randomUUID()));
    const id = randomUUID();
    await files.write(id, bytes);
    s3.fault = 'away';
    await expect(bothStores(s3Store(s3.place, timeouts), files).open(id)).rejects.toThrow(
      StorageError,
    );
  });
});
