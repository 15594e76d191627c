import { paragraphs } from '@viewpoints/db/testing/builders';
import { digestTables } from '@viewpoints/db/testing/table-digests';
import {
  type Article,
  type ArticleContent,
  articleContentOf,
} from '@viewpoints/domain/articles/article';
import { readShared } from '@viewpoints/working-copy/shared-content';
import { sharedFrom } from '@viewpoints/working-copy/shared-document';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sweep } from '../jobs/sweep.ts';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { prose, publishNew, writeArticle } from '../testing/written-article.ts';
import { maxUpdates, updatesLeft } from './compact-copy.ts';
import { sharedContentOf } from './open-copy.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor', 'publisher');
});
afterAll(() => desk.close());
beforeEach(() => later(1));

const db = () => desk.db.editorial;
const later = (minutes: number) => {
  desk.clock.now = new Date(desk.clock.now.getTime() + minutes * 60_000);
};
const read = async (id: string) => (await editor.call.editor.articles.get({ id })).article;
const save = async (id: string, change: Partial<ArticleContent>) => {
  const article = await read(id);
  const content = { ...articleContentOf(article), ...change };
  return editor.call.editor.articles.save({ id, seen: article.save, content });
};

/** The stored state of an article's shared document. */
async function storedOf(articleId: string) {
  const copy = await db().articleCopy.findUniqueOrThrow({
    where: { articleId },
    include: { updates: { orderBy: { id: 'asc' } } },
  });
  const updates = copy.updates.map(({ update }) => update);
  const bytes = Buffer.concat([copy.state, ...updates]);
  const shared = sharedFrom(copy.state, updates);
  return {
    saves: [copy.save, ...copy.updates.map((update) => update.save)],
    content: readShared(shared).data,
    has: (words: string) => bytes.includes(words),
  };
}

describe('the stored shared document of an article', () => {
  test('is made when it is first written in, from what its columns say', async () => {
    const draft = await author.call.editor.articles.create({ headline: 'Before the rains' });
    expect(await db().articleCopy.count({ where: { articleId: draft.id } })).toBe(0);
    await save(draft.id, { standfirst: 'Ostrava waits.' });
    const stored = await storedOf(draft.id);
    expect(stored.saves).toEqual([1, 2]);
    expect(stored.content).toEqual(sharedContentOf(await read(draft.id)));
  });

  test('is made once where two people are the first at the same moment', async () => {
    const draft = await editor.call.editor.articles.create({ headline: 'Before the rains' });
    const first = (change: Partial<ArticleContent>) =>
      editor.call.editor.articles.save({
        ...{ id: draft.id, seen: draft.save },
        content: { ...articleContentOf(draft), ...change },
      });
    await Promise.all([first({ body: paragraphs(...prose) }), first({ standfirst: 'It rains.' })]);
    const { saves, content } = await storedOf(draft.id);
    expect(saves).toEqual([1, 2, 3]);
    expect(content).toEqual(sharedContentOf(await read(draft.id)));
    expect(content).toMatchObject({ body: paragraphs(...prose), standfirst: 'It rains.' });
  });

  test('says what the columns say after every save, and never the note', async () => {
    const { id } = await writeArticle(db(), author);
    await save(id, { note: 'Ask Mira Vos.', body: paragraphs(...prose, 'It rained.') });
    await save(id, { headline: 'After the rains', topicIds: [] });
    await save(id, { note: 'Ask Mira Vos again.' });
    const stored = await storedOf(id);
    expect(stored.content).toEqual(sharedContentOf(await read(id)));
    expect(stored.saves).toEqual([1, 2, 3, 4, 5]);
    expect(stored.has('Mira')).toBe(false);
  });

  test('keeps nothing of a save that was refused', async () => {
    const { id } = await writeArticle(db(), author);
    const article = await read(id);
    const taken = await writeArticle(db(), author);
    const before = await digestTables(desk.db);
    const refused = editor.call.editor.articles.save({
      ...{ id, seen: article.save },
      content: { ...articleContentOf(article), slug: taken.slug },
    });
    expect(await problemIn(refused)).toMatchObject({ code: 'already_exists' });
    expect(await digestTables(desk.db)).toEqual(before);
  });

  test('follows columns that a version without shared documents has written', async () => {
    const article = await writeArticle(db(), author);
    const { id } = article;
    await db().article.update({
      where: { id },
      data: { save: { increment: 1 }, headline: 'Written by the version before' },
    });
    await db().articleChange.create({
      data: {
        ...{ articleId: id, save: article.save + 1, byId: author.account.id },
        ...{ at: desk.clock.now, fields: ['headline'] },
      },
    });
    // A save by an editor who had not seen that is merged with it all the same.
    const saved = await editor.call.editor.articles.save({
      ...{ id, seen: article.save },
      content: { ...articleContentOf(article), section: 'Talks' },
    });
    expect(saved.article).toMatchObject({
      headline: 'Written by the version before',
      section: 'Talks',
    });
    // A save of that version can be merged over from then on.
    const over = await editor.call.editor.articles.save({
      ...{ id, seen: article.save + 1 },
      content: {
        ...{ ...articleContentOf(article), headline: 'Written by the version before' },
        genre: 'opinion',
      },
    });
    expect(over.article).toMatchObject({ section: 'Talks', genre: 'opinion' });
    expect((await storedOf(id)).content).toEqual(sharedContentOf(await read(id)));
  });
});

describe('deleted words', () => {
  const draft = () => writeArticle(db(), author);
  const live = async () => (await publishNew(db(), author, editor)).article;
  const secret = 'Mira Vos told us so.';
  const withDeleted = async (write: () => Promise<Article>) => {
    const article = await write();
    await save(article.id, { body: paragraphs(...prose, secret) });
    await save(article.id, { body: paragraphs(...prose) });
    expect((await storedOf(article.id)).has(secret)).toBe(true);
    return article;
  };

  test('leave what is stored after a day, and all else stays', async () => {
    const { id } = await withDeleted(draft);
    later(2 * 60);
    await save(id, { section: 'Talks' });
    const newest = (await read(id)).save;
    const context = { editorial: db(), now: () => desk.clock.now, mail: author.context.instance };
    later(22 * 60);
    await sweep(context);
    expect((await storedOf(id)).has(secret)).toBe(true);
    later(65);
    await sweep(context);
    const stored = await storedOf(id);
    expect(stored.has(secret)).toBe(false);
    expect(stored.saves).toEqual([newest - 1, newest]);
    expect(stored.content).toEqual(sharedContentOf(await read(id)));
  });

  test.each<[string, () => Promise<Article>, (id: string) => Promise<unknown>]>([
    ['retracted', live, (id) => editor.call.editor.articles.retract({ id, why: 'It was wrong.' })],
    ['archived', draft, (id) => editor.call.editor.articles.archive({ id })],
    [
      'redacted',
      live,
      (id) => editor.call.editor.articles.redact({ id, redaction: { what: 'note', number: 1 } }),
    ],
  ])('leave what is stored as soon as the article is %s', async (_, write, act) => {
    const { id } = await withDeleted(write);
    await act(id);
    const stored = await storedOf(id);
    expect(stored.has(secret)).toBe(false);
    expect(stored.content).toEqual(sharedContentOf(await read(id)));
  });

  test('leave what is stored once there are many changes, and the newest can be merged over', async () => {
    const article = await writeArticle(db(), author);
    const { id } = article;
    await save(id, { standfirst: secret });
    const update = await db().articleUpdate.findFirstOrThrow({ where: { articleId: id } });
    await save(id, { standfirst: 'Ostrava waits.' });
    // Saves that change nothing, as a long day of writing would make them.
    const first = (await read(id)).save + 1;
    await db().articleUpdate.createMany({
      data: Array.from({ length: maxUpdates }, (_, index) => ({
        ...{ articleId: id, save: first + index, at: update.at, update: new Uint8Array([0, 0]) },
      })),
    });
    const last = first + maxUpdates - 1;
    await db().article.update({ where: { id }, data: { save: last } });
    await save(id, { section: 'Talks' });
    const stored = await storedOf(id);
    expect(stored.has(secret)).toBe(false);
    expect(stored.saves).toHaveLength(updatesLeft + 1);
    expect(stored.saves.at(-1)).toBe(last + 1);
    const content = { ...articleContentOf(article), standfirst: 'Ostrava waits.' };
    const over = (seen: number) =>
      editor.call.editor.articles.save({ id, seen, content: { ...content, headline: 'After' } });
    expect((await over(last)).article).toMatchObject({ headline: 'After', section: 'Talks' });
    expect(await problemIn(over(first))).toMatchObject({ code: 'stale' });
  });
});
