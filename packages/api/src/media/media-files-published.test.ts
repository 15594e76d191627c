import { createReaderCaller, type ReaderCaller } from '@viewpoints/api/reader-caller';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import type { Document } from '@viewpoints/domain/document/document';
import { aPdf } from '@viewpoints/pictures/testing/a-pdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPicture } from '../testing/a-picture.ts';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import { approve, writeArticle } from '../testing/written-article.ts';
import { UploadMedia, uploadMedia } from './upload-media.ts';

let desk: TestDesk;
let editor: Person;
let publisher: Person;
let readers: ReaderCaller;
const log = { debug() {}, info() {}, warn() {}, error() {} };
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
  publisher = await desk.person('publisher', 'editor');
  readers = createReaderCaller({ databaseUrl: desk.db.readerUrl, log });
});
afterAll(async () => {
  await readers.close();
  await desk.close();
});

const upload = async (text = 'The minutes of May') =>
  uploadMedia(editor.context, await aPdf(text), UploadMedia.parse({ fileName: 'minutes.pdf' }));
type File = Awaited<ReturnType<typeof upload>>;

/** An approved article that offers a file, with details as its author entered them. */
function offering({ id, pages, byteSize }: Pick<File, 'id' | 'pages' | 'byteSize'>) {
  const attrs = { mediaId: id, title: 'The minutes', pages: pages ?? 1, byteSize };
  return approvedWith({ type: 'file', attrs });
}

/** An approved article with one more block. */
async function approvedWith(block: Document['content'][number]) {
  const draft = await writeArticle(desk.db.editorial, editor);
  const content = articleContentOf(draft);
  const body = { ...content.body, content: [...content.body.content, block] };
  await editor.call.editor.articles.save({
    ...{ id: draft.id, seen: draft.save, content: { ...content, body } },
  });
  return { id: draft.id, revisionId: await approve(draft.id, editor, publisher) };
}
const publish = (article: Awaited<ReturnType<typeof offering>>) =>
  publisher.call.editor.articles.publish(article);
const markUnread = ({ id }: File) =>
  desk.db.editorial.media.update({ where: { id }, data: { unread: ['scanned'] } });

test('the focal point of a picture goes out with the next version', async () => {
  const given = UploadMedia.parse({ alt: 'A gauge' });
  const { id: mediaId } = await uploadMedia(editor.context, aPicture(), given);
  const attrs = { mediaId, alt: 'A gauge', credit: null, width: 3, height: 2 };
  const { save } = editor.call.editor.media;
  await save({ id: mediaId, alt: 'A gauge', focal: { x: 35, y: 10 } });
  const article = await approvedWith({ type: 'figure', attrs });
  const { slug } = await publish(article);
  await save({ id: mediaId, alt: 'A gauge', focal: null });
  const read = await readers.calls().articles.bySlug({ slug });
  expect(read.pictures).toEqual([
    { mediaId, src: `/media/${mediaId}`, width: 3, height: 2, focal: { x: 35, y: 10 } },
  ]);
});

describe('a PDF', () => {
  test('is stored with its pages and its words, and without being a picture', async () => {
    const file = await upload('So the harbour office said');
    expect(file).toMatchObject({ mediaType: 'application/pdf', pages: 1, unread: [] });
    const [row] = await desk.db.sql<{ text: string }>(
      `select text from media where id = '${file.id}'`,
    );
    expect(row?.text).toBe('So the harbour office said');
    const { list } = editor.call.editor.media;
    const idsOf = async (kind: 'picture' | 'file') =>
      (await list({ kind })).items.map(({ id }) => id);
    expect(await idsOf('file')).toContain(file.id);
    expect(await idsOf('picture')).not.toContain(file.id);
  });

  test('that is none is refused with the reason', async () => {
    const broken = uploadMedia(
      ...([editor.context, Buffer.from('%PDF-1.7 and no more'), UploadMedia.parse({})] as const),
    );
    await expect(broken).rejects.toMatchObject({
      code: 'unsupported_type',
      reasons: [{ code: expect.stringMatching(/^pdf_/) }],
    });
  });

  test('is with readers as long as an article offers it, and goes with a retraction', async () => {
    const file = await upload();
    const article = await publish(await offering(file));
    expect(await readers.findMedia(file.id)).toMatchObject({ mediaType: 'application/pdf' });
    await publisher.call.editor.articles.retract({ id: article.id, why: 'It never happened.' });
    expect(await readers.findMedia(file.id)).toBeNull();
  });

  test('that is another than the article says does not go out', async () => {
    const file = await upload();
    const other = await offering({ ...file, byteSize: file.byteSize + 1 });
    expect(await reasonsIn(publish(other))).toEqual(['file_unknown']);
  });

  test('whose licence has ended does not go out, and is listed', async () => {
    const file = await upload();
    const save = (licenceUntil: string | null) =>
      editor.call.editor.media.save({ id: file.id, alt: '', licence: 'For a year', licenceUntil });
    const article = await offering(file);
    await save('2021-03-03');
    expect(await reasonsIn(publish(article))).toEqual(['licence_expired']);
    const { list } = editor.call.editor.media;
    expect((await list({ expired: true })).items).toMatchObject([
      { id: file.id, licence: 'For a year', licenceUntil: '2021-03-03' },
    ]);
    // It counts to the end of its last day.
    await save('2021-03-04');
    expect((await list({ expired: true })).items).toEqual([]);
    await publish(article);
    // A published version stays, and may be rebuilt, when the licence ends after that.
    await save('2021-03-03');
    expect(await readers.findMedia(file.id)).not.toBeNull();
    const contributor = await desk.person('contributor');
    expect(await contributor.call.editor.media.get({ id: file.id })).toMatchObject({
      ...{ licence: '', licenceUntil: null },
    });
    expect((await contributor.call.editor.media.list({ expired: true })).items).toEqual([]);
  });

  test('says where it is used to those who may see the articles', async () => {
    const file = await upload();
    const draft = await offering(file);
    const contributor = await desk.person('contributor');
    const usesFor = ({ call }: Person) => call.editor.media.uses({ id: file.id });
    expect((await problemIn(usesFor(contributor))).code).toBe('not_found');
    expect(await usesFor(editor)).toMatchObject({
      ...{ articles: [{ id: draft.id, isPublic: false }], others: 0 },
    });
    await publish(await offering(file));
    expect(await usesFor(contributor)).toEqual({ articles: [], others: 2 });
  });

  test('that no program can read goes out once a second person has looked at it', async () => {
    const file = await upload();
    await markUnread(file);
    const article = await offering(file);
    expect(await reasonsIn(publish(article))).toEqual(['file_not_checked']);
    const { check } = editor.call.editor.media;
    expect(await reasonsIn(check({ id: file.id }))).toEqual(['own_work']);
    const checked = await publisher.call.editor.media.check({ id: file.id });
    expect(checked.checkedBy?.id).toBe(publisher.account.id);
    await publish(article);
    expect(await readers.findMedia(file.id)).not.toBeNull();
  });

  test('that was not checked is refused by the database, whoever writes it', async () => {
    const [file, read] = [await upload(), await upload()];
    const article = await publish(await offering(read));
    await markUnread(file);
    await markUnread(read);
    const show = (id: string) =>
      desk.db.sql(
        `insert into published_media (article_id, media_id) values ('${article.id}', '${id}') on conflict do nothing`,
      );
    await expect(show(file.id)).rejects.toThrow('published_media_read');
    // The published file is the same as before.
    await show(read.id);
  });
});
