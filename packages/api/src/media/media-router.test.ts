import { readdir } from 'node:fs/promises';
import { newId } from '@viewpoints/db/editorial/new-id';
import { addArticle } from '@viewpoints/db/testing/builders';
import type { Document } from '@viewpoints/domain/document/document';
import { aPdf } from '@viewpoints/pictures/testing/a-pdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPicture } from '../testing/a-picture.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { openTestDesk, type Person, reasonsIn, type TestDesk } from '../testing/test-desk.ts';
import { UploadMedia, uploadMedia } from './upload-media.ts';

let desk: TestDesk;
let editor: Person;
let contributor: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
  contributor = await desk.person('contributor');
});
afterAll(() => desk.close());

const media = ({ call }: Person) => call.editor.media;
/** Uploads a picture a minute after the one before. */
async function upload(described: { fileName?: string; alt?: string; credit?: string } = {}) {
  desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
  return uploadMedia(editor.context, aPicture(), UploadMedia.parse(described));
}
const storedFiles = () => readdir(editor.context.instance.media.place);
const figure = (mediaId: string): Document => ({
  type: 'doc',
  content: [
    {
      type: 'figure',
      attrs: { mediaId, alt: 'A gauge', credit: null, width: 3, height: 2 },
      content: [],
    },
  ],
});

describe('the list of pictures', () => {
  test('is searched by description and credit, the newest first', async () => {
    const older = await upload({ alt: 'The pier at noon' });
    const newer = await upload({ alt: 'A gauge', credit: 'Pier office' });
    const found = await media(editor).list({ q: 'PIER' });
    expect(found.items.map(({ id }) => id)).toEqual([newer.id, older.id]);
    const first = await media(editor).list({ q: 'pier', limit: 1 });
    const second = await media(editor).list({ q: 'pier', limit: 1, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([newer.id, older.id]);
    expect(second.nextCursor).toBeNull();
  });

  test('is narrowed by who uploaded it and when, read from the oldest, and counted', async () => {
    const [older, newer] = [await upload({ alt: 'A weir' }), await upload({ alt: 'Weirs' })];
    const at = (id: string, day: string) =>
      desk.db.editorial.media.update({ where: { id }, data: { createdAt: new Date(day) } });
    await at(older.id, '2020-06-01T23:59:59.999Z');
    await at(newer.id, '2020-06-02T00:00:00.000Z');
    const found = async (input: object) =>
      (await media(editor).list({ q: 'weir', ...input })).items.map(({ id }) => id);
    expect(await found({ order: 'oldest' })).toEqual([older.id, newer.id]);
    expect(await found({ from: '2020-06-02' })).toEqual([newer.id]);
    expect(await found({ to: '2020-06-01' })).toEqual([older.id]);
    expect(await found({ uploader: contributor.account.id })).toEqual([]);
    expect(await found({ uploader: older.uploadedBy.id })).toHaveLength(2);
    expect(await media(editor).list({ q: 'weir', limit: 1, counted: true })).toMatchObject({
      count: 2,
    });
  });

  test('returns names of files only to those who edit pictures, in a search too', async () => {
    const { id } = await upload({ fileName: 'selk-in-the-harbour.png' });
    const seenBy = async (person: Person) => [
      (await media(person).get({ id })).fileName,
      ...(await media(person).list({ q: 'selk' })).items.map(({ fileName }) => fileName),
      (await media(person).list({ limit: 1 })).items[0]?.fileName,
    ];
    const name = 'selk-in-the-harbour.png';
    expect(await seenBy(editor)).toEqual([name, name, name]);
    expect(await seenBy(contributor)).toEqual(['', '']);
  });
});

describe('a file of the library', () => {
  const offering = (mediaId: string): Document => ({
    type: 'doc',
    content: [{ type: 'file', attrs: { mediaId, title: 'The minutes', pages: 1, byteSize: 1 } }],
  });
  async function uploadFile() {
    const { context } = editor;
    const bytes = Buffer.from(await aPdf('Minutes of May'));
    return (await uploadMedia(context, bytes, UploadMedia.parse({ alt: 'Minutes' }))).id;
  }
  const listed = async (person: Person) =>
    (await media(person).list({ kind: 'file', limit: 100 })).items.map(({ id }) => id);

  test('is hidden from a contributor until readers or an article of theirs have it', async () => {
    const [unused, inOwn] = [await uploadFile(), await uploadFile()];
    const colleague = await desk.person('contributor');
    await addArticle(desk.db.editorial, { by: contributor.account.id, body: offering(inOwn) });
    await addArticle(desk.db.editorial, { by: colleague.account.id, body: offering(unused) });
    expect(await listed(editor)).toEqual(expect.arrayContaining([unused, inOwn]));
    expect(await listed(contributor)).toEqual([inOwn]);
    expect(await media(contributor).get({ id: inOwn })).toMatchObject({ pages: 1 });
    for (const read of ['get', 'uses'] as const)
      expect(await refusalOf(desk, () => media(contributor)[read]({ id: unused }))).toEqual([
        ...['not_found', ['not_found', null]],
      ]);
    // Pictures are open to every desk.
    const { id } = await upload({ alt: 'A gauge' });
    expect(await media(contributor).get({ id })).toMatchObject({ alt: 'A gauge' });
  });
});

describe('a picture', () => {
  test('can be described again, and an empty credit is stored as none', async () => {
    const { id } = await upload({ alt: 'A gauge', credit: 'The office' });
    await media(editor).save({ id, alt: 'The gauge at Halden', credit: '  ' });
    expect(await media(editor).get({ id })).toMatchObject({
      ...{ alt: 'The gauge at Halden', credit: null },
      uploadedBy: { id: editor.account.id },
    });
  });

  test('keeps a focal point until it is taken back, and none that is between two steps', async () => {
    const { id } = await upload({ alt: 'A gauge' });
    const save = (given: object) => media(editor).save({ id, alt: 'A gauge', ...given });
    expect(await save({ focal: { x: 35, y: 100 } })).toMatchObject({ focal: { x: 35, y: 100 } });
    expect(await save({ credit: 'The office' })).toMatchObject({ focal: { x: 35, y: 100 } });
    expect(await reasonsIn(save({ focal: { x: 36, y: 100 } }))).toEqual(['not_multiple_of']);
    expect(await save({ focal: null })).toMatchObject({ focal: null });
  });

  test('that does not exist is not found', async () => {
    const id = newId();
    for (const call of [
      () => media(editor).get({ id }),
      () => media(editor).save({ id, alt: 'A gauge' }),
      () => media(editor).remove({ id }),
    ])
      expect(await refusalOf(desk, call)).toEqual(['not_found', ['not_found', null]]);
  });

  test('that an article shows, or showed in a revision, stays with its file', async () => {
    const [shown, kept] = [await upload(), await upload()];
    const by = editor.account.id;
    await addArticle(desk.db.editorial, { by, body: figure(shown.id) });
    const { articles } = editor.call.editor;
    const article = await addArticle(desk.db.editorial, { by, body: figure(kept.id) });
    await articles.keepRevision({ id: article.id });
    await desk.db.editorial.article.update({
      where: { id: article.id },
      data: { body: { type: 'doc', content: [] } },
    });
    for (const { id } of [shown, kept]) {
      const remove = () => media(editor).remove({ id });
      expect(await refusalOf(desk, remove)).toEqual(['in_use', ['in_use', null]]);
      expect(await storedFiles()).toContain(id);
    }
  });

  test('that nothing shows goes to the trash, once, and its file when that is emptied', async () => {
    const { id } = await upload({ alt: 'A pier', fileName: 'pier.png' });
    const before = await media(editor).get({ id });
    const { trash } = editor.call.editor;
    expect(await media(editor).remove({ id })).toEqual({ id });
    expect(await storedFiles()).toContain(id);
    expect((await trash.list({})).items).toMatchObject([{ id, kind: 'media', name: 'pier.png' }]);
    await trash.restore({ id });
    expect(await media(editor).get({ id })).toEqual(before);
    await media(editor).remove({ id });
    const publisher = await desk.person('publisher');
    await publisher.call.editor.trash.empty({ id });
    expect((await storedFiles()).filter((name) => name.startsWith(id))).toEqual([]);
    const again = () => media(editor).remove({ id });
    expect(await refusalOf(desk, again)).toEqual(['not_found', ['not_found', null]]);
  });

  test('that cannot be read leaves no file behind', async () => {
    const before = await storedFiles();
    const text = Buffer.from('not a picture at all');
    await expect(uploadMedia(editor.context, text, UploadMedia.parse({}))).rejects.toMatchObject({
      code: 'unsupported_type',
    });
    expect(await storedFiles()).toEqual(before);
  });

  test('is refused unread for an account that may not upload', async () => {
    const { context } = await desk.person('admin');
    const before = await storedFiles();
    for (const bytes of [aPicture(), Buffer.from('not a picture at all')])
      await expect(uploadMedia(context, bytes, UploadMedia.parse({}))).rejects.toMatchObject({
        code: 'not_permitted',
      });
    expect(await storedFiles()).toEqual(before);
  });
});
