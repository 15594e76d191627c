import { addSource, paragraphs } from '@viewpoints/db/testing/builders';
import { digestTables } from '@viewpoints/db/testing/table-digests';
import { type ArticleContent, articleContentOf } from '@viewpoints/domain/articles/article';
import { findingContentOf } from '@viewpoints/domain/findings/finding';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sweep } from '../jobs/sweep.ts';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import {
  findingContent,
  prose,
  publishNew,
  writeArticle,
  writeWithFinding,
} from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor', 'publisher');
});
afterAll(() => desk.close());
const start = new Date('2021-03-04T09:00:00.000Z');
beforeEach(() => {
  desk.clock.now = start;
});

const db = () => desk.db.editorial;
const save = async (by: Person, id: string, change: Partial<ArticleContent>) => {
  const { article } = await by.call.editor.articles.get({ id });
  const content = { ...articleContentOf(article), ...change };
  return by.call.editor.articles.save({ id, seen: article.save, content });
};
const history = async (id: string) =>
  (await editor.call.editor.articles.history.list({ id, limit: 100 })).items;
const runSweep = () =>
  sweep({
    ...{ editorial: db(), now: () => desk.clock.now },
    mail: { smtpUrl: null, mailFrom: 'viewpoints@reader.example', outboxDirectory: '/nowhere' },
  });
const stored = async (id: string): Promise<string> =>
  JSON.stringify(await db().historyEntry.findMany({ where: { articleId: id } }));

describe('the history of an article', () => {
  test('has what it said at the end of each hour with a change, and its authors', async () => {
    const { id } = await writeArticle(db(), author);
    await save(editor, id, { headline: 'In the first hour' });
    expect(await history(id)).toEqual([]);
    desk.moveOn(3);
    await save(author, id, { headline: 'In the fourth hour' });
    await save(author, id, { headline: 'In the fourth hour, again' });
    const [entry, ...others] = await history(id);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ at: start.toISOString(), revision: null, name: null });
    expect(entry?.authors.map((each) => each.id).sort()).toEqual(
      [author.account.id, editor.account.id].sort(),
    );
    desk.moveOn(1);
    await save(editor, id, { headline: 'In the fifth hour' });
    expect((await history(id)).map(({ authors }) => authors.map((each) => each.id))).toEqual([
      [author.account.id],
      expect.anything(),
    ]);
    const { difference } = await editor.call.editor.articles.history.compare({
      ...{ id, from: entry?.id ?? '', to: 'working_copy' },
    });
    expect(difference.fields).toEqual([
      { field: 'headline', before: 'In the first hour', after: 'In the fifth hour' },
    ]);
  });

  test('has each revision with its reason, and nothing twice', async () => {
    const { id } = await writeArticle(db(), author);
    desk.moveOn(1);
    await author.call.editor.articles.submit({ id });
    desk.moveOn(1);
    await save(editor, id, { section: 'Talks' });
    desk.moveOn(1);
    await author.call.editor.articles.keepRevision({ id, name: 'Before the cut' });
    const items = await history(id);
    expect(items.map(({ revision, name }) => [revision?.number, revision?.reason, name])).toEqual([
      [2, 'kept', 'Before the cut'],
      [1, 'submitted', null],
    ]);
    expect(items.map(({ authors }) => authors.map((each) => each.id))).toEqual([
      [editor.account.id],
      [author.account.id],
    ]);
  });

  test('has findings and links as they were before they were changed', async () => {
    const article = await writeArticle(db(), author);
    const { id } = article;
    const propose = (proposition: string) =>
      author.call.editor.findings.propose({
        ...{ articleId: id, seen: article.save },
        content: findingContent(article, { proposition, note: 'Mira Vos told us.' }),
      });
    const [one, other] = [await propose('Ostrava waits'), await propose('It rains')];
    desk.moveOn(1);
    const link = { from: one.id, kind: 'supports', to: other.id } as const;
    await author.call.editor.findings.link(link);
    desk.moveOn(1);
    await author.call.editor.findings.unlink(link);
    desk.moveOn(1);
    const content = { ...findingContent(article), proposition: 'Ostrava refuses' };
    await author.call.editor.findings.save({ id: one.id, seen: one.updatedAt, content });
    const [latest, middle] = await history(id);
    const compare = (from: string | undefined, to: string) =>
      author.call.editor.articles.history.compare({ id, from: from ?? '', to });
    expect((await compare(middle?.id, latest?.id ?? '')).difference).toMatchObject({
      ...{ fields: [], body: null, findings: [] },
      links: [{ kind: 'removed', link }],
    });
    expect((await compare(latest?.id, 'working_copy')).difference.findings).toMatchObject([
      { kind: 'changed', parts: [{ part: 'proposition', before: 'Ostrava waits' }] },
    ]);
    expect(await stored(id)).not.toContain('Mira');
  });

  test('never has the note', async () => {
    const { id } = await writeArticle(db(), author);
    await save(author, id, { note: 'Ask Mira Vos.', headline: 'Tides' });
    desk.moveOn(1);
    await save(author, id, { headline: 'Ebb' });
    expect(await stored(id)).toContain('Tides');
    expect(await stored(id)).not.toContain('Mira');
  });

  test('has nothing of a change that was refused', async () => {
    const { id } = await writeArticle(db(), author);
    const { slug } = await writeArticle(db(), author);
    desk.moveOn(1);
    const before = await digestTables(desk.db);
    expect(await problemIn(save(author, id, { slug }))).toMatchObject({ code: 'already_exists' });
    expect(await digestTables(desk.db)).toEqual(before);
  });

  test('is given page by page, and to nobody who may not see the article', async () => {
    const { id } = await writeArticle(db(), author);
    for (const section of ['One', 'Two', 'Three']) {
      desk.moveOn(1);
      await save(author, id, { section });
    }
    const first = await author.call.editor.articles.history.list({ id, limit: 2 });
    expect(first.items).toHaveLength(2);
    const rest = await author.call.editor.articles.history.list({ id, cursor: first.nextCursor });
    expect([...first.items, ...rest.items]).toEqual(await history(id));
    const other = await desk.person('contributor');
    const { history: calls } = other.call.editor.articles;
    const entryId = first.items[0]?.id ?? '';
    for (const call of [
      () => calls.list({ id }),
      () => calls.compare({ id, from: entryId, to: 'working_copy' }),
      () => calls.name({ id, entryId, name: 'Mine' }),
      () => calls.restore({ id, from: entryId, part: { kind: 'whole' } }),
    ])
      expect(await problemIn(call())).toMatchObject({ code: 'not_permitted' });
  });

  test('says of participants only to those who may see sources', async () => {
    const participant = { name: 'Mira Vos', affiliation: '', alsoProtected: [] };
    const participantId = crypto.randomUUID();
    const participants = [{ id: participantId, ...participant }];
    const source = await addSource(db(), { kind: 'event', participants });
    const attribution = { sourceId: source.id, terms: null, descriptor: null, participantId: null };
    const { article, finding } = await writeWithFinding(db(), author, { attribution });
    const { id } = article;
    const { revisionId: from } = await author.call.editor.articles.keepRevision({ id });
    await editor.call.editor.findings.save({
      ...{ id: finding.id, seen: finding.updatedAt },
      content: { ...findingContentOf(finding), attribution: { ...attribution, participantId } },
    });
    const partsFor = async ({ call }: Person) => {
      const { difference } = await call.editor.articles.history.compare({
        ...{ id, from, to: 'working_copy' },
      });
      return difference.findings.flatMap(({ parts }) => parts.map(({ part }) => part));
    };
    expect(await partsFor(editor)).toEqual(['participantId']);
    expect(await partsFor(author)).toEqual([]);
  });

  test('gives no entry of another article', async () => {
    const { id } = await writeArticle(db(), author);
    const other = await writeArticle(db(), editor);
    const { revisionId } = await editor.call.editor.articles.keepRevision({ id: other.id });
    const { history: calls } = author.call.editor.articles;
    for (const call of [
      () => calls.compare({ id, from: revisionId, to: 'working_copy' }),
      () => calls.name({ id, entryId: revisionId, name: 'Mine' }),
      () => calls.restore({ id, from: revisionId, part: { kind: 'whole' } }),
    ])
      expect(await problemIn(call())).toMatchObject({ code: 'not_found' });
  });
});

describe('hourly entries', () => {
  /** An article with a change in each of the hours before. */
  async function writeHourly(hours: number) {
    const { id } = await writeArticle(db(), author);
    for (let hour = 0; hour < hours; hour += 1) {
      desk.moveOn(1);
      await save(hour % 2 === 0 ? author : editor, id, { section: `Hour ${hour}` });
    }
    return id;
  }

  test('stays hourly for a week and daily for a quarter, then goes; names and revisions stay', async () => {
    const id = await writeHourly(5);
    const entries = await history(id);
    expect(entries).toHaveLength(5);
    const named = entries.at(-1)?.id ?? '';
    await editor.call.editor.articles.history.name({ id, entryId: named, name: 'First draft' });
    const { revisionId } = await author.call.editor.articles.keepRevision({ id });
    const ids = async () => (await history(id)).map((each) => each.id);

    desk.moveOn(6 * 24);
    await runSweep();
    expect(await ids()).toEqual([revisionId, ...entries.map((each) => each.id)]);
    desk.moveOn(3 * 24);
    await runSweep();
    expect(await ids()).toEqual([revisionId, entries[0]?.id, named]);
    // Who wrote in what went is named with what is left after it.
    const lastOfDay = (await history(id)).find((each) => each.id === entries[0]?.id);
    expect(lastOfDay?.authors.map((each) => each.id).sort()).toEqual(
      [author.account.id, editor.account.id].sort(),
    );
    desk.moveOn(90 * 24);
    await runSweep();
    expect(await ids()).toEqual([revisionId, named]);
    desk.moveOn(1000 * 24);
    await runSweep();
    expect((await history(id)).map(({ name }) => name)).toEqual([null, 'First draft']);
  });

  const takingAway: Record<string, (id: string) => Promise<unknown>> = {
    archived: (id) => editor.call.editor.articles.archive({ id }),
    retracted: (id) => editor.call.editor.articles.retract({ id, why: 'It was invented.' }),
    redacted: async (id) => {
      const slug = `former-${id}`;
      await db().formerSlug.create({ data: { slug, kind: 'article', refId: id } });
      const redaction = { what: 'address', slug } as const;
      return editor.call.editor.articles.redact({ id, redaction });
    },
  };

  test.each(Object.keys(takingAway))(
    'goes at once when the article is %s, with the words that were deleted; names stay',
    async (act) => {
      const article =
        act === 'archived'
          ? await writeArticle(db(), author)
          : (await publishNew(db(), author, editor)).article;
      const { id } = article;
      await save(editor, id, { body: paragraphs(...prose, 'Zanzibar was there.') });
      desk.moveOn(1);
      await save(editor, id, { body: paragraphs(...prose), section: 'Named' });
      desk.moveOn(1);
      await save(editor, id, { section: 'Talks' });
      const [named] = await history(id);
      await editor.call.editor.articles.history.name({ id, entryId: named?.id ?? '', name: 'Cut' });
      expect(await stored(id)).toContain('Zanzibar');
      await takingAway[act]?.(id);
      expect(await stored(id)).not.toContain('Zanzibar');
      expect((await history(id)).map(({ name }) => name)).toContain('Cut');
    },
  );
});

describe('a name for a moment', () => {
  test('is given, changed and taken away, and a revision made before history gets one too', async () => {
    const { id } = await writeArticle(db(), author);
    const { revisionId } = await author.call.editor.articles.keepRevision({ id });
    await db().historyEntry.deleteMany({ where: { articleId: id } });
    expect(await history(id)).toMatchObject([{ id: revisionId, name: null, authors: [] }]);
    const name = (given: string | null) =>
      author.call.editor.articles.history.name({ id, entryId: revisionId, name: given });
    for (const given of ['For the lawyer', 'For Omar', null]) {
      await name(given);
      expect((await history(id)).map((each) => each.name)).toEqual([given]);
    }
  });
});
