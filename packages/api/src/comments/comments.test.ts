import { inTransaction } from '@viewpoints/db/client';
import { findCopy } from '@viewpoints/db/editorial/article-copies';
import { deleteFormerWords } from '@viewpoints/db/editorial/history';
import { paragraphs } from '@viewpoints/db/testing/builders';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import {
  MAX_COMMENTS,
  MAX_COMMENTS_OF_ARTICLE,
  MAX_THREADS,
} from '@viewpoints/domain/comments/comment';
import { documentText } from '@viewpoints/domain/document/document-text';
import { quoteFromRange } from '@viewpoints/domain/findings/anchor';
import { commentedWords } from '@viewpoints/working-copy/comment-marks';
import { sharedFrom, stateOf } from '@viewpoints/working-copy/shared-document';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { approve, prose, writeArticle, writeWithFinding } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
let stranger: Person;
let admin: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  [author, editor, publisher, stranger, admin] = await Promise.all([
    desk.person('contributor'),
    desk.person('editor'),
    desk.person('publisher'),
    desk.person('contributor'),
    desk.person('admin'),
  ]);
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.clock.now = new Date('2021-03-04T09:00:00.000Z');
});

const db = () => desk.db.editorial;
const comments = (person: Person) => person.call.editor.articles.comments;
const onField = { kind: 'field', field: 'headline' } as const;
const onWords = (article: Pick<Article, 'body'>, exact: string) => {
  const { text } = documentText(article.body);
  const start = text.indexOf(exact);
  return { kind: 'words', quote: quoteFromRange(text, start, start + exact.length) } as const;
};
const articleOf = async (id: string) => (await editor.call.editor.articles.get({ id })).article;
const threadsOf = async (articleId: string, person = editor) =>
  (await comments(person).list({ articleId })).threads;
const say = async (id: string, ...text: string[]) => {
  const article = await articleOf(id);
  const content = { ...articleContentOf(article), body: paragraphs(...text) };
  return editor.call.editor.articles.save({ id, seen: article.save, content });
};
/** How often a person was mentioned. */
const mentionsOf = async (person: Person) =>
  (await person.call.editor.notifications.list({})).items.filter(({ kind }) => kind === 'mentioned')
    .length;

describe('a thread of comments', () => {
  test('is on words, a finding or a field, and has what was said in order', async () => {
    const { article, finding } = await writeWithFinding(db(), author);
    const articleId = article.id;
    const words = onWords(article, 'The talks go on.');
    const first = await comments(editor).start({ articleId, on: words, text: 'Which talks?' });
    desk.clock.now = new Date('2021-03-04T10:00:00.000Z');
    await comments(author).reply({ threadId: first.threadId, text: 'Those in the north.' });
    const on = { kind: 'finding', findingId: finding.id } as const;
    await comments(author).start({ articleId, on, text: 'Is that all?' });
    await comments(author).start({ articleId, on: { ...onField, field: 'byline' }, text: 'Both?' });
    const threads = await threadsOf(articleId);
    expect(threads).toHaveLength(3);
    expect(threads[0]).toMatchObject({
      on: { kind: 'words', quote: 'The talks go on.', words: 'The talks go on.' },
      resolved: null,
      comments: [
        { text: 'Which talks?', by: { name: editor.account.name }, editedAt: null },
        { text: 'Those in the north.', by: { name: author.account.name } },
      ],
    });
    expect(threads.map((each) => each.on)).toContainEqual(on);
    expect(threads.map((each) => each.on)).toContainEqual({ kind: 'field', field: 'byline' });
  });

  test('is on a finding of this article alone', async () => {
    const { finding } = await writeWithFinding(db(), author);
    const { id: articleId } = await writeArticle(db(), author);
    const on = { kind: 'finding', findingId: finding.id } as const;
    const problem = await problemIn(comments(author).start({ articleId, on, text: 'Of another' }));
    expect(problem.code).toBe('not_found');
  });

  test('is resolved and reopened, and takes no reply while it is resolved', async () => {
    const { id: articleId } = await writeArticle(db(), author);
    const { threadId } = await comments(editor).start({ articleId, on: onField, text: 'Shorter?' });
    await comments(author).resolve({ threadId });
    const at = desk.clock.now.toISOString();
    const by = { id: author.account.id, name: author.account.name };
    expect((await threadsOf(articleId))[0]?.resolved).toEqual({ at, by });
    const problem = await problemIn(comments(editor).reply({ threadId, text: 'Yet' }));
    expect(problem.reasons.map(({ code }) => code)).toEqual(['thread_resolved']);
    await comments(editor).reopen({ threadId });
    await comments(editor).reply({ threadId, text: 'Yet' });
    expect((await threadsOf(articleId))[0]).toMatchObject({ resolved: null });
  });

  test('is resolved by the first of two', async () => {
    const { id: articleId } = await writeArticle(db(), author);
    const { threadId } = await comments(editor).start({ articleId, on: onField, text: 'Shorter?' });
    await comments(author).resolve({ threadId });
    await comments(editor).resolve({ threadId });
    expect((await threadsOf(articleId))[0]?.resolved?.by.id).toBe(author.account.id);
  });

  test('and article are bounded', async () => {
    const { id: articleId } = await writeArticle(db(), author);
    const { threadId } = await comments(editor).start({ articleId, on: onField, text: 'One' });
    await desk.db.sql(
      `insert into comment (id, thread_id, by_id, at, text)
       select gen_random_uuid(), $1, $2, now(), 'More' from generate_series(2, $3::int)`,
      [threadId, editor.account.id, MAX_COMMENTS],
    );
    const full = await problemIn(comments(editor).reply({ threadId, text: 'One too many' }));
    expect(full.reasons.map(({ code }) => code)).toEqual(['too_many_comments']);
    await desk.db.sql(
      `insert into comment_thread (id, article_id, target, field, at)
       select gen_random_uuid(), $1, 'field', 'headline', now() from generate_series(2, $2::int)`,
      [articleId, MAX_THREADS],
    );
    const problem = await problemIn(
      comments(editor).start({ articleId, on: onField, text: 'One too many' }),
    );
    expect(problem.reasons.map(({ code }) => code)).toEqual(['too_many_threads']);
  });

  test('and all others of its article are bounded together', async () => {
    const { id: articleId } = await writeArticle(db(), author);
    const { threadId } = await comments(editor).start({ articleId, on: onField, text: 'One' });
    const other = await comments(editor).start({ articleId, on: onField, text: 'Two' });
    await desk.db.sql(
      `insert into comment (id, thread_id, by_id, at, text)
       select gen_random_uuid(), $1, $2, now(), 'More' from generate_series(3, $3::int)`,
      [other.threadId, editor.account.id, MAX_COMMENTS_OF_ARTICLE],
    );
    for (const act of [
      () => comments(editor).start({ articleId, on: onField, text: 'One too many' }),
      () => comments(editor).reply({ threadId, text: 'One too many' }),
    ]) {
      const problem = await problemIn(act());
      expect(problem.reasons.map(({ code }) => code)).toEqual(['too_many_comments']);
    }
  });

  test('goes with its article', async () => {
    const { id: articleId } = await editor.call.editor.articles.create({ headline: 'Begun' });
    const { threadId } = await comments(editor).start({ articleId, on: onField, text: 'Why?' });
    await db().article.delete({ where: { id: articleId } });
    expect(await db().commentThread.count({ where: { id: threadId } })).toBe(0);
    expect(await db().comment.count({ where: { threadId } })).toBe(0);
  });
});

describe('a comment', () => {
  test('is removed by a publisher too, which the record says', async () => {
    const { id: articleId } = await writeArticle(db(), author);
    const { id, threadId } = await comments(author).start({
      articleId,
      on: onField,
      text: 'Hers.',
    });
    await comments(editor).reply({ threadId, text: 'Whose?' });
    expect((await problemIn(comments(editor).remove({ id }))).reasons[0]?.code).toBe(
      'not_your_own',
    );
    await comments(publisher).remove({ id });
    const [thread] = await threadsOf(articleId);
    expect(new Set(thread?.comments.map(({ text }) => text))).toEqual(new Set([null, 'Whose?']));
    const record = await db().auditRecord.findFirstOrThrow({
      where: { subjectId: articleId, action: 'comment.remove' },
    });
    expect(record).toMatchObject({
      ...{ byId: publisher.account.id, details: { threadId, code: 'of_another' } },
    });
  });

  test('is edited by who wrote it alone, and removed', async () => {
    const { id: articleId } = await writeArticle(db(), author);
    const { id, threadId } = await comments(editor).start({ articleId, on: onField, text: 'Why?' });
    desk.clock.now = new Date('2021-03-04T09:01:00.000Z');
    const reply = await comments(author).reply({ threadId, text: 'Because.' });
    for (const act of [
      () => comments(author).edit({ id, text: 'Never' }),
      () => comments(publisher).edit({ id, text: 'Never' }),
    ]) {
      const problem = await problemIn(act());
      expect(problem.reasons.map(({ code }) => code)).toEqual(['not_your_own']);
    }
    await comments(editor).edit({ id, text: 'Why so?' });
    const at = desk.clock.now.toISOString();
    expect((await threadsOf(articleId))[0]?.comments[0]).toMatchObject({
      ...{ text: 'Why so?', editedAt: at },
    });
    await comments(editor).remove({ id });
    const [thread] = await threadsOf(articleId);
    expect(thread?.comments.map(({ text }) => text)).toEqual([null, 'Because.']);
    const problem = await problemIn(comments(editor).edit({ id, text: 'Back again' }));
    expect(problem.code).toBe('not_found');
    await comments(author).remove({ id: reply.id });
    expect(await threadsOf(articleId)).toEqual([]);
  });

  test('takes its mark out of the text with the last of its thread', async () => {
    const article = await writeArticle(db(), author);
    const articleId = article.id;
    const on = onWords(article, 'The council met.');
    const { id } = await comments(editor).start({ articleId, on, text: 'When?' });
    expect(await markedIn(articleId)).toEqual(['The council met.']);
    await comments(editor).remove({ id });
    expect(await markedIn(articleId)).toEqual([]);
  });
});

const markedIn = async (articleId: string): Promise<string[]> => {
  const copy = await findCopy(db(), articleId);
  if (copy === null) return [];
  const updates = copy.updates.map(({ update }) => update);
  return [...commentedWords(sharedFrom(copy.state, updates)).values()];
};

describe('comments on words', () => {
  const begin = async (exact: string) => {
    const article = await writeArticle(db(), author);
    const on = onWords(article, exact);
    const started = await comments(editor).start({ articleId: article.id, on, text: 'Really?' });
    return { article, ...started };
  };
  const wordsOf = async (articleId: string) => {
    const [thread] = await threadsOf(articleId);
    return thread?.on.kind === 'words' ? thread.on : null;
  };

  test('follow them through saves, restoring and moving', async () => {
    const { article } = await begin('not sign before');
    const { id } = article;
    const [first = '', second = '', third = ''] = prose;
    await say(id, 'A new beginning.', third, `${second} So it says.`, first);
    expect((await wordsOf(id))?.words).toBe('not sign before');
    desk.clock.now = new Date('2021-03-04T12:00:00.000Z');
    await say(id, `${second} So it says, and said.`);
    const { items } = await editor.call.editor.articles.history.list({ id });
    const from = items.at(-1)?.id ?? '';
    await editor.call.editor.articles.history.restore({ id, from, part: { kind: 'whole' } });
    expect((await wordsOf(id))?.words).toBe('not sign before');
  });

  test('are listed in the order of the text, before those on fields', async () => {
    const article = await writeArticle(db(), author);
    const articleId = article.id;
    await comments(editor).start({ articleId, on: onField, text: 'Headline' });
    for (const exact of ['The talks go on.', 'The council met.', 'not sign']) {
      desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
      await comments(editor).start({ articleId, on: onWords(article, exact), text: exact });
    }
    const order = (await threadsOf(articleId)).map((each) => each.comments[0]?.text);
    expect(order).toEqual(['The council met.', 'not sign', 'The talks go on.', 'Headline']);
  });

  test('say when they are gone, and what they were', async () => {
    const { article } = await begin('The talks go on.');
    await say(article.id, 'The council met.', 'Nobody came.');
    expect(await wordsOf(article.id)).toEqual({
      ...{ kind: 'words', quote: 'The talks go on.', words: null },
    });
  });

  test('are found where they have moved to meanwhile, and refused where they are gone', async () => {
    const article = await writeArticle(db(), author);
    const articleId = article.id;
    const on = onWords(article, 'The talks go on.');
    await say(articleId, 'A new beginning.', ...prose);
    await comments(editor).start({ articleId, on, text: 'Where?' });
    expect((await wordsOf(articleId))?.words).toBe('The talks go on.');
    await say(articleId, 'A new beginning.');
    const problem = await problemIn(comments(editor).start({ articleId, on, text: 'Where?' }));
    expect(problem.reasons.map(({ code }) => code)).toEqual(['words_gone']);
  });

  test('void no approval, and make no save, no change and no revision', async () => {
    const article = await writeArticle(db(), author);
    const { id } = article;
    await approve(id, author, editor);
    const before = await articleOf(id);
    const of = { where: { articleId: id } };
    const count = async () => ({
      ...{ revisions: await db().revision.count(of), changes: await db().articleChange.count(of) },
      history: await db().historyEntry.count(of),
    });
    const counts = await count();
    const on = onWords(article, 'not sign');
    const started = await comments(author).start({ articleId: id, on, text: 'Sure?' });
    await comments(author).remove({ id: started.id });
    await comments(author).start({ articleId: id, on, text: 'Sure?' });
    expect(await articleOf(id)).toEqual(before);
    expect(before.state).toBe('approved');
    expect(await count()).toEqual(counts);
  });

  test('void no verification, though they are in a quote', async () => {
    const { article, finding } = await writeWithFinding(db(), author);
    await editor.call.editor.findings.verify({ id: finding.id });
    const on = onWords(article, 'sign before');
    await comments(author).start({ articleId: article.id, on, text: 'Sure?' });
    await say(article.id, ...prose, 'And more.');
    const { findings } = await editor.call.editor.articles.get({ id: article.id });
    expect(findings[0]?.state).toBe('verified');
  });

  test('are in nothing that is published', async () => {
    const article = await writeArticle(db(), author);
    const articleId = article.id;
    const on = onWords(article, 'not sign');
    const text = 'Zqcanary is the second source';
    const { threadId } = await comments(author).start({ articleId, on, text });
    const revisionId = await approve(articleId, author, editor);
    await publisher.call.editor.articles.publish({ id: articleId, revisionId });
    expect((await wordsOf(articleId))?.words).toBe('not sign');
    for (const table of await tablesBut('comment', 'comment_thread', 'audit_record', 'article_%'))
      for (const canary of ['Zqcanary', threadId])
        expect({ table, found: await countIn(table, canary) }).toEqual({ table, found: 0 });
    const revisions = await db().revision.findMany({ where: { articleId } });
    expect(JSON.stringify(revisions)).not.toContain('comment');
  });

  test('are forgotten though a page put the id of a comment on a field on some of them', async () => {
    const { article } = await begin('The talks go on.');
    const { id: articleId } = article;
    await comments(editor).start({ articleId, on: onField, text: 'Shorter?' });
    const field = (await threadsOf(articleId)).find(({ on }) => on.kind === 'field');
    const forged = new Map([[field?.id ?? '', 'The council met.']]);
    await inTransaction(db(), (tx) => deleteFormerWords(tx, articleId, forged));
    const after = await threadsOf(articleId);
    expect(after.find(({ id }) => id === field?.id)).toEqual(field);
    expect(after.flatMap(({ on }) => (on.kind === 'words' ? on.quote : []))).toEqual([null]);
  });

  test('keep no deleted words once an article is archived', async () => {
    const { article } = await begin('The talks go on.');
    const { id: articleId } = article;
    const on = onWords(article, 'The council met.');
    await comments(editor).start({ articleId, on, text: 'When?' });
    await say(articleId, 'The council met.');
    await publisher.call.editor.articles.archive({ id: articleId });
    const quotes = (await threadsOf(articleId, publisher)).map((each) =>
      each.on.kind === 'words' ? each.on.quote : '',
    );
    expect(quotes.toSorted()).toEqual(['The council met.', null]);
  });

  test('stay when what was changed is put into the stored state', async () => {
    const { article } = await begin('not sign before');
    const copy = await findCopy(db(), article.id);
    if (copy === null) throw new Error('there is no shared document');
    const shared = sharedFrom(
      copy.state,
      copy.updates.map(({ update }) => update),
    );
    expect([...commentedWords(sharedFrom(stateOf(shared), [])).values()]).toEqual([
      'not sign before',
    ]);
  });
});

describe('who sees comments', () => {
  test('is who sees the article: an admin and other contributors do not', async () => {
    const { id: articleId } = await writeArticle(db(), author);
    const { threadId, id } = await comments(author).start({ articleId, on: onField, text: 'Mine' });
    expect(await threadsOf(articleId, author)).toHaveLength(1);
    expect(await threadsOf(articleId, publisher)).toHaveLength(1);
    for (const person of [stranger, admin])
      for (const act of [
        () => comments(person).list({ articleId }),
        () => comments(person).start({ articleId, on: onField, text: 'No' }),
        () => comments(person).reply({ threadId, text: 'No' }),
        () => comments(person).resolve({ threadId }),
        () => comments(person).reopen({ threadId }),
        () => comments(person).edit({ id, text: 'No' }),
        () => comments(person).remove({ id }),
      ])
        expect((await problemIn(act())).code).toBe('not_permitted');
  });

  test('is no longer who wrote one and cannot see the article any more', async () => {
    const { id: articleId } = await writeArticle(db(), author);
    const former = await desk.person('editor');
    const { id } = await comments(former).start({ articleId, on: onField, text: 'Mine' });
    await db().account.update({
      where: { id: former.account.id },
      data: { roles: ['contributor'] },
    });
    for (const act of [
      () => comments(former).edit({ id, text: 'Still mine' }),
      () => comments(former).remove({ id }),
    ])
      expect((await problemIn(act())).code).toBe('not_permitted');
    expect((await threadsOf(articleId))[0]?.comments[0]?.text).toBe('Mine');
  });

  test('can be mentioned and is notified, once; who does not cannot', async () => {
    const { id: articleId } = await writeArticle(db(), author);
    const { people } = await comments(author).list({ articleId });
    const ids = people.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([editor.account.id, publisher.account.id]));
    for (const { account } of [author, stranger, admin]) expect(ids).not.toContain(account.id);
    const mentions = [editor.account.id];
    const text = '@Editor, look';
    const { id, threadId } = await comments(author).start({
      ...{ articleId, on: onField, text, mentions },
    });
    expect(await mentionsOf(editor)).toBe(1);
    expect((await threadsOf(articleId))[0]?.comments[0]?.mentions).toEqual([
      { id: editor.account.id, name: editor.account.name },
    ]);
    await comments(author).edit({ id, text: `${text} again`, mentions });
    expect(await mentionsOf(editor)).toBe(1);
    const both = [...mentions, publisher.account.id];
    await comments(author).reply({ threadId, text, mentions: both });
    expect(await mentionsOf(editor)).toBe(2);
    expect(await mentionsOf(publisher)).toBe(1);
    for (const { account } of [stranger, admin]) {
      const problem = await problemIn(
        comments(editor).reply({ threadId, text, mentions: [account.id] }),
      );
      expect(problem.reasons.map(({ code }) => code)).toEqual(['cannot_see_article']);
    }
  });

  test('is in the audit record without its words', async () => {
    const { id: articleId } = await writeArticle(db(), author);
    const text = 'Zqaudit was the second source';
    const { threadId } = await comments(author).start({ articleId, on: onField, text });
    await comments(author).reply({ threadId, text });
    const [row] = await desk.db.sql<{ found: number }>(
      `select count(*)::int as found from audit_record a where a::text like '%Zqaudit%'`,
    );
    expect(row?.found).toBe(0);
  });
});

async function tablesBut(...left: string[]): Promise<string[]> {
  const rows = await desk.db.sql<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and not table_name like any ($1)`,
    [left],
  );
  return rows.map(({ name }) => name);
}

async function countIn(table: string, canary: string): Promise<number> {
  const [row] = await desk.db.sql<{ found: number }>(
    `select count(*)::int as found from "${table}" t where t::text like $1`,
    [`%${canary}%`],
  );
  return row?.found ?? -1;
}
