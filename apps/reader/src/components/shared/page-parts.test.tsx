import { createReaderCaller, type ReaderCaller } from '@viewpoints/api/reader-caller';
import { inTransaction } from '@viewpoints/db/client';
import { insertCorrections } from '@viewpoints/db/editorial/corrections';
import { newId } from '@viewpoints/db/editorial/new-id';
import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addTopic,
} from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { genreLabels } from '@viewpoints/domain/articles/genre-labels';
import { publish } from '@viewpoints/published/testing/publish';
import { retract } from '@viewpoints/published/testing/retract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { renderPart } from '../../testing/render-part.tsx';
import { ActorPage } from '../actor/actor-page.tsx';
import { ArticlePage } from '../article/article-page.tsx';
import { FindingPage } from '../finding/finding-page.tsx';
import { FindingsPage } from '../finding/findings-page.tsx';
import { SearchHits } from '../search/search-hits.tsx';
import { TopicPage } from '../topic/topic-page.tsx';
import { ArticleTeaser } from './article-teaser.tsx';

const log = { debug() {}, info() {}, warn() {}, error() {} };
const day = (n: number) => new Date(Date.UTC(2021, 1, n, 9));

let db: TestDatabase;
let by: string;
let caller: ReaderCaller;
let api: ReturnType<ReaderCaller['calls']>;
beforeAll(async () => {
  vi.stubEnv('SECRET', 'a secret for tests, which guards nothing at all');
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
  caller = createReaderCaller({ databaseUrl: db.readerUrl, log });
  api = caller.calls();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await caller.close();
  await db.drop();
});

const times = (text: string, words: string) => text.split(words).length - 1;
const withoutData = (html: string) => html.replaceAll(/<script.*?<\/script>/gs, '');

describe('a retracted piece', () => {
  it('says once why, and lists what was corrected before', async () => {
    const article = await addArticle(db.editorial, { by });
    await publish(db.editorial, article.id, { at: day(1) });
    await inTransaction(db.editorial, (tx) =>
      insertCorrections(tx, [
        {
          ...{ id: newId(), articleId: article.id, severity: 'correction', findingId: null, by },
          ...{ was: 'Two rivers', now: 'Three', why: 'Miscounted.', at: day(2).toISOString() },
        },
      ]),
    );
    await publish(db.editorial, article.id, { at: day(2) });
    const given = { articleId: article.id, at: day(3).toISOString(), by };
    await inTransaction(db.editorial, (tx) =>
      retract(tx, { ...given, why: 'The recording was forged.' }, day(3)),
    );
    const view = await api.articles.bySlug({ slug: article.slug });
    const html = withoutData(await renderPart(caller, <ArticlePage article={view} />));
    expect(times(html, 'The recording was forged.')).toBe(1);
    expect(times(html, 'Miscounted.')).toBe(1);
  });
});

describe('markup', () => {
  it('of a notice under its piece is no article of its own, which would want a heading', async () => {
    const article = await addArticle(db.editorial, { by });
    await publish(db.editorial, article.id, { at: day(1) });
    const view = await api.articles.bySlug({ slug: article.slug });
    const notice = {
      ...{ id: newId(), kind: 'correction' as const, severity: 'correction' as const, was: 'a' },
      ...{ now: 'b', why: 'c', findingId: null, at: day(2).toISOString() },
      article: { slug: article.slug, headline: article.headline },
    };
    const corrected = { ...view, corrections: [notice] };
    const html = withoutData(await renderPart(caller, <ArticlePage article={corrected} />));
    expect(html).toContain(`id="correction-${notice.id}"`);
    expect(times(html, '<article')).toBe(1);
  });

  it('of a finding with several related ones of one kind names the kind once', async () => {
    const article = await addArticle(db.editorial, { by });
    const one = await addFinding(db.editorial, article, { by, proposition: 'One' });
    for (const proposition of ['Two', 'Three']) {
      const other = await addFinding(db.editorial, article, { by, proposition });
      await db.editorial.findingLink.create({
        data: { fromId: one.id, kind: 'supports', toId: other.id },
      });
    }
    await publish(db.editorial, article.id, { at: day(1) });
    const page = await api.findings.byId({ id: one.id });
    const html = withoutData(await renderPart(caller, <FindingPage page={page} />));
    const [, links = ''] = html.split('class="facts links"');
    expect(times(links, '<dt>')).toBe(1);
    expect(times(links, '<dd>')).toBe(2);
  });
});

describe('pages that list something', () => {
  const markdownIn = (html: string) =>
    [...html.matchAll(/type="text\/markdown" href="([^"]+)"/g)].map(([, at]) => at);

  it('name their Markdown, each page of a list its own, and none if it is narrowed', async () => {
    const page = { items: [], nextCursor: null };
    const topic = { slug: 'rivers', name: 'Rivers', description: '' };
    const narrowed = { stance: 'rejects' } as const;
    const lists = { page, actors: [], issues: [] };
    for (const [part, expected] of [
      [<TopicPage key="1" {...{ topic, page }} cursor={undefined} />, ['/topics/rivers.md']],
      [<TopicPage key="2" {...{ topic, page }} cursor="abc" />, ['/topics/rivers.md?cursor=abc']],
      [<FindingsPage key="3" {...lists} filter={{}} />, ['/findings.md']],
      [<FindingsPage key="4" {...lists} filter={narrowed} />, []],
    ] as const)
      expect(markdownIn(await renderPart(caller, part))).toEqual(expected);
  });
});

describe('feeds', () => {
  const feedsIn = (html: string) =>
    [...html.matchAll(/href="(\/[a-z]+\/[^"]+\/feeds\/[^"]+)"/g)].map(([, at]) => at);

  it('are offered of an actor who holds something, and of a topic as far as there is anything in them', async () => {
    const [actor, silent, topic] = [
      await addActor(db.editorial),
      await addActor(db.editorial),
      await addTopic(db.editorial),
    ];
    const article = await addArticle(db.editorial, { by, topicIds: [topic.id] });
    const holder = { actorId: actor.id, wording: null, basis: 'direct' as const };
    await addFinding(db.editorial, article, { by, holders: [holder] });
    await publish(db.editorial, article.id, { at: day(4) });
    const page = await api.findings.list({ actor: actor.slug });
    const of = async (slug: string, items: typeof page.items) =>
      feedsIn(
        await renderPart(
          caller,
          <ActorPage
            {...(await api.actors.bySlug({ slug: actor.slug }))}
            board={(await api.actors.board({ slug: actor.slug })).actors}
            page={{ items, nextCursor: null }}
            cursor={undefined}
            key={slug}
          />,
        ),
      );
    expect(await of(actor.slug, page.items)).toHaveLength(4);
    expect(await of(silent.slug, [])).toEqual([]);
    const list = await api.articles.list({ topic: topic.slug });
    const topicPage = (findingCount: number) => (
      <TopicPage
        topic={topic}
        page={{ ...list, items: list.items.map((item) => ({ ...item, findingCount })) }}
        cursor={undefined}
      />
    );
    const offered = async (count: number) => feedsIn(await renderPart(caller, topicPage(count)));
    expect(await offered(0)).toHaveLength(3);
    expect(await offered(1)).toContain(`/topics/${topic.slug}/feeds/findings.atom`);
  });
});

describe('what sort of piece it is', () => {
  it('is said in the same words in a list, at its head and among what was found', async () => {
    for (const section of ['Notes from the room', '']) {
      const article = await addArticle(db.editorial, { by, section, genre: 'event_report' });
      await publish(db.editorial, article.id, { at: day(5) });
      const view = await api.articles.bySlug({ slug: article.slug });
      const hit = { kind: 'article' as const, article: view, marks: [], excerpt: null };
      const parts = [
        <ArticleTeaser key="list" article={view} size="row" />,
        <ArticlePage key="head" article={view} />,
        <SearchHits key="found" hits={[hit]} />,
      ];
      const words = section || genreLabels.event_report;
      for (const part of parts) {
        const html = withoutData(await renderPart(caller, part));
        expect(html).toMatch(new RegExp(`<span[^>]*>${words}</span>`));
        if (section !== '') expect(html).not.toContain(genreLabels.event_report);
      }
    }
  });
});
