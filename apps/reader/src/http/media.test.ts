import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanMedia } from '@viewpoints/api/jobs/clean-media';
import { createReaderCaller, type ReaderCaller } from '@viewpoints/api/reader-caller';
import { newId } from '@viewpoints/db/editorial/new-id';
import { addAccount, addArticle } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { fileStore } from '@viewpoints/pictures/store/file-store';
import { findMarker } from '@viewpoints/pictures/testing/find-marker';
import { markedFormats, markedPicture } from '@viewpoints/pictures/testing/marked-picture';
import { publish } from '@viewpoints/published/testing/publish';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pictureFormats, pictureWidths } from '../pictures/picture-addresses.ts';
import { VariantStore } from '../pictures/variant-store.ts';
import { readMediaAddress, sendMedia } from './media.ts';

let db: TestDatabase;
let caller: ReaderCaller;
let by: string;
let directory: string;
let server: Server;
let url: string;
const log = { debug() {}, info() {}, warn() {}, error() {} };

beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
  caller = createReaderCaller({ databaseUrl: db.readerUrl, log });
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-media-'));
  const variants = new VariantStore({ directory: `${directory}-sizes`, maxBytes: 10_000_000 });
  server = createServer(async (request, response) => {
    const address = readMediaAddress(request.url ?? '');
    const from = { caller, store: fileStore(directory), variants, onFailure: () => undefined };
    const isSent = address !== null && (await sendMedia(request, response, address, from));
    if (!isSent) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await caller.close();
  await db.drop();
  for (const folder of [directory, `${directory}-sizes`])
    await rm(folder, { recursive: true, force: true });
});

/** A picture in storage, shown by an article that readers see from `visibleFrom` on. */
async function shown(bytes: Buffer, type = 'image/png', visibleFrom = new Date()): Promise<string> {
  const id = newId();
  await writeFile(join(directory, id), bytes);
  await db.editorial.media.create({
    data: {
      ...{ id, path: id, mediaType: type, byteSize: bytes.length, width: 900, height: 600 },
      ...{ sha256: createHash('sha256').update(bytes).digest('hex'), fileName: 'a', alt: 'a weir' },
      ...{ uploadedById: by, createdAt: new Date() },
    },
  });
  const attrs = { mediaId: id, alt: 'a weir', credit: null, width: 900, height: 600 };
  const article = await addArticle(db.editorial, {
    by,
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'The weir.' }] },
        { type: 'figure', attrs },
      ],
    },
  });
  await publish(db.editorial, article.id, { at: new Date(), visibleFrom });
  return id;
}

/** A PDF in storage, offered by an article that readers see. */
async function offered(bytes: Buffer): Promise<string> {
  const id = newId();
  await writeFile(join(directory, id), bytes);
  const facts = { pages: 2, byteSize: bytes.length };
  await db.editorial.media.create({
    data: {
      ...{
        id,
        path: id,
        mediaType: 'application/pdf',
        ...facts,
        width: 300,
        height: 200,
        text: '',
      },
      ...{ sha256: createHash('sha256').update(bytes).digest('hex'), fileName: 'a', alt: '' },
      ...{ uploadedById: by, createdAt: new Date() },
    },
  });
  const { id: articleId } = await addArticle(db.editorial, { by });
  await publish(db.editorial, articleId, { at: new Date() });
  await db.editorial.publishedMedia.create({ data: { articleId, mediaId: id } });
  return id;
}

describe('files at their addresses', () => {
  it('are downloaded as what they are, and run nothing', async () => {
    const id = await offered(Buffer.from('%PDF-1.7'));
    const answer = await fetch(`${url}/media/${id}.pdf`);
    expect(await answer.text()).toBe('%PDF-1.7');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-cache',
    });
    for (const path of [id, `${id}/400.jpg`])
      expect((await fetch(`${url}/media/${path}`)).status).toBe(404);
    const picture = await shown(await draw().png().toBuffer());
    expect((await fetch(`${url}/media/${picture}.pdf`)).status).toBe(404);
  });
});

const draw = () => sharp({ create: { width: 900, height: 600, channels: 3, background: '#3a6' } });

describe('pictures at their addresses', () => {
  it('are sent whole, and in each width and format, once to who has them', async () => {
    const png = await draw().png().toBuffer();
    const id = await shown(png);
    const whole = await fetch(`${url}/media/${id}`);
    expect(Buffer.from(await whole.arrayBuffer()).equals(png)).toBe(true);
    for (const [format, type] of [
      ['avif', 'image/avif'],
      ['webp', 'image/webp'],
      ['jpg', 'image/jpeg'],
    ]) {
      const answer = await fetch(`${url}/media/${id}/400.${format}`);
      expect(answer.headers.get('content-type')).toBe(type);
      expect((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).width).toBe(400);
      const etag = answer.headers.get('etag') ?? '';
      const again = await fetch(`${url}/media/${id}/400.${format}`, {
        headers: { 'if-none-match': etag },
      });
      expect(again.status).toBe(304);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    }
  });

  it('are of no other width or format', async () => {
    const id = newId();
    for (const rest of ['401.webp', '0400.webp', '400.png', '400', '400.webp/', '4000.jpg', '../x'])
      expect(readMediaAddress(`/media/${id}/${rest}`)).toBeNull();
  });

  it('are not there, in any width, unless a visible article shows them', async () => {
    const id = await shown(
      await draw().jpeg().toBuffer(),
      'image/jpeg',
      new Date(Date.now() + 1e7),
    );
    for (const path of [`/media/${id}`, `/media/${id}/400.webp`, `/media/${newId()}/400.webp`])
      expect((await fetch(url + path)).status).toBe(404);
  });

  it('are sent as they are where they move, or cannot be read', async () => {
    const gif = await draw().gif().toBuffer();
    const broken = Buffer.from('no picture at all');
    for (const bytes of [gif, broken]) {
      const id = await shown(bytes, bytes === gif ? 'image/gif' : 'image/png');
      const answer = await fetch(`${url}/media/${id}/400.webp`);
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    }
  });

  it.each(markedFormats)(
    'in %s say nothing that was written beside them, in no size, once cleaned',
    async (format) => {
      const type = `image/${format.replace('moving ', '')}`;
      const id = await shown(await markedPicture(format, 'Quillfeather'), type);
      const { editorial } = db;
      const mail = { smtpUrl: null, mailFrom: 'a@b.example', outboxDirectory: directory };
      const instance = { readerUrl: 'https://journal.example', media: fileStore(directory) };
      const sizes = pictureWidths.flatMap((width) =>
        Object.keys(pictureFormats).map((ending) => `/${width}.${ending}`),
      );
      const headersOf = async (path: string) => {
        const answer = await fetch(`${url}/media/${id}${path}`);
        return findMarker(Buffer.from(await answer.arrayBuffer()), 'Quillfeather');
      };
      expect(await headersOf('')).not.toEqual([]);
      await cleanMedia({ editorial, mail, instance, now: () => new Date() });
      for (const path of ['', ...sizes]) expect(await headersOf(path), path).toEqual([]);
    },
  );
});
