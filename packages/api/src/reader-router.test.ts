import { inTransaction } from '@viewpoints/db/client';
import { actorTable } from '@viewpoints/db/editorial/actors';
import { newId } from '@viewpoints/db/editorial/new-id';
import {
  addAccount,
  addActor,
  addArticle,
  addAuthor,
  addFinding,
  addIssue,
  addPlace,
  addSource,
  addTopic,
} from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { kinds, kindsWith } from '@viewpoints/domain/kinds/kinds';
import type { Tag } from '@viewpoints/published/changes/tags';
import { writeWithdrawal } from '@viewpoints/published/project/write-withdrawal';
import {
  canary,
  type PlantedJournal,
  plantJournal,
} from '@viewpoints/published/testing/planted-journal';
import { publish } from '@viewpoints/published/testing/publish';
import { retract } from '@viewpoints/published/testing/retract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listProcedures } from './list-procedures.ts';
import { problemOf } from './problem.ts';
import {
  createReaderCaller,
  type ReaderCaller,
  type ReaderCalls,
  saysNotFound,
} from './reader-caller.ts';
import { siteRouter } from './site-router.ts';

let db: TestDatabase;
let by: string;
let caller: ReaderCaller;
let read: ReaderCalls;
let tags: Tag[] = [];

const log = { debug() {}, info() {}, warn() {}, error() {} };
const day = (n: number) => new Date(Date.UTC(2021, 1, n, 9));

beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
  caller = createReaderCaller({ databaseUrl: db.readerUrl, log });
  read = caller.calls((shown) => tags.push(...shown));
});
afterAll(async () => {
  await caller.close();
  await db.drop();
});
beforeEach(() => {
  tags = [];
});

const notFound = async (call: Promise<unknown>) => {
  const error = await call.catch((thrown: unknown) => thrown);
  expect(saysNotFound(error)).toBe(true);
  return problemOf(error);
};

describe('reading an article', () => {
  it('given a published article, then its view, and the tags of what it shows', async () => {
    const author = await addAuthor(db.editorial);
    const source = await addSource(db.editorial);
    const article = await addArticle(db.editorial, {
      by,
      byline: { kind: 'authors', authorIds: [author.id] },
      sourceIds: [source.id],
    });
    const finding = await addFinding(db.editorial, article, { by });
    await publish(db.editorial, article.id, { at: day(1) });
    const view = await read.articles.bySlug({ slug: article.slug });
    expect(view).toMatchObject({
      id: article.id,
      headline: article.headline,
      byline: { authors: [{ slug: author.slug, name: author.name }], reason: null },
      body: article.body,
      publishedAt: day(1).toISOString(),
      version: 1,
      versions: [{ number: 1, at: day(1).toISOString(), note: null }],
      findings: [{ id: finding.id, state: 'published' }],
      sources: [{ named: { slug: source.slug } }],
      findingCount: 1,
    });
    expect(tags).toEqual([`article:${article.id}`, `finding:${finding.id}`]);
    expect(await read.authors.bySlug({ slug: author.slug })).toEqual({
      slug: author.slug,
      name: author.name,
      about: '',
      sameAs: [],
    });
    expect(await read.sources.bySlug({ slug: source.slug })).toMatchObject({
      source: { named: { title: source.title } },
      articles: [{ id: article.id }],
    });
  });

  it('given a draft, an embargoed article or nothing, then the very same answer', async () => {
    const draft = await addArticle(db.editorial, { by });
    const embargoed = await addArticle(db.editorial, { by });
    const visibleFrom = new Date(Date.now() + 3_600_000);
    await publish(db.editorial, embargoed.id, { at: new Date(), visibleFrom });
    const answers = [];
    for (const slug of [draft.slug, embargoed.slug, 'never-was']) {
      tags = [];
      answers.push(await notFound(read.articles.bySlug({ slug })));
      expect(tags).toEqual([`slug:${slug}`]);
    }
    expect(answers[0]).toMatchObject({ code: 'not_found' });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('given two versions, then the live one and each as it was, with the list of both', async () => {
    const article = await addArticle(db.editorial, { by, standfirst: 'As it was.' });
    await publish(db.editorial, article.id, { at: day(1) });
    await db.editorial.article.update({
      where: { id: article.id },
      data: { standfirst: 'As it is.' },
    });
    await publish(db.editorial, article.id, { at: day(2), note: 'Reworded.' });
    const { slug } = article;
    const live = await read.articles.bySlug({ slug });
    expect(live).toMatchObject({ standfirst: 'As it is.', version: 2 });
    expect(live.publishedAt).toBe(day(1).toISOString());
    expect(live.revisedAt).toBe(day(2).toISOString());
    const first = await read.articles.version({ slug, number: 1 });
    expect(first).toMatchObject({ standfirst: 'As it was.', version: 1, versions: live.versions });
    expect(live.versions).toMatchObject([
      { number: 2, note: 'Reworded.' },
      { number: 1, note: null },
    ]);
    await notFound(read.articles.version({ slug, number: 3 }));
  });

  it('given a retraction, then the notice at every address of it, and none of the text anywhere', async () => {
    const secret = 'Ostrava will not sign before the rains.';
    const article = await addArticle(db.editorial, { by });
    const finding = await addFinding(db.editorial, article, { by });
    await publish(db.editorial, article.id, { at: day(1) });
    await publish(db.editorial, article.id, { at: day(2) });
    const notice = {
      articleId: article.id,
      at: day(3).toISOString(),
      why: 'The talks never took place.',
    };
    await inTransaction(db.editorial, (tx) => retract(tx, notice, day(3)));
    const answers = [
      await read.articles.bySlug({ slug: article.slug }),
      await read.articles.version({ slug: article.slug, number: 1 }),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject({
        headline: article.headline,
        retracted: true,
        retraction: { at: notice.at, why: notice.why },
        ...{ body: null, text: '', findings: [], sources: [], findingCount: 0 },
      });
    const page = await read.findings.byId({ id: finding.id });
    expect(page.finding).toMatchObject({ state: 'withdrawn', proposition: '', quote: null });
    const corrections = await read.corrections.list();
    expect(corrections.items[0]).toMatchObject({
      kind: 'retraction',
      severity: null,
      why: notice.why,
    });
    const lists = [await read.articles.list({ limit: 100 }), await read.front.get()];
    expect(JSON.stringify(lists)).not.toContain(article.id);
    const rows = await db.sql(
      `SELECT (SELECT jsonb_agg(view) FROM published_version WHERE article_id = $1) AS versions,
              (SELECT jsonb_agg(view) FROM published_finding WHERE article_id = $1) AS findings`,
      [article.id],
    );
    expect(JSON.stringify([answers, page, rows])).not.toContain(secret);
  });

  it('given a withdrawn finding, then the article without it, in every version, and its address with that word', async () => {
    const article = await addArticle(db.editorial, { by });
    const kept = await addFinding(db.editorial, article, { by });
    const gone = await addFinding(db.editorial, article, { by, proposition: 'Said by mistake' });
    await publish(db.editorial, article.id, { at: day(1) });
    await inTransaction(db.editorial, (tx) => writeWithdrawal(tx, { findingId: gone.id }, day(2)));
    const view = await read.articles.bySlug({ slug: article.slug });
    expect(view.findings.map(({ id }) => id)).toEqual([kept.id]);
    expect(view.findingCount).toBe(1);
    expect((await read.findings.byId({ id: gone.id })).finding.state).toBe('withdrawn');
    const versions = await db.sql('SELECT view FROM published_version WHERE article_id = $1', [
      article.id,
    ]);
    expect(JSON.stringify(versions)).not.toContain('Said by mistake');
    const { items } = await read.articles.list({ topic: view.topics[0]?.slug });
    expect(items).toMatchObject([{ findingCount: 1 }]);
  });

  it('given a changed address, then the old one still finds it, and returns the new one', async () => {
    const article = await addArticle(db.editorial, { by });
    await publish(db.editorial, article.id, { at: day(1) });
    const slug = `${article.slug}-now`;
    await db.editorial.article.update({ where: { id: article.id }, data: { slug } });
    await publish(db.editorial, article.id, { at: day(2) });
    expect((await read.articles.bySlug({ slug: article.slug })).slug).toBe(slug);
    expect((await read.articles.bySlug({ slug })).slug).toBe(slug);
  });
});

describe('a place', () => {
  it('given findings about it, then its page, its name in the list, and the articles, newest first', async () => {
    const place = await addPlace(db.editorial, {
      coordinates: [69.17, 34.53],
      wikidataId: 'Q5838',
    });
    const other = await addPlace(db.editorial);
    const ids: string[] = [];
    for (const each of [1, 2]) {
      const article = await addArticle(db.editorial, { by });
      await addFinding(db.editorial, article, { by, placeIds: [place.id] });
      await publish(db.editorial, article.id, { at: day(each) });
      ids.unshift(article.id);
    }
    const { slug, name } = place;
    expect(await read.places.bySlug({ slug })).toEqual({
      ...{ slug, name, coordinates: [69.17, 34.53], wikidataId: 'Q5838' },
    });
    expect(tags).toContain(`place:${slug}`);
    expect((await read.places.list()).items).toContainEqual({ slug, name });
    expect(tags).toContain('list:places');
    tags = [];
    const { items } = await read.articles.list({ place: slug });
    expect(items.map(({ id }) => id)).toEqual(ids);
    expect(tags).toContain(`place:${slug}`);
    await notFound(read.places.bySlug({ slug: other.slug }));
    expect((await read.places.list()).items).not.toContainEqual(
      expect.objectContaining({ slug: other.slug }),
    );
  });

  it('given a former address, then the place under its address by now', async () => {
    const place = await addPlace(db.editorial);
    const article = await addArticle(db.editorial, { by });
    await addFinding(db.editorial, article, { by, placeIds: [place.id] });
    await publish(db.editorial, article.id, { at: day(3) });
    const slug = `${place.slug}-now`;
    await db.editorial.place.update({ where: { id: place.id }, data: { slug } });
    expect(await read.places.bySlug({ slug: place.slug })).toMatchObject({ slug });
  });

  it('given a place renamed from A to B to C, and from C to A to B to A, then each address leads to it in one step, none to itself', async () => {
    const place = await addPlace(db.editorial);
    const article = await addArticle(db.editorial, { by });
    await addFinding(db.editorial, article, { by, placeIds: [place.id] });
    await publish(db.editorial, article.id, { at: day(3) });
    const [a, b, c] = [place.slug, `${place.slug}-b`, `${place.slug}-c`] as const;
    const rename = async (...slugs: string[]) => {
      for (const slug of slugs)
        await db.editorial.place.update({ where: { id: place.id }, data: { slug } });
    };
    const shownAt = (...slugs: string[]) =>
      Promise.all(slugs.map(async (slug) => (await read.places.bySlug({ slug })).slug));
    const former = async () =>
      (
        await db.editorial.formerSlug.findMany({
          where: { kind: 'place', refId: place.id },
          orderBy: { slug: 'asc' },
        })
      ).map(({ slug }) => slug);
    await rename(b, c);
    expect([await former(), await shownAt(a, b, c)]).toEqual([
      [a, b],
      [c, c, c],
    ]);
    await rename(a, b, a);
    expect([await former(), await shownAt(a, b, c)]).toEqual([
      [b, c],
      [a, a, a],
    ]);
  });
});

describe('lists', () => {
  it('given filters, then exactly what matches them, newest first, page by page', async () => {
    const { editorial } = db;
    const topic = await addTopic(editorial);
    const author = await addAuthor(editorial);
    const [ostrava, lower] = [await addActor(editorial), await addActor(editorial)];
    const [dams, fish] = [await addIssue(editorial), await addIssue(editorial)];
    const source = await addSource(editorial);
    const ids: string[] = [];
    for (let n = 1; n <= 5; n += 1) {
      const article = await addArticle(editorial, {
        by,
        topicIds: [topic.id],
        genre: n % 2 ? 'analysis' : 'opinion',
        byline: { kind: 'authors', authorIds: [author.id] },
      });
      for (const [actor, issue] of [
        [ostrava, dams],
        [lower, n === 5 ? dams : fish],
      ] as const)
        await addFinding(editorial, article, {
          by,
          stance: actor === ostrava ? 'refuses' : 'supports',
          asOf: `${2020 - n}`,
          holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
          issueIds: [issue.id],
          attribution:
            actor === ostrava
              ? { sourceId: source.id, terms: null, descriptor: null, participantId: null }
              : { sourceId: null, terms: 'on_record', descriptor: null, participantId: null },
        });
      // Two at the same moment: a page boundary between them loses neither.
      await publish(editorial, article.id, { at: day(n === 2 ? 3 : n) });
      ids.push(article.id);
    }
    const all = async <Item>(
      list: (cursor?: string) => Promise<{ items: Item[]; nextCursor: string | null }>,
    ) => {
      const found: Item[] = [];
      let cursor: string | undefined;
      do {
        const page = await list(cursor);
        expect(page.items.length).toBeLessThanOrEqual(2);
        found.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return found;
    };
    const articles = (filter: object) =>
      all((cursor) => read.articles.list({ ...filter, cursor, limit: 2 }));
    const findings = (filter: object) =>
      all((cursor) => read.findings.list({ ...filter, cursor, limit: 2 }));

    const listed = await articles({ topic: topic.slug });
    expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(ids));
    expect(listed).toHaveLength(5);
    expect(listed.map(({ publishedAt }) => publishedAt)).toEqual(
      listed
        .map(({ publishedAt }) => publishedAt)
        .toSorted()
        .reverse(),
    );
    expect(tags).toContain(`topic:${topic.slug}`);
    expect(await articles({ topic: topic.slug, order: 'oldest' })).toEqual(listed.toReversed());
    expect(await articles({ topic: topic.slug, genre: 'opinion' })).toHaveLength(2);
    expect(await articles({ topic: topic.slug, within: '2021-02' })).toHaveLength(5);
    expect(await articles({ topic: topic.slug, within: '2021' })).toHaveLength(5);
    expect(await articles({ topic: topic.slug, within: '2021-03' })).toEqual([]);
    expect(await read.articles.months()).toContainEqual({
      month: '2021-02',
      articleCount: (await articles({ within: '2021-02' })).length,
    });
    expect(await articles({ author: author.slug })).toHaveLength(5);
    expect(await articles({ issue: fish.slug })).toHaveLength(4);
    expect(await articles({ actor: lower.slug, issue: dams.slug })).toHaveLength(5);
    expect(await findings({ actor: ostrava.slug })).toHaveLength(5);
    expect(await findings({ actor: lower.slug, issue: dams.slug })).toHaveLength(1);
    expect(await findings({ issue: dams.slug, stance: 'supports' })).toHaveLength(1);
    expect(await findings({ source: source.slug })).toHaveLength(5);
    expect(await findings({ article: listed[0]?.slug })).toHaveLength(2);

    tags = [];
    const position = await read.positions.get({ actor: ostrava.slug, issue: dams.slug });
    expect(position.findings.map(({ asOf }) => asOf)).toEqual([
      '2015',
      '2016',
      '2017',
      '2018',
      '2019',
    ]);
    expect(tags).toContain(`position:${ostrava.slug}/${dams.slug}`);
    expect(await read.actors.bySlug({ slug: lower.slug })).toMatchObject({
      issues: [
        { slug: dams.slug, findingCount: 1 },
        { slug: fish.slug, findingCount: 4 },
      ],
    });
    expect((await read.issues.bySlug({ slug: dams.slug })).actors).toHaveLength(2);
    expect(await read.topics.bySlug({ slug: topic.slug })).toMatchObject({ articleCount: 5 });
    expect(await read.topics.list()).toContainEqual(
      expect.objectContaining({ slug: topic.slug, articleCount: 5 }),
    );
    await notFound(read.positions.get({ actor: ostrava.slug, issue: fish.slug }));
    await notFound(read.findings.list({ actor: 'nobody-at-all' }));
    expect(tags).toContain('slug:nobody-at-all');
    expect(await all((cursor) => read.actors.list({ cursor, limit: 2 }))).toContainEqual({
      slug: ostrava.slug,
      name: ostrava.name,
    });
    expect(await all((cursor) => read.issues.list({ cursor, limit: 2 }))).toContainEqual({
      slug: fish.slug,
      name: fish.name,
    });
  });

  it('given malformed input, then a typed problem that names the field', async () => {
    const cases: [Promise<unknown>, string][] = [
      [read.articles.list({ cursor: 'nonsense' }), 'cursor'],
      [read.articles.list({ within: '2021-13' }), 'within'],
      [read.articles.list({ cursor: Buffer.from('["x","y"]').toString('base64url') }), 'cursor'],
      [read.findings.list({ limit: 101 }), 'limit'],
      [read.findings.list({ limit: 0 }), 'limit'],
      [read.findings.byId({ id: 'not-an-id' }), 'id'],
      [read.articles.bySlug({ slug: '../etc' }), 'slug'],
      [read.articles.bySlug({ slug: 'a'.repeat(101) }), 'slug'],
      [read.articles.version({ slug: 'a', number: 1.5 }), 'number'],
      [read.findings.list({ stance: 'believes' as never }), 'stance'],
    ];
    for (const [call, at] of cases) {
      const problem = problemOf(await call.catch((thrown: unknown) => thrown));
      expect(problem, at).toMatchObject({ code: 'invalid_input', reasons: [{ at }] });
    }
    await notFound(read.findings.byId({ id: newId() }));
  });
});

describe('what readers learn of replacements and names', () => {
  it('given an embargoed replacement, then the old finding is current until the new one is visible', async () => {
    const { editorial } = db;
    const [a, b] = [await addArticle(editorial, { by }), await addArticle(editorial, { by })];
    const [old, next] = [
      await addFinding(editorial, a, { by }),
      await addFinding(editorial, b, { by }),
    ];
    await publish(editorial, a.id, { at: day(1) });
    await editorial.supersession.create({
      data: { oldId: old.id, newId: next.id, kind: 'position_change', at: day(2), byId: by },
    });
    await editorial.findingLink.create({
      data: { fromId: next.id, kind: 'qualifies', toId: old.id },
    });
    const visibleFrom = new Date(Date.now() + 3_600_000);
    await publish(editorial, b.id, { at: new Date(), visibleFrom });
    expect(await read.findings.byId({ id: old.id })).toMatchObject({
      finding: { state: 'published' },
      ...{ links: [], replacedBy: null },
    });
    for (const table of ['published_article', 'published_finding', 'published_version'])
      await db.sql(`UPDATE ${table} SET visible_from = now() WHERE visible_from > now()`);
    expect(await read.findings.byId({ id: old.id })).toMatchObject({
      finding: { state: 'superseded' },
      links: [{ kind: 'qualifies', direction: 'in', finding: { id: next.id } }],
      replacedBy: { kind: 'position_change', finding: { id: next.id } },
    });
    expect(await read.findings.byId({ id: next.id })).toMatchObject({
      replaces: [{ kind: 'position_change', finding: { id: old.id } }],
    });
    expect((await read.articles.bySlug({ slug: a.slug })).findings).toMatchObject([
      { state: 'superseded' },
    ]);
    const front = await read.front.get();
    expect(front.changes).toMatchObject([{ was: { id: old.id }, now: { id: next.id } }]);
    expect(tags).toContain('front');
  });

  it('given an actor within another, then that other has a page too, and an unmentioned one has none', async () => {
    const { editorial } = db;
    const whole = await addActor(editorial);
    const part = await addActor(editorial, { partOfId: whole.id });
    const stranger = await addActor(editorial);
    const article = await addArticle(editorial, { by });
    await addFinding(editorial, article, {
      by,
      holders: [{ actorId: part.id, wording: null, basis: 'direct' }],
    });
    await publish(editorial, article.id, { at: day(1) });
    expect((await read.actors.bySlug({ slug: part.slug })).actor.partOf).toEqual({
      slug: whole.slug,
      name: whole.name,
    });
    expect((await read.actors.bySlug({ slug: whole.slug })).issues).toEqual([]);
    await notFound(read.actors.bySlug({ slug: stranger.slug }));
    const { id, save, ...content } = part;
    await actorTable.update(editorial, id, { ...content, slug: `${part.slug}-now` });
    expect((await read.actors.bySlug({ slug: part.slug })).actor.slug).toBe(`${part.slug}-now`);
  });

  it('given a list filtered by a former slug, then it is dropped with the page of the present one', async () => {
    const { editorial } = db;
    const actor = await addActor(editorial);
    const article = await addArticle(editorial, { by });
    const holders = [{ actorId: actor.id, wording: null, basis: 'direct' as const }];
    await addFinding(editorial, article, { by, holders });
    await publish(editorial, article.id, { at: day(20) });
    const { id, save, ...content } = actor;
    const slug = `${actor.slug}-now`;
    await actorTable.update(editorial, id, { ...content, slug });
    for (const list of [read.findings.list, read.articles.list]) {
      tags = [];
      await list({ actor: actor.slug });
      expect(tags).toEqual(expect.arrayContaining([`actor:${slug}`, `slug:${actor.slug}`]));
    }
  });

  it('given no settings yet, then a masthead all the same', async () => {
    expect(await read.journal.get()).toMatchObject({ name: 'Viewpoints', language: 'en' });
    expect(tags).toEqual(['journal']);
  });
});

describe('a journal with something to hide', () => {
  let planted: TestDatabase;
  let journal: PlantedJournal;
  let door: ReaderCaller;
  beforeAll(async () => {
    planted = await createTestDatabase();
    journal = await plantJournal(planted);
    door = createReaderCaller({ databaseUrl: planted.readerUrl, log });
  });
  afterAll(async () => {
    await door.close();
    await planted.drop();
  });

  it('gives no canary through any procedure, by any slug or id, in answers, errors or tags', async () => {
    const slugs = await planted.sql<{ slug: string }>(
      kindsWith('path')
        .filter((kind) => kind !== 'finding')
        .map((kind) => `SELECT slug FROM ${kinds[kind].table}`)

        .join(' UNION '),
    );
    const ids = [...Object.values(journal.seen), ...Object.values(journal.hidden)];
    const reported: unknown[] = [];
    let answered = 0;
    const calls = door.calls((shown) =>
      reported.push(...shown.filter((each) => !each.startsWith('slug:'))),
    ) as never as Record<string, Record<string, (input?: object) => Promise<unknown>>>;
    for (const { path } of listProcedures(siteRouter)) {
      const [name = '', procedure = ''] = path.split('.');
      const call = (input?: object) =>
        calls[name]?.[procedure]?.(input).then(
          (answer) => {
            answered += 1;
            reported.push(answer);
          },
          (error: Error) => reported.push(problemOf(error), error.message),
        );
      await call();
      for (const { slug } of slugs) {
        await call({ slug });
        if (procedure === 'version') await call({ slug, number: 1 });
        if (procedure === 'list')
          for (const filter of [...kindsWith('feed'), 'article', 'source'])
            await call({ [filter]: slug });
        if (name === 'feeds')
          for (const kind of kindsWith('feed')) await call({ about: { kind, slug }, limit: 50 });
        if (name === 'positions')
          for (const other of slugs) await call({ actor: slug, issue: other.slug });
      }
      if (name === 'feeds') await call({ about: null, limit: 50 });
      if (name === 'sitemaps') {
        await call({ since: new Date(0) });
        await call({ month: '2021-02', page: 1 });
        await call({ page: 1 });
        for (const kind of kindsWith('sitemap')) await call({ kind, page: 1 });
      }
      if (procedure === 'byId') for (const id of ids) await call({ id });
    }
    expect(answered).toBeGreaterThan(35);
    expect(JSON.stringify(reported)).not.toContain(canary);
  });

  it('serves a picture only once an article that shows it is to be seen', async () => {
    expect(await door.findMedia(journal.hidden.media)).toBeNull();
    await planted.sql('UPDATE published_article SET visible_from = now()');
    expect(await door.findMedia(journal.hidden.media)).toMatchObject({
      path: journal.hidden.media,
    });
  });
});
