import { readdir } from 'node:fs/promises';
import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { aPicture } from '@viewpoints/api/testing/a-picture';
import { addAccount, addArticle, addTopic } from '@viewpoints/db/testing/builders';
import { findForeignData } from '@viewpoints/pictures/foreign-data';
import { uploadCleaner } from '@viewpoints/pictures/picture-cleaner';
import { aPdf } from '@viewpoints/pictures/testing/a-pdf';
import { findMarker } from '@viewpoints/pictures/testing/find-marker';
import { markedFormats, markedPicture } from '@viewpoints/pictures/testing/marked-picture';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callerAt } from './testing/caller-at.ts';
import { origin, problemIn, startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
let cookie = '';
beforeAll(async () => {
  api = await startTestApi();
  const owner = { email: 'ines@journal.example', password: 'long enough' };
  await ensureOwner({ editorial: api.db.editorial }, owner);
  cookie = await api.signIn(owner.email, owner.password);
});
afterAll(() => api.close());

const upload = (bytes: Buffer, as: Record<string, string> = { cookie }, type = 'image/png') =>
  api.send('/media?fileName=The%20Selk%20delta.png&alt=A%20delta', {
    method: 'POST',
    headers: { origin, 'content-type': type, ...as },
    body: new Uint8Array(bytes),
  });

describe('a picture', () => {
  test('is taken in by what its bytes are, with its size', async () => {
    const answer = await upload(aPicture({ width: 5, height: 4 }), { cookie }, 'image/jpeg');
    expect([answer.status, answer.body]).toMatchObject([
      201,
      {
        mediaType: 'image/png',
        width: 5,
        height: 4,
        alt: 'A delta',
        fileName: 'The Selk delta.png',
      },
    ]);
    // The file's own name may contain what nobody should read: nothing is stored under it.
    expect((await readdir(api.instance.media.place)).join()).toBe(answer.body.id);
  });

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'sent as %s leaves behind what its camera wrote beside it, and is turned upright',
    async (format) => {
      const grey = { width: 6, height: 4, channels: 3, background: '#888' } as const;
      const bytes = await sharp({ create: grey })
        .withExif({ IFD0: { Artist: 'Quillfeather', Copyright: 'Quillfeather' } })
        .withMetadata({ orientation: 6 })
        .toFormat(format)
        .toBuffer();
      expect(bytes.includes('Quillfeather')).toBe(true);
      const { status, body } = await upload(bytes, { cookie }, `image/${format}`);
      expect([status, body.mediaType, body.width, body.height]).toEqual([
        201,
        `image/${format}`,
        4,
        6,
      ]);
      const shown = await fetch(`${api.url}/media/${body.id}`, { headers: { cookie } });
      const stored = Buffer.from(await shown.arrayBuffer());
      expect(stored.includes('Quillfeather')).toBe(false);
      expect((await sharp(stored).metadata()).exif).toBeUndefined();
    },
  );

  test.each(markedFormats)(
    'in %s is kept without its colour profile, and looks the same',
    async (format) => {
      const sent = await markedPicture(format, 'Quillfeather');
      expect(findMarker(sent, 'Quillfeather')).not.toEqual([]);
      const { status, body } = await upload(sent, { cookie }, 'application/octet-stream');
      expect([status, body.width, body.height]).toEqual([201, 48, 32]);
      const stored = await fetch(`${api.url}/media/${body.id}`, { headers: { cookie } });
      const bytes = Buffer.from(await stored.arrayBuffer());
      expect(findMarker(bytes, 'Quillfeather')).toEqual([]);
      expect(findForeignData(bytes, body.mediaType)).toEqual([]);
      // As it is shown without a profile: the green of sRGB, not the numbers of Display P3.
      const { dominant } = await sharp(bytes, { ignoreIcc: true }).stats();
      expect([dominant.r < 32, dominant.g > 240, dominant.b < 32]).toEqual([true, true, true]);
    },
  );

  test('is read in another process: where that is killed, the answer says so, and the next is taken', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const picture = {
      width: 2_000,
      height: 2_000,
      channels: 3,
      noise,
      background: '#888',
    } as const;
    const bytes = await sharp({ create: picture }).jpeg({ quality: 60 }).toBuffer();
    const killing = setInterval(() => {
      for (const pid of uploadCleaner.pids()) process.kill(pid, 'SIGKILL');
    }, 20);
    const answer = await upload(bytes).finally(() => clearInterval(killing));
    expect([answer.status, answer.body.code, answer.body.reasons[0]?.code]).toEqual([
      503,
      'unavailable',
      'picture_process_ended',
    ]);
    expect((await upload(aPicture({ shade: 9 }))).status).toBe(201);
  });

  test('is nothing to readers until an article that shows it is out', async () => {
    const { body } = await upload(aPicture({ shade: 7 }));
    const path = `/media/${body.id}`;
    const hidden = await api.send(path);
    const never = await api.send('/media/01900000-0000-7000-8000-00000000dead');
    expect([hidden.status, never.status]).toEqual([404, 404]);
    const { requestId: _, ...rest } = hidden.body;
    expect(never.body).toMatchObject(rest);
    const mine = await api.send(path, { headers: { cookie } });
    expect([mine.status, mine.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);

    const { editorial } = api.db;
    const author = await addAccount(editorial, { roles: ['editor'] });
    const publisher = await addAccount(editorial, { roles: ['publisher'] });
    const figure = {
      type: 'figure' as const,
      attrs: { mediaId: body.id, alt: 'A delta', credit: null, width: 3, height: 2 },
    };
    const article = await addArticle(editorial, {
      by: author.id,
      topicIds: [(await addTopic(editorial)).id],
      body: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The delta.' }] }, figure],
      },
    });
    const { revisionId } = await callerAt(api, author).editor.articles.submit({ id: article.id });
    const approved = await callerAt(api, publisher).editor.articles.approve({
      id: article.id,
      revisionId,
    });
    await callerAt(api, publisher).editor.articles.publish({
      id: article.id,
      revisionId: approved.approvedRevisionId ?? '',
    });

    const shown = await fetch(`${api.url}${path}`);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
    const pixels = (picture: Buffer) => sharp(picture).toColourspace('srgb').raw().toBuffer();
    const got = await pixels(Buffer.from(await shown.arrayBuffer()));
    expect(got).toEqual(await pixels(aPicture({ shade: 7 })));
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    const again = await api.send(path, {
      headers: { 'if-none-match': shown.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect(
      problemIn(await api.mutate('editor.media.remove', { id: body.id }, { cookie })).code,
    ).toBe('in_use');
  });

  test.each([
    [
      'a page called a picture',
      Buffer.from('<html><script>alert(1)</script></html>'),
      415,
      'not_a_picture',
    ],
    [
      'an SVG, which can hold scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      415,
      'not_a_picture',
    ],
    ['a picture cut short', aPicture().subarray(0, 12), 415, 'not_a_picture'],
    ['nothing', Buffer.alloc(0), 415, 'not_a_picture'],
    ['one too wide', aPicture({ width: 20_000, height: 1 }), 413, 'picture_too_wide'],
    [
      'one of too many pixels',
      aPicture({ width: 7_100, height: 7_100 }),
      413,
      'picture_too_many_pixels',
    ],
    [
      'a photograph as iPhones take them',
      Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08mdat', 'latin1'),
      415,
      'heic_not_accepted',
    ],
  ])('%s is refused', async (_what, bytes, status, code) => {
    const before = await readdir(api.instance.media.place);
    const answer = await upload(bytes);
    expect([answer.status, answer.body.reasons[0]?.code]).toEqual([status, code]);
    expect(await readdir(api.instance.media.place)).toEqual(before);
  });

  test.each([
    ['text/plain', 415],
    ['application/zip', 415],
    ['multipart/form-data; boundary=x', 415],
  ])('sent as %s is refused with the types that are accepted', async (type, status) => {
    const made = await api.mutate(
      'editor.tokens.create',
      { name: type, scopes: ['write'] },
      { cookie },
    );
    const authorization = `Bearer ${made.body.result.data.token}`;
    const answer = await upload(aPicture(), { authorization }, type);
    expect([answer.status, answer.body.reasons[0]?.code]).toEqual([status, 'not_a_picture']);
    expect(answer.body.reasons[0]?.message).toContain('JPEG, PNG, WebP, AVIF and GIF');
  });

  test('past the limit of bytes is refused before it is read', async () => {
    const answer = await upload(Buffer.alloc(21 * 1024 * 1024));
    expect([answer.status, answer.body.code]).toEqual([413, 'too_large']);
  });

  test('is not accepted without an account, nor from one that may not', async () => {
    expect(
      (await upload(aPicture(), { authorization: 'Bearer nonsense-nonsense-nonsense' })).status,
    ).toBe(401);
    expect((await upload(aPicture(), {})).status).toBe(401);
  });

  test('with a path for an id finds nothing', async () => {
    expect((await api.send('/media/..%2f..%2fsecret', { headers: { cookie } })).status).toBe(404);
  });
});

test('a PDF is taken in, and given back as something to download that runs nothing', async () => {
  const sent = Buffer.from(await aPdf('Minutes of May'));
  const answer = await upload(sent, { cookie }, 'application/octet-stream');
  expect([answer.status, answer.body]).toMatchObject([
    201,
    { mediaType: 'application/pdf', pages: 1 },
  ]);
  const read = await api.send(`/media/${answer.body.id}`, { headers: { cookie } });
  expect(Object.fromEntries(read.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
    'cache-control': 'private, no-cache',
  });
  // A contributor gets no file that neither readers nor an article of their own have.
  const { account, article } = api.db.editorial;
  const owner = await account.findUniqueOrThrow({ where: { email: 'ines@journal.example' } });
  const where = { id: owner.id };
  await account.update({ where, data: { roles: ['contributor'] } });
  const readAgain = async () =>
    (await api.send(`/media/${answer.body.id}`, { headers: { cookie } })).status;
  expect(await readAgain()).toBe(404);
  const { id } = await addArticle(api.db.editorial, { by: owner.id });
  const body = { type: 'doc', content: [{ type: 'file', attrs: { mediaId: answer.body.id } }] };
  await article.update({ where: { id }, data: { body } });
  expect(await readAgain()).toBe(200);
  await account.update({ where, data: { roles: owner.roles } });
  // No published article shows it yet: it is not public.
  expect((await api.send(`/media/${answer.body.id}`)).status).toBe(404);
});
