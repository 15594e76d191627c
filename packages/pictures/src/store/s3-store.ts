import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { nameOfPlace } from '@viewpoints/config/storage-settings';
import { Id } from '@viewpoints/domain/values';
import { type MediaStore, StorageError, undecidedFor } from './media-store.ts';
import type { S3Entry } from './s3-answers.ts';
import {
  createS3Client,
  type S3Client,
  type S3Object,
  type S3Place,
  type S3Timeouts,
} from './s3-client.ts';

/** How long smaller pictures are kept, in milliseconds. */
const sizesKept = 30 * 24 * 60 * 60 * 1000;

/** Where objects are in a bucket. */
const keysOf = ({ prefix }: Pick<S3Place, 'prefix'>) => {
  const under = (part: string) => (prefix === '' ? part : `${prefix}/${part}`);
  return {
    media: (id: string) => under(`media/${id}`),
    undecided: (id: string) => under(`undecided/${id}`),
    probe: (name: string) => under(`probes/${name}`),
    size: (name: string) => under(`sizes/${name}`),
  };
};

/**
 * Pictures and files as private objects of an S3-compatible store. An object is there whole or not at all.
 * One that is undecided has a second, empty object beside it, under `undecided/`.
 */
export function s3Store(
  place: S3Place,
  timeouts?: S3Timeouts,
  client: S3Client = createS3Client(place, timeouts),
): MediaStore {
  const keys = keysOf(place);
  const listIds = async function* (keyOf: (id: string) => string) {
    const prefix = keyOf('');
    for await (const { key, ...entry } of listAll(client, prefix)) {
      const id = key.slice(prefix.length);
      if (key.startsWith(prefix) && Id.safeParse(id).success) yield { id, ...entry };
    }
  };
  return {
    place: nameOfPlace(place),
    // An object that was cut short does not exist.
    prepare: async () => 0,
    write: async (id, bytes) => {
      await client.put(keys.undecided(id), new Uint8Array());
      await client.put(keys.media(id), bytes);
    },
    // The row is committed, or gone, when these are called: what fails now is done by the sweep.
    confirm: (id) => client.delete(keys.undecided(id)).catch(() => {}),
    remove: async (id) => {
      try {
        await client.delete(keys.media(id));
        await client.delete(keys.undecided(id));
      } catch {}
    },
    doubt: (id) => client.put(keys.undecided(id), new Uint8Array()),
    replace: (id, bytes) => client.put(keys.media(id), bytes),
    open: async (id) => {
      const object = await client.get(keys.media(id));
      if (object === null) return null;
      const { size, chunks, close } = object;
      return {
        size,
        // What is destroyed before it was read from would hold its connection.
        stream: () => Readable.from(chunks, { objectMode: false }).once('close', close),
        close: async () => close(),
      };
    },
    list: () => listIds(keys.media),
    probe: async () => {
      const key = keys.probe(randomUUID());
      await client.put(key, Buffer.from(key));
      const object = await client.get(key);
      if (object === null || (await bytesOf(object)).toString() !== key)
        throw new StorageError('incomplete', 'The store does not return what was written to it.');
      await client.delete(key);
    },
    sweep: async (hasRow, age = undecidedFor) => {
      let removed = 0;
      for await (const { id, writtenAt } of listIds(keys.undecided)) {
        if (Date.now() - writtenAt.getTime() < age) continue;
        if (await hasRow(id)) await client.delete(keys.undecided(id));
        else {
          await client.delete(keys.media(id));
          await client.delete(keys.undecided(id));
          removed += 1;
        }
      }
      for await (const { key, writtenAt } of listAll(client, keys.size('')))
        if (Date.now() - writtenAt.getTime() > sizesKept) await client.delete(key);
      return removed;
    },
  };
}

/** Pictures in the widths that pages use, which all machines share; by the name of each. */
export type SharedSizes = {
  get: (name: string) => Promise<Buffer | null>;
  put: (name: string, bytes: Uint8Array) => Promise<void>;
};

/** Smaller pictures next to the originals. The sweep removes them after a while: they are made again. */
export function sharedSizes(
  place: S3Place,
  timeouts?: S3Timeouts,
  client: S3Client = createS3Client(place, timeouts),
): SharedSizes {
  const keys = keysOf(place);
  return {
    get: async (name) => {
      const object = await client.get(keys.size(name));
      return object === null ? null : bytesOf(object);
    },
    put: (name, bytes) => client.put(keys.size(name), bytes),
  };
}

/** Every object whose key begins so. */
async function* listAll(client: S3Client, prefix: string): AsyncGenerator<S3Entry> {
  for (let token: string | null = null; ; ) {
    const page = await client.list(prefix, token);
    yield* page.entries;
    token = page.nextToken;
    if (token === null) return;
  }
}

async function bytesOf({ chunks }: S3Object): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
