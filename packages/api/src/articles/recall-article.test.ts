import { articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, reasonsIn, type TestDesk } from '../testing/test-desk.ts';
import { approve, publishNew, writeArticle } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

const submitted = async () => {
  const article = await writeArticle(desk.db.editorial, author);
  const { revisionId } = await author.call.editor.articles.submit({ id: article.id });
  return { ...article, revisionId };
};
const awaitingReview = async () =>
  (await editor.call.editor.desk()).awaitingMe.articles.map(({ id }) => id);

describe('taking a submission back', () => {
  test('makes it a draft that awaits no review, and can be submitted again', async () => {
    const { id, revisionId } = await submitted();
    expect(await awaitingReview()).toContain(id);
    const recalled = await author.call.editor.articles.recall({ id });
    expect(recalled.state).toBe('draft');
    expect(await awaitingReview()).not.toContain(id);
    expect(await reasonsIn(editor.call.editor.articles.approve({ id, revisionId }))).toEqual([
      'article_state',
    ]);
    await author.call.editor.articles.submit({ id });
    expect(await awaitingReview()).toContain(id);
  });

  test('is recorded with the revision that had been submitted', async () => {
    const { id, revisionId } = await submitted();
    await author.call.editor.articles.recall({ id });
    const records = await desk.db.sql(
      `select by_id, details from audit_record where action = 'article.recall' and subject_id = $1`,
      [id],
    );
    expect(records).toEqual([{ by_id: author.account.id, details: { revisionId } }]);
  });

  test('is possible although a reviewer has edited it since', async () => {
    const { id, revisionId, ...article } = await submitted();
    const content = { ...articleContentOf(article), standfirst: 'Edited in review.' };
    await editor.call.editor.articles.save({ id, seen: article.save, content });
    const recalled = await author.call.editor.articles.recall({ id });
    expect(recalled).toMatchObject({ state: 'draft', standfirst: 'Edited in review.' });
  });

  test('of a next version leaves readers the version they have', async () => {
    const { article } = await publishNew(desk.db.editorial, author, publisher);
    const content = { ...articleContentOf(article), headline: 'After the rains' };
    await author.call.editor.articles.save({ id: article.id, seen: article.save, content });
    await author.call.editor.articles.submit({ id: article.id });
    const recalled = await author.call.editor.articles.recall({ id: article.id });
    expect(recalled.liveRevisionId).toBe(article.liveRevisionId);
    expect(await desk.nobody.articles.bySlug({ slug: article.slug })).toMatchObject({
      headline: 'Before the rains',
      version: 1,
    });
  });

  test('is for its author and for editors, not for another contributor', async () => {
    const { id } = await submitted();
    const other = await desk.person('contributor');
    expect(await reasonsIn(other.call.editor.articles.recall({ id }))).toEqual(['not_your_own']);
    expect((await editor.call.editor.articles.recall({ id })).state).toBe('draft');
  });

  test('comes too late after an approval, and too early before', async () => {
    const { id } = await writeArticle(desk.db.editorial, author);
    expect(await reasonsIn(author.call.editor.articles.recall({ id }))).toEqual(['article_state']);
    await approve(id, author, editor);
    expect(await reasonsIn(author.call.editor.articles.recall({ id }))).toEqual(['article_state']);
  });

  test('the screen of an article says who may', async () => {
    const { id } = await submitted();
    const may = async (person: Person) =>
      (await person.call.editor.articles.get({ id })).permissions['article.recall'];
    expect(await may(author)).toEqual({ ok: true });
    await author.call.editor.articles.recall({ id });
    expect(await may(author)).toMatchObject({ ok: false, reasons: [{ code: 'article_state' }] });
  });
});
