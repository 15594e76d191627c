import { addActor, addSource, paragraphs } from '@viewpoints/db/testing/builders';
import { digestTables } from '@viewpoints/db/testing/table-digests';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { documentText } from '@viewpoints/domain/document/document-text';
import { quoteFromRange } from '@viewpoints/domain/findings/anchor';
import { daysInTrash } from '@viewpoints/domain/trash/trash';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweep } from '../jobs/sweep.ts';
import { answerQuoteCheck } from '../quote-checks/answer-quote-check.ts';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import {
  findingContent,
  publishNew,
  writeArticle,
  writeWithFinding,
} from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let stranger: Person;
let editor: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  stranger = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

const db = () => desk.db.editorial;
const trash = (person: Person) => person.call.editor.trash;
const listed = async (person: Person) =>
  (await trash(person).list({ limit: 100 })).items.map(({ id }) => id);
const start = new Date('2021-03-04T09:00:00.000Z');
const sweepAfter = async (days: number) => {
  desk.clock.now = new Date(start.getTime() + days * 24 * 60 * 60 * 1000);
  await sweep({ ...publisher.context, mail: publisher.context.instance });
};
/** Answers a quote check as the source of a finding; an editor made the check. */
async function answerAs(findingId: string, said: string): Promise<void> {
  const { link } = await editor.call.editor.findings.quoteChecks.create({ findingId });
  const token = link.split('/').at(-1) ?? '';
  await answerQuoteCheck(
    { editorial: db(), now: () => desk.clock.now },
    { token, answer: { kind: 'objects', said } },
  );
}

/** Tables and columns of the whole database in which words occur, bytes of shared documents included. */
async function placesOf(words: string): Promise<string[]> {
  const columns = await desk.db.sql<{ place: string; table: string; value: string }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS "table", format('%s.%s', c.relname, a.attname) AS place,
      CASE WHEN a.atttypid = 'bytea'::regtype THEN format('encode(%I, ''escape'')', a.attname)
           ELSE format('%I::text', a.attname) END AS value
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
      AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`);
  const found: string[] = [];
  for (const { table, place, value } of columns) {
    const [row] = await desk.db.sql<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM ${table} WHERE ${value} ILIKE $1) AS found`,
      [`%${words}%`],
    );
    if (row?.found) found.push(place);
  }
  return found.sort();
}

describe('an article that readers never had', () => {
  test('leaves the lists, keeps all it has, and comes back as it was', async () => {
    const { article, finding } = await writeWithFinding(db(), author);
    const { id } = article;
    const { articles, findings } = author.call.editor;
    await articles.trash({ id });
    for (const person of [author, editor]) {
      const lists = person.call.editor;
      const q = { limit: 100, counted: true };
      const found = [await lists.articles.list(q), await lists.findings.list(q)];
      expect(JSON.stringify(found)).not.toContain(id);
      expect(await listed(person)).toContain(id);
    }
    expect(await listed(stranger)).toEqual([]);
    const [item] = (await trash(editor).list({})).items;
    expect(item).toMatchObject({
      ...{ id, kind: 'article', name: article.headline },
      trashedBy: { id: author.account.id },
      emptyAt: new Date(start.getTime() + daysInTrash * 24 * 60 * 60 * 1000).toISOString(),
    });
    expect(await reasonsIn(publisher.call.editor.articles.restore({ id }))).toEqual(['in_trash']);
    expect(await reasonsIn(trash(stranger).restore({ id }))).toEqual(['not_your_own']);
    expect(await trash(author).restore({ id })).toEqual({
      ...{ id, kind: 'article', newSlug: null, lostParent: false, lostAssignee: false },
    });
    const { article: back } = await articles.get({ id });
    expect(articleContentOf(back)).toEqual(articleContentOf(article));
    expect(back.state).toBe('draft');
    expect((await findings.get({ id: finding.id })).proposition).toBe(finding.proposition);
    expect(await listed(author)).toEqual([]);
  });

  test('comes back with its history and with what sources answered', async () => {
    const { article, finding } = await writeWithFinding(db(), author);
    const { id } = article;
    const { articles, findings } = editor.call.editor;
    const save = async (headline: string) => {
      const { article: seen } = await articles.get({ id });
      return articles.save({
        id,
        seen: seen.save,
        content: { ...articleContentOf(seen), headline },
      });
    };
    const all = async () => ({
      history: await articles.history.list({ id }),
      answers: await findings.quoteChecks.list({ findingId: finding.id }),
    });
    await answerAs(finding.id, 'Never said so.');
    await save('Heard');
    desk.clock.now = new Date(start.getTime() + 3 * 60 * 60 * 1000);
    await save('Gone');
    desk.clock.now = start;
    const before = await all();
    expect(before.history.items.map(({ revision }) => revision)).toContain(null);
    await articles.trash({ id });
    await trash(editor).restore({ id });
    expect(await all()).toEqual(before);
  });

  test('is moved by who may, and only what nobody else needs', async () => {
    const { article } = await publishNew(db(), author, publisher);
    const trashOf = (id: string, person = editor) => person.call.editor.articles.trash({ id });
    expect(await reasonsIn(trashOf(article.id))).toContain('was_public');
    await publisher.call.editor.articles.archive({ id: article.id });
    expect(await reasonsIn(trashOf(article.id))).toEqual(['was_public']);

    const submitted = await writeArticle(db(), author);
    await author.call.editor.articles.submit({ id: submitted.id });
    expect(await reasonsIn(trashOf(submitted.id))).toEqual(['trash_state']);
    expect(await reasonsIn(trashOf(submitted.id, stranger))).toEqual(['not_your_own']);

    const [one, other] = [
      await writeWithFinding(db(), author),
      await writeWithFinding(db(), author),
    ];
    await editor.call.editor.findings.link({
      ...{ from: one.finding.id, kind: 'supports', to: other.finding.id },
    });
    for (const { article } of [one, other])
      expect(await reasonsIn(trashOf(article.id))).toEqual(['in_use']);
  });

  test('goes there and comes back with others, all of them or none', async () => {
    const ids = [(await writeArticle(db(), author)).id, (await writeArticle(db(), author)).id];
    const { article: shown } = await publishNew(db(), author, publisher);
    const { trashMany } = editor.call.editor.articles;
    const problem = await problemIn(trashMany({ ids: [...ids, shown.id] }));
    expect(problem.reasons).toMatchObject([
      { code: 'article_refused', details: { articleId: shown.id, code: 'was_public' } },
      { code: 'article_refused', details: { articleId: shown.id, code: 'trash_state' } },
    ]);
    expect(await listed(editor)).toEqual([]);
    await trashMany({ ids });
    expect((await listed(editor)).toSorted()).toEqual(ids.toSorted());
    const { restoreMany } = trash(editor);
    expect(await reasonsIn(restoreMany({ ids: [...ids, shown.id] }))).toEqual(['not_found']);
    expect(await reasonsIn(trash(stranger).restoreMany({ ids }))).toEqual(['not_your_own']);
    expect(await listed(editor)).toHaveLength(2);
    await restoreMany({ ids });
    expect(await listed(editor)).toEqual([]);
  });

  test('is deleted for good after thirty days, and no word of it is left anywhere', async () => {
    const words = 'Zqvanish';
    const { articles, findings } = author.call.editor;
    const draft = await writeArticle(db(), author);
    const { id } = draft;
    const content = (now: string) => ({
      ...{ ...articleContentOf(draft), headline: `${words} ${now}`, standfirst: words },
      ...{ body: paragraphs(`${words} was ${now} in the hall.`), note: `${words} note` },
    });
    const save = async (now: string) =>
      articles.save({ id, seen: (await articles.get({ id })).article.save, content: content(now) });
    const { article } = await save('seen');
    const source = await addSource(db(), {});
    await db().articleSource.create({ data: { articleId: id, sourceId: source.id, position: 0 } });
    const proposed = await findings.propose({
      ...{ articleId: id, seen: article.save },
      content: findingContent(article, {
        ...{ exact: `${words} was seen in the hall.`, proposition: `${words} was there` },
        ...{ note: `${words} said so`, holders: [{ ...holder, wording: words }] },
      }),
    });
    await editor.call.editor.findings.verify({ id: proposed.id });
    const { text } = documentText(article.body);
    const quote = quoteFromRange(text, 0, words.length);
    const on = { kind: 'words', quote } as const;
    await editor.call.editor.articles.comments.start({ articleId: id, on, text: `${words}?` });
    await answerAs(proposed.id, `${words}, not so.`);
    await articles.submit({ id, line: `${words}, please` });
    const { revisionId } = await editor.call.editor.articles.keepRevision({ id, name: words });
    await editor.call.editor.articles.approve({ id, revisionId });
    await save('heard');
    // An hour later what it said is in the history too.
    desk.clock.now = new Date(start.getTime() + 3 * 60 * 60 * 1000);
    await save('gone');
    desk.clock.now = start;
    const before = await placesOf(words);
    expect(before).toEqual(
      expect.arrayContaining([
        ...['article.headline', 'article.note', 'article_update.update', 'comment.text'],
        ...['finding.note', 'revision.content', 'review_comment.text', 'history_entry.name'],
        ...['history_entry.content', 'quote_check.said', 'comment_thread.quote'],
      ]),
    );
    await articles.trash({ id });
    expect(await placesOf(words)).toEqual(before);
    expect(await reasonsIn(trash(author).empty({ id }))).not.toEqual([]);
    expect(await reasonsIn(trash(editor).empty({ id }))).not.toEqual([]);

    await sweepAfter(daysInTrash - 1);
    expect(await listed(editor)).toContain(id);
    await sweepAfter(daysInTrash);
    expect(await placesOf(words)).toEqual([]);
    expect(await listed(editor)).not.toContain(id);
    expect(await reasonsIn(trash(editor).restore({ id }))).toEqual(['not_found']);
    const records = await desk.db.sql<{ action: string; by_id: string | null }>(
      `select action, by_id from audit_record where subject_id = $1 and action like '%trash%'`,
      [id],
    );
    expect(records).toEqual([
      { action: 'article.trash', by_id: author.account.id },
      { action: 'trash.empty', by_id: null },
    ]);
    // What was public, and what others refer to, is as it was.
    expect(await db().source.count({ where: { id: source.id } })).toBe(1);
    desk.clock.now = start;
  });

  test('is not deleted by the database if readers had it, or its time has not ended', async () => {
    const { article } = await publishNew(db(), author, publisher);
    const row = {
      ...{ id: article.id, kind: 'article', name: '', content: {}, trashedAt: start },
      ...{ trashedById: editor.account.id, emptyAt: start },
    };
    await db().trashItem.create({ data: row });
    const { id } = await writeArticle(db(), author);
    await editor.call.editor.articles.keepRevision({ id });
    await author.call.editor.articles.trash({ id });
    await db().trashItem.update({ where: { id }, data: { emptyAt: new Date('2999-01-01') } });
    const kept = await digestTables(desk.db);
    for (const each of [article.id, id]) {
      expect(await desk.db.sql('select empty_trashed_article($1) as done', [each])).toEqual([
        { done: false },
      ]);
      await expect(
        desk.db.sql('delete from revision where article_id = $1', [each]),
      ).rejects.toThrow(/revision_immutable/);
    }
    expect(await digestTables(desk.db)).toEqual(kept);
    expect(await reasonsIn(trash(publisher).empty({ id: article.id }))).toEqual(['not_emptied']);
    await db().trashItem.deleteMany({ where: { id: { in: [article.id, id] } } });
  });
});

test('an article comes back with its assignee, its day and its priority', async () => {
  const { id } = await writeArticle(db(), author);
  const { articles } = editor.call.editor;
  const given = { assigneeId: editor.account.id, dueOn: '2021-05-01', priority: 'high' as const };
  await publisher.call.editor.articles.assign({ id, seenAssigneeId: null, ...given });
  const { assignment } = await articles.get({ id });
  expect(assignment).toMatchObject(given);
  await articles.trash({ id });
  desk.clock.now = new Date(start.getTime() + 60_000);
  expect(await trash(publisher).restore({ id })).toMatchObject({ lostAssignee: false });
  expect((await articles.get({ id })).assignment).toEqual(assignment);
  desk.clock.now = start;
});

test('an article whose assignee has left comes back for anybody', async () => {
  const leaving = await desk.person('editor');
  const admin = await desk.person('admin');
  const { id } = await writeArticle(db(), author);
  await editor.call.editor.articles.assign({
    ...{ id, seenAssigneeId: null, assigneeId: leaving.account.id, dueOn: '2021-05-01' },
  });
  await editor.call.editor.articles.trash({ id });
  await admin.call.editor.people.disable({ id: leaving.account.id });
  expect(await trash(editor).restore({ id })).toMatchObject({ lostAssignee: true });
  const { assignment } = await editor.call.editor.articles.get({ id });
  expect(assignment).toMatchObject({ assigneeId: null, dueOn: '2021-05-01' });
});

test('an article that an earlier version moved to the trash comes back with its state alone', async () => {
  const { id } = await writeArticle(db(), author);
  await author.call.editor.articles.trash({ id });
  await db().trashItem.update({ where: { id }, data: { content: { state: 'draft' } } });
  await trash(author).restore({ id });
  const { article, assignment } = await author.call.editor.articles.get({ id });
  expect([article.state, assignment]).toEqual(['draft', null]);
});

test('a hundred items that cannot be deleted do not keep others in the trash', async () => {
  const stuck = await desk.db.sql<{ id: string }>(
    `insert into trash_item (id, kind, name, content, trashed_by_id, trashed_at, empty_at)
     select gen_random_uuid(), 'article', '', '{}', $1, $2, $2 from generate_series(1, 100)
     returning id`,
    [editor.account.id, new Date(start.getTime() - 1000)],
  );
  const { id } = await writeArticle(db(), author);
  await author.call.editor.articles.trash({ id });
  await expect(sweepAfter(daysInTrash)).rejects.toThrow(AggregateError);
  expect(await db().article.count({ where: { id } })).toBe(0);
  await db().trashItem.deleteMany({ where: { id: { in: stuck.map((each) => each.id) } } });
  desk.clock.now = start;
});

test('what cannot be deleted keeps nothing else in the trash', async () => {
  const { article } = await publishNew(db(), author, publisher);
  const row = { kind: 'article', name: '', content: {}, trashedById: editor.account.id };
  const longAgo = new Date(start.getTime() - 1000);
  await db().trashItem.create({
    data: { ...row, id: article.id, trashedAt: longAgo, emptyAt: longAgo },
  });
  const { id } = await writeArticle(db(), author);
  await author.call.editor.articles.trash({ id });
  await expect(sweepAfter(daysInTrash)).rejects.toThrow(AggregateError);
  expect(await listed(editor)).not.toContain(id);
  expect(await db().article.count({ where: { id: article.id } })).toBe(1);
  await db().trashItem.delete({ where: { id: article.id } });
  desk.clock.now = start;
});

test('every reference to an article that keeps it from being deleted is known to the function', async () => {
  const rows = await desk.db.sql<{ reference: string }>(`
    SELECT format('%s.%s', conrelid::regclass, (
      SELECT string_agg(attname, ',') FROM pg_attribute WHERE attrelid = conrelid AND attnum = ANY (conkey)
    )) AS reference
    FROM pg_constraint
    WHERE contype = 'f' AND confdeltype IN ('a', 'r')
      AND confrelid IN ('article'::regclass, 'finding'::regclass, 'revision'::regclass, 'contribution'::regclass)`);
  // Deleted with it, or blocking because it was public: a correction, a retraction, a publication.
  expect(rows.map(({ reference }) => reference).sort()).toEqual(known.toSorted());
});

const known = [
  ...['approval.article_id,author_id', 'article.approved_revision_id', 'article.live_revision_id'],
  ...['article.parent_id', 'article.translation_of_id', 'article_pick.picked_id'],
  ...['clearance.article_id'],
  ...['contribution.base_revision_id', 'correction.article_id', 'correction.finding_id'],
  ...['finding.article_id', 'finding_link.from_id', 'finding_link.to_id', 'published_article.id'],
  ...['published_citation.cited_id', 'published_finding.id', 'published_pick.picked_id'],
  ...['retraction.article_id', 'review_comment.revision_id', 'revision.article_id'],
  ...['supersession.new_id', 'supersession.old_id'],
];

const holder = { actorId: null, basis: 'articles_own' as const };

describe('a source', () => {
  test('comes back with who took part and its descriptions, or under an address that is free', async () => {
    const { sources } = editor.call.editor;
    const participants = [{ id: crypto.randomUUID(), name: 'Zqselk', affiliation: 'Harbour' }];
    const source = await addSource(db(), {
      ...{ title: 'A talk', slug: 'a-talk', participants, note: 'Zqselk said so' },
      terms: { attribution: 'background', disclosure: 'clear' },
    });
    const { id } = source;
    const described = await author.call.editor.sources.describe({
      ...{ what: 'A talk', terms: 'Background' },
    });
    await sources.descriptions.settle({ id: described.id, sourceId: id });
    await sources.remove({ id });
    expect(await reasonsIn(sources.get({ id }))).toEqual(['not_found']);
    // Its protected words are in the trash and nowhere else; lists do not show them.
    expect(await placesOf('Zqselk')).toEqual(['trash_item.content']);
    expect(JSON.stringify(await trash(editor).list({}))).not.toContain('Zqselk');
    expect(await listed(author)).toEqual([]);
    expect(await reasonsIn(trash(author).restore({ id }))).toEqual(['not_your_own']);
    await addSource(db(), { slug: 'a-talk' });
    expect(await trash(editor).restore({ id })).toMatchObject({
      kind: 'source',
      newSlug: 'a-talk-2',
    });
    expect(await sources.get({ id })).toEqual({ ...source, slug: 'a-talk-2' });
    const [resolved] = await desk.db.sql('select source_id from source_description where id = $1', [
      described.id,
    ]);
    expect(resolved).toEqual({ source_id: id });
  });

  test('is deleted for good at once by a publisher, with who took part', async () => {
    const participants = [
      { id: crypto.randomUUID(), name: 'Zqgone', affiliation: 'Zqgone office' },
    ];
    const { id } = await addSource(db(), { participants, title: 'Zqgone talk' });
    await editor.call.editor.sources.remove({ id });
    expect(await reasonsIn(trash(editor).empty({ id }))).not.toEqual([]);
    await trash(publisher).empty({ id });
    expect(await placesOf('Zqgone')).toEqual([]);
  });
});

test('an entry whose parent is gone comes back as part of none, and says so', async () => {
  const { actors } = editor.call.editor;
  const parent = await addActor(db(), { name: 'Council' });
  const child = await addActor(db(), { name: 'Committee', partOfId: parent.id, note: 'Zq note' });
  await actors.remove({ id: child.id });
  await actors.remove({ id: parent.id });
  expect(await trash(editor).restore({ id: child.id })).toEqual({
    ...{ id: child.id, kind: 'actor', newSlug: null, lostParent: true, lostAssignee: false },
  });
  expect(await actors.get({ id: child.id })).toEqual({ ...child, partOfId: null });
  await trash(editor).restore({ id: parent.id });
  expect(await actors.get({ id: parent.id })).toEqual(parent);
});
