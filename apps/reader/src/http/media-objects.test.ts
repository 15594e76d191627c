import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReaderCaller, type ReaderCaller } from '@viewpoints/api/reader-caller';
import { newId } from '@viewpoints/db/editorial/new-id';
import { addAccount, addArticle } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { s3Store, sharedSizes } from '@viewpoints/pictures/store/s3-store';
import { type S3Server, startS3Server } from '@viewpoints/pictures/testing/s3-server';
import { publish } from '@viewpoints/published/testing/publish';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VariantStore } from '../pictures/variant-store.ts';
import { readMediaAddress, sendMedia } from './media.ts';

/** Two machines that serve one journal, whose pictures are objects of a store. */
let db: TestDatabase;
let caller: ReaderCaller;
let s3: S3Server;
let by = '';
let directory = '';
const servers: Server[] = [];
const urls: string[] = [];
const log = { debug() {}, info() {}, warn() {}, error() {} };
const timeouts = { answer: 300, send: 300, idle: 300, pause: 2 };

beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
  caller = createReaderCaller({ databaseUrl: db.readerUrl, log });
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-media-'));
  s3 = await startS3Server();
  for (const machine of ['one', 'two']) urls.push(await startMachine(machine));
});
afterAll(async () => {
  for (const server of servers) server.close();
  await s3.close();
  await caller.close();
  await db.drop();
  await rm(directory, { recursive: true });
});
beforeEach(() => {
  s3.fault = 'none';
  s3.calls.length = 0;
});

async function startMachine(name: string): Promise<string> {
  const store = s3Store(s3.place, timeouts);
  const variants = new VariantStore({
    ...{ directory: join(directory, name), maxBytes: 10_000_000 },
    shared: sharedSizes(s3.place, timeouts),
  });
  const server = createServer(async (request, response) => {
    const address = readMediaAddress(request.url ?? '');
    const from = { caller, store, variants, onFailure: () => undefined };
    try {
      const isSent = address !== null && (await sendMedia(request, response, address, from));
      if (!isSent) response.writeHead(404).end();
    } catch {
      response.writeHead(503).end();
    }
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function shown(bytes: Buffer, visibleFrom = new Date()): Promise<string> {
  const id = newId();
  await s3Store(s3.place, timeouts).write(id, bytes);
  await db.editorial.media.create({
    data: {
      ...{ id, path: id, mediaType: 'image/png', byteSize: bytes.length, width: 900, height: 600 },
      ...{ sha256: createHash('sha256').update(bytes).digest('hex'), fileName: 'a', alt: 'a weir' },
      ...{ uploadedById: by, createdAt: new Date() },
    },
  });
  const attrs = { mediaId: id, alt: 'a weir', credit: null, width: 900, height: 600 };
  const { id: articleId } = await addArticle(db.editorial, {
    by,
    body: { type: 'doc', content: [{ type: 'figure', attrs }] },
  });
  await publish(db.editorial, articleId, { at: new Date(), visibleFrom });
  s3.calls.length = 0;
  return id;
}

let count = 0;
const draw = () => {
  count += 1;
  const background = { r: count, g: 100, b: 90 };
  return sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .png()
    .toBuffer();
};

describe('pictures that are objects of a store', () => {
  it('are sent whole by each machine, and not again to who has them', async () => {
    const png = await draw();
    const id = await shown(png);
    for (const url of urls) {
      const answer = await fetch(`${url}/media/${id}`);
      expect(answer.headers.get('content-length')).toBe(String(png.length));
      expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
      const headers = { 'if-none-match': answer.headers.get('etag') ?? '' };
      expect((await fetch(`${url}/media/${id}`, { headers })).status).toBe(304);
    }
  });

  it('are made smaller by one machine, for all of them', async () => {
    const id = await shown(await draw());
    const first = await fetch(`${urls[0]}/media/${id}/400.webp`);
    expect((await sharp(Buffer.from(await first.arrayBuffer())).metadata()).width).toBe(400);
    await expect.poll(() => s3.calls.filter((call) => call.startsWith('PUT')).length).toBe(1);
    s3.calls.length = 0;
    const second = await fetch(`${urls[1]}/media/${id}/400.webp`);
    expect(second.headers.get('content-type')).toBe('image/webp');
    expect(s3.calls).toEqual([expect.stringMatching(/^GET .*\/sizes\/.*-400\.webp$/)]);
  });

  it('are not asked of the store where readers may not see them, in no size', async () => {
    const id = await shown(await draw(), new Date(Date.now() + 1e7));
    for (const path of [`/media/${id}`, `/media/${id}/400.webp`])
      expect((await fetch(`${urls[0]}${path}`)).status).toBe(404);
    expect(s3.calls).toEqual([]);
  });

  it('that were withdrawn are gone, in sizes that were made before as well', async () => {
    const id = await shown(await draw());
    for (const path of ['', '/400.webp'])
      expect((await fetch(`${urls[0]}/media/${id}${path}`)).status).toBe(200);
    await db.sql('delete from published_media where media_id = $1', [id]);
    for (const path of ['', '/400.webp'])
      expect((await fetch(`${urls[0]}/media/${id}${path}`)).status).toBe(404);
  });

  it.each(['away', 'forbidden'] as const)(
    'are unavailable, and not gone, while the store is %s',
    async (fault) => {
      const id = await shown(await draw());
      s3.fault = fault;
      for (const path of ['', '/640.jpg']) {
        const answer = await fetch(`${urls[0]}/media/${id}${path}`);
        expect([answer.status, answer.headers.get('etag')]).toEqual([503, null]);
      }
      s3.fault = 'none';
      await expect.poll(async () => (await fetch(`${urls[0]}/media/${id}`)).status).toBe(200);
    },
  );

  it.each(['truncating', 'stalling'] as const)(
    'are never sent in part as if they were whole, where the store is %s',
    async (fault) => {
      const id = await shown(await draw());
      s3.fault = fault;
      const answer = await fetch(`${urls[0]}/media/${id}`).catch(() => null);
      if (answer !== null) await expect(answer.arrayBuffer()).rejects.toThrow();
    },
  );
});
