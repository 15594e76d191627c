import { addTopic } from '@viewpoints/db/testing/builders';
import { digestTables } from '@viewpoints/db/testing/table-digests';
import { articleContentOf, MAX_TOPICS } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import { approve, publishNew, writeArticle } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
let topicId: string;
let name: string;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
  ({ id: topicId, name } = await addTopic(desk.db.editorial));
});
afterAll(() => desk.close());

const db = () => desk.db.editorial;
const get = (id: string) => editor.call.editor.articles.get({ id });
const topicsOf = async (id: string) => (await get(id)).article.topicIds;
const articles = (person: Person) => person.call.editor.articles;

describe('a topic of several articles', () => {
  test('is added to each that lacks it, with an audit record, and the change is undone', async () => {
    const [one, other] = [await writeArticle(db(), author), await writeArticle(db(), author)];
    await articles(author).changeTopics({ articles: [{ id: one.id }], topicId, how: 'add' });
    const { save } = (await get(one.id)).article;

    const ids = [{ id: one.id }, { id: other.id }];
    const { changed } = await articles(editor).changeTopics({ articles: ids, topicId, how: 'add' });
    const now = [...other.topicIds, topicId];
    expect(changed).toEqual([{ id: other.id, before: other.topicIds, after: now }]);
    expect((await get(one.id)).article.save).toBe(save);
    expect(await topicsOf(other.id)).toEqual(now);
    const records = await desk.db.sql(
      `select by_id, details->>'fields' as fields from audit_record
       where subject_id = $1 and action = 'article.edit' and by_id = $2`,
      [other.id, editor.account.id],
    );
    expect(records).toEqual([{ by_id: editor.account.id, fields: 'topicIds' }]);

    const undone = changed.map(({ id, before, after }) => ({
      id,
      undo: { from: after, to: before },
    }));
    await articles(editor).changeTopics({ articles: undone, topicId, how: 'remove' });
    expect(await topicsOf(other.id)).toEqual(other.topicIds);
    // A second Undo finds other topics.
    expect(
      await reasonsIn(articles(editor).changeTopics({ articles: undone, topicId, how: 'remove' })),
    ).toEqual(['article_refused']);
  });

  test('that was removed comes back to its old position by Undo', async () => {
    const { id, topicIds } = await writeArticle(db(), author);
    const [first = ''] = topicIds;
    await articles(editor).changeTopics({ articles: [{ id }], topicId, how: 'add' });
    const removed = { articles: [{ id }], topicId: first, how: 'remove' as const };
    const { changed } = await articles(editor).changeTopics(removed);
    expect(await topicsOf(id)).toEqual([topicId]);
    const undone = changed.map(({ before, after }) => ({ id, undo: { from: after, to: before } }));
    await articles(editor).changeTopics({ articles: undone, topicId: first, how: 'add' });
    expect(await topicsOf(id)).toEqual([first, topicId]);
  });

  test('of a published article changes in the working copy; readers keep what they have', async () => {
    const { article } = await publishNew(db(), author, publisher);
    const { id, slug } = article;
    const change = { articles: [{ id }], topicId, how: 'add' as const };
    const [preview] = await articles(editor).previewTopics(change);
    expect(preview?.after).toContain(name);
    expect(preview?.readers).not.toContain(name);
    expect(preview).toMatchObject({ voids: false, reasons: [] });
    await articles(editor).changeTopics(change);
    const shown = await desk.nobody.articles.bySlug({ slug });
    expect(JSON.stringify(shown)).not.toContain(topicId);
    const now = (await get(id)).article;
    expect(now).toMatchObject({ state: 'draft', topicIds: [...article.topicIds, topicId] });
    const [later] = await articles(editor).previewTopics({ ...change, how: 'remove' });
    expect(later?.before).toContain(name);
    expect(later?.readers).not.toContain(name);
  });

  test('ends an approval, and the preview says so', async () => {
    const { id } = await writeArticle(db(), author);
    await approve(id, author, editor);
    const { article } = await get(id);
    expect(article.state).toBe('approved');
    const change = { articles: [{ id }], topicId, how: 'add' as const };
    expect(await articles(editor).previewTopics(change)).toMatchObject([{ voids: true }]);
    expect((await get(id)).article.state).toBe('approved');
    await articles(editor).changeTopics(change);
    expect((await get(id)).article.state).toBe('draft');
    expect(await articles(editor).previewTopics(change)).toMatchObject([{ voids: false }]);
  });
});

describe('where one of several is refused', () => {
  test('none is changed, and each refused one is named with the reason', async () => {
    const [free, full] = [await writeArticle(db(), author), await writeArticle(db(), author)];
    const others = await Promise.all(
      Array.from({ length: MAX_TOPICS - full.topicIds.length }, () => addTopic(db())),
    );
    const topicIds = [...full.topicIds, ...others.map(({ id }) => id)];
    await articles(author).save({
      ...{ id: full.id, seen: full.save, content: { ...articleContentOf(full), topicIds } },
    });
    const change = { articles: [{ id: free.id }, { id: full.id }], topicId, how: 'add' as const };
    const before = await digestTables(desk.db);
    const problem = await problemIn(articles(editor).changeTopics(change));
    expect(problem.reasons).toMatchObject([
      { code: 'article_refused', details: { articleId: full.id, code: 'too_many_topics' } },
    ]);
    expect(problem.reasons[0]?.message).toContain(full.headline);
    expect(await articles(editor).previewTopics(change)).toMatchObject([
      { id: free.id, reasons: [] },
      { id: full.id, after: [], reasons: [{ code: 'too_many_topics' }] },
    ]);
    expect(await digestTables(desk.db)).toEqual(before);
  });

  test('nobody learns a headline or topics that are not theirs to see', async () => {
    const stranger = await desk.person('contributor');
    const { id, headline } = await writeArticle(db(), author);
    const change = { articles: [{ id }], topicId, how: 'add' as const };
    const problem = await problemIn(articles(stranger).changeTopics(change));
    expect(problem.reasons).toMatchObject([{ details: { code: 'not_your_own' } }]);
    const [preview] = await articles(stranger).previewTopics(change);
    expect(preview).toMatchObject({ before: [], after: [], readers: null });
    const assigned = await problemIn(
      articles(stranger).assignMany({ articles: [{ id, seenAssigneeId: null }], dueOn: null }),
    );
    expect(JSON.stringify([problem, preview, assigned])).not.toContain(headline);
  });

  test('a deleted topic is refused', async () => {
    const { id } = await writeArticle(db(), author);
    const gone = { articles: [{ id }], topicId: crypto.randomUUID(), how: 'add' as const };
    const problem = await problemIn(articles(editor).changeTopics(gone));
    expect(problem.reasons).toMatchObject([{ details: { code: 'topic_gone' } }]);
  });
});
