import { addArticle, addFinding } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import type { ArticleQueue, FindingQueue } from '@viewpoints/domain/desk/queues';
import { findingContentOf } from '@viewpoints/domain/findings/finding';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { approve, writeArticle, writeWithFinding } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let other: Person;
let publisher: Person;
let admin: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  // Queues look at the clock of the database.
  desk.clock.now = new Date();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  other = await desk.person('editor');
  publisher = await desk.person('publisher');
  admin = await desk.person('admin');
});
afterAll(() => desk.close());

const db = () => desk.db.editorial;
const write = () => writeArticle(db(), author);
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function articlesIn(person: Person, queue: ArticleQueue): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof person.call.editor.queues.articles>> =
      await person.call.editor.queues.articles({ queue, cursor, limit: 2 });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  const counts = await person.call.editor.queues.counts({});
  expect(counts[queue]).toBe(ids.length);
  return ids;
}

async function groupsIn(person: Person, queue: FindingQueue) {
  const { items } = await person.call.editor.queues.findings({ queue, limit: 100 });
  const counts = await person.call.editor.queues.counts({});
  expect(counts[queue]).toBe(items.reduce((sum, { count }) => sum + count, 0));
  return items;
}

describe('queues of articles', () => {
  test('what is mine is what I was given, urgent before due before old', async () => {
    const [late, urgent, plain, dated] = [
      await write(),
      await write(),
      await write(),
      await write(),
    ];
    const to = { assigneeId: other.account.id };
    await author.call.editor.articles.submit({ id: plain.id, ...to });
    await author.call.editor.articles.submit({ id: late.id, ...to, priority: 'low' });
    await author.call.editor.articles.submit({ id: dated.id, ...to, dueOn: inDays(30) });
    await author.call.editor.articles.submit({ id: urgent.id, ...to, priority: 'high' });
    const order = [urgent.id, dated.id, plain.id, late.id];
    expect(await articlesIn(other, 'mine')).toEqual(order);
    expect(await articlesIn(editor, 'mine')).toEqual([]);
  });

  test('an article assigned to another is theirs to review, and still mine to approve', async () => {
    const { id } = await write();
    await author.call.editor.articles.submit({ id, assigneeId: other.account.id });
    expect(await articlesIn(other, 'review')).toContain(id);
    expect(await articlesIn(editor, 'review')).not.toContain(id);
    expect(await articlesIn(editor, 'approve')).toContain(id);
    expect(await articlesIn(author, 'approve')).not.toContain(id);
  });

  test('a contributor approves what others wrote in their article, and reviews nothing', async () => {
    const article = await write();
    const { id } = article;
    await author.call.editor.articles.submit({ id });
    const content = { ...articleContentOf(article), section: 'Delta' };
    await editor.call.editor.articles.save({ id, seen: article.save, content });
    expect(await articlesIn(author, 'approve')).toContain(id);
    const stranger = await desk.person('contributor');
    expect(await articlesIn(stranger, 'approve')).toEqual([]);
  });

  test('what is due within a week or was, the next first; of others not for contributors', async () => {
    const [past, soon, far] = [await write(), await write(), await write()];
    for (const [{ id }, days] of [
      [past, -3],
      [soon, 5],
      [far, 12],
    ] as const)
      await author.call.editor.articles.assign({
        ...{ id, seenAssigneeId: null, dueOn: inDays(days) },
      });
    expect(await articlesIn(publisher, 'due')).toEqual([past.id, soon.id]);
    expect(await articlesIn(author, 'due')).toEqual([past.id, soon.id]);
    const stranger = await desk.person('contributor');
    expect(await articlesIn(stranger, 'due')).toEqual([]);
    expect(await articlesIn(admin, 'due')).toEqual([]);
  });

  test('what nothing has happened to for two weeks is stuck, until something does', async () => {
    const by = author.account.id;
    const { id } = await addArticle(db(), { by, headline: 'Forgotten' });
    const fresh = await addArticle(db(), { by, headline: 'Not forgotten' });
    await db().article.updateMany({
      where: { id: { in: [id, fresh.id] } },
      data: { savedAt: new Date(Date.now() - 15 * 86_400_000) },
    });
    await addFinding(db(), fresh, { by });
    await db().finding.updateMany({
      where: { articleId: fresh.id },
      data: { updatedAt: new Date() },
    });
    expect(await articlesIn(editor, 'stuck')).toEqual([id]);
    const later = await editor.call.editor.queues.counts({ stuckAfter: 16 });
    expect(later.stuck).toBe(0);
    await author.call.editor.articles.assign({ id, seenAssigneeId: null });
    expect(await articlesIn(editor, 'stuck')).toEqual([]);
  });
});

describe('queues of findings', () => {
  test('what I can verify, by article, with how many and the first of them', async () => {
    const { article, finding } = await writeWithFinding(db(), author);
    await author.call.editor.findings.propose({
      ...{ articleId: article.id, seen: article.save, content: findingContentOf(finding) },
    });
    const group = (await groupsIn(editor, 'verify')).find(({ id }) => id === article.id);
    expect(group).toMatchObject({ headline: article.headline, count: 2, firstId: finding.id });
    expect(await groupsIn(author, 'verify')).toEqual([]);
    const desks = await author.call.editor.desk();
    expect(desks.awaitingOthers.findings.find(({ id }) => id === article.id)?.count).toBe(2);
    await editor.call.editor.findings.verify({ id: finding.id });
    const after = (await groupsIn(editor, 'verify')).find(({ id }) => id === article.id);
    expect(after?.count).toBe(1);
    expect(after?.firstId).not.toBe(finding.id);
  });

  test('what I wrote a value of is not mine to verify', async () => {
    const { article, finding } = await writeWithFinding(db(), author);
    const content = {
      ...findingContentOf(finding),
      proposition: 'Ostrava will not sign this year',
    };
    await editor.call.editor.findings.save({ id: finding.id, seen: finding.updatedAt, content });
    const has = async (person: Person) =>
      (await groupsIn(person, 'verify')).some(({ id }) => id === article.id);
    expect(await has(editor)).toBe(false);
    expect(await has(other)).toBe(true);
  });

  test('what is past its day, of one’s own for contributors', async () => {
    const { article } = await writeWithFinding(db(), author, { reviewBy: inDays(-2) });
    const foreign = await writeWithFinding(db(), editor, { reviewBy: inDays(-2) });
    await writeWithFinding(db(), editor, { reviewBy: inDays(3) });
    const ids = async (person: Person) =>
      (await groupsIn(person, 'review_by')).map(({ id }) => id).toSorted();
    expect(await ids(editor)).toEqual([article.id, foreign.article.id].toSorted());
    expect(await ids(author)).toEqual([article.id]);
  });

  test('the desk counts beyond what it lists', async () => {
    const before = (await editor.call.editor.desk()).awaitingMe.counts.findings;
    const article = await write();
    const { finding } = await writeWithFinding(db(), author);
    for (let number = 0; number < 55; number += 1)
      await addFinding(db(), article, { by: author.account.id, proposition: `Position ${number}` });
    await db().finding.updateMany({
      where: { articleId: article.id },
      data: { state: 'proposed', verifiedAt: null, verifiedById: null },
    });
    expect(finding.state).toBe('proposed');
    expect((await editor.call.editor.desk()).awaitingMe.counts.findings).toBe(before + 56);
  });
});

describe('assigning several at once', () => {
  test('sets what is named and leaves the rest', async () => {
    const [first, second] = [await write(), await write()];
    await author.call.editor.articles.submit({ id: first.id, priority: 'high' });
    await author.call.editor.articles.submit({ id: second.id });
    const articles = [first, second].map(({ id }) => ({ id, seenAssigneeId: null }));
    const dueOn = inDays(3);
    const to = { assigneeId: publisher.account.id };
    await editor.call.editor.articles.assignMany({ articles, dueOn, ...to });
    const { assignment } = await editor.call.editor.articles.get({ id: first.id });
    expect(assignment).toMatchObject({ ...to, dueOn, priority: 'high' });
    const seen = articles.map(({ id }) => ({ id, seenAssigneeId: to.assigneeId }));
    await editor.call.editor.articles.assignMany({ articles: seen, dueOn: null });
    const after = await editor.call.editor.articles.get({ id: second.id });
    expect(after.assignment).toMatchObject({ ...to, dueOn: null, priority: 'normal' });
  });

  test('is refused as a whole, naming each that is in the way', async () => {
    const [fine, taken, published] = [await write(), await write(), await write()];
    await author.call.editor.articles.submit({ id: taken.id, assigneeId: other.account.id });
    const revisionId = await approve(published.id, author, publisher);
    await publisher.call.editor.articles.publish({ id: published.id, revisionId });
    const articles = [fine, taken, published].map(({ id }) => ({ id, seenAssigneeId: null }));
    const { reasons } = await problemIn(
      editor.call.editor.articles.assignMany({ articles, dueOn: inDays(1) }),
    );
    expect(reasons.map(({ details }) => [details.articleId, details.code])).toEqual([
      [taken.id, 'assignment_changed'],
      [published.id, 'nothing_awaited'],
    ]);
    const { assignment } = await editor.call.editor.articles.get({ id: fine.id });
    expect(assignment).toBeNull();
  });
});
