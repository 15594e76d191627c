import {
  type Article,
  ArticleContent,
  articleContentOf,
} from '@viewpoints/domain/articles/article';
import type { Revision } from '@viewpoints/domain/articles/revision';
import type { Correction } from '@viewpoints/domain/corrections/correction';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeAggregate } from '../testing/aggregate-contract.ts';
import {
  addAccount,
  addArticle,
  addAuthor,
  addSeries,
  addSource,
  addTopic,
  anySlug,
  longAgo,
  paragraphs,
} from '../testing/builders.ts';
import { newestFirst } from '../testing/ranked-times.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { listArticles } from './article-list.ts';
import { findArticle, insertArticle, lockArticle, writeArticleSave } from './articles.ts';
import { findCorrection, insertCorrections, listCorrections } from './corrections.ts';
import { findMedia, insertMedia, listMedia, type MediaItem } from './media.ts';
import { newId } from './new-id.ts';
import { insertReviewComment, listReviewComments } from './review-comments.ts';
import { findRevision, insertRevision, listRevisions } from './revisions.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

describeAggregate(
  'articles',
  () => db,
  () => {
    let by = '';
    let content: ArticleContent;
    const insert = (tx: Parameters<typeof insertArticle>[0], rank: number, slug: string) =>
      insertArticle(tx, {
        ...{ id: newId(), content: { ...content, slug }, by },
        ...{ at: newestFirst(rank), timeZone: 'Europe/London' },
      });
    return {
      prepare: async () => {
        by = (await addAccount(db.editorial)).id;
        const idsOf = async (added: Promise<{ id: string }>[]) =>
          (await Promise.all(added)).map(({ id }) => id);
        content = ArticleContent.parse({
          slug: anySlug('article'),
          headline: 'Before the rains',
          standfirst: 'What it is about.',
          body: paragraphs('The council met.'),
          byline: {
            kind: 'authors',
            authorIds: await idsOf([addAuthor(db.editorial), addAuthor(db.editorial)]),
          },
          topicIds: await idsOf([addTopic(db.editorial), addTopic(db.editorial)]),
          sourceIds: await idsOf([addSource(db.editorial), addSource(db.editorial)]),
          pickIds: await idsOf([
            addArticle(db.editorial, { by }),
            addArticle(db.editorial, { by }),
          ]),
          series: { seriesId: (await addSeries(db.editorial)).id, part: 2 },
          note: 'For the desk.',
        });
      },
      insert: async (rank) => {
        const slug = anySlug('article');
        const article = await db.editorial.$transaction((tx) => insert(tx, rank, slug));
        return { ...article, ...content, slug };
      },
      find: findArticle,
      lock: { table: 'article', row: lockArticle },
      save: async (tx, { id, slug, save }) => {
        // In the other order, which is saved too.
        const topicIds = save % 2 === 0 ? content.topicIds : content.topicIds.toReversed();
        const changed = { ...content, slug, headline: `Save after ${save}`, topicIds };
        const at = newestFirst(-save);
        const saved = await writeArticleSave(tx, { id, content: changed, by, at, fields: [] });
        return { ...saved, ...changed };
      },
      list: listArticles,
      unique: { article_slug_key: (tx, { slug }) => insert(tx, 1, slug) },
    };
  },
);

describeAggregate(
  'revisions',
  () => db,
  () => {
    let article: Article;
    return {
      prepare: async () => {
        article = await addArticle(db.editorial, { by: (await addAccount(db.editorial)).id });
      },
      insert: async (rank): Promise<Revision> => {
        const revision: Omit<Revision, 'number'> = {
          ...{ id: newId(), articleId: article.id, reason: 'submitted' },
          content: articleContentOf(article),
          ...{ findings: [], links: [], text: `Text of rank ${rank}` },
          ...{ createdBy: article.createdBy, createdAt: longAgo.toISOString() },
        };
        const inserted = await db.editorial.$transaction((tx) => insertRevision(tx, revision));
        return { ...inserted, ...revision };
      },
      find: findRevision,
      unique: {
        revision_article_id_number_key: (tx, { number, ...first }) =>
          tx.revision.create({
            data: {
              ...{ id: newId(), articleId: first.articleId, number, reason: first.reason },
              ...{ content: {}, findings: [], links: [], text: '' },
              ...{ createdById: first.createdBy, createdAt: longAgo },
            },
          }),
      },
    };
  },
);

test('revisions are numbered from 1 within their article, and listed from the last', async () => {
  const by = (await addAccount(db.editorial)).id;
  const [one, other] = [
    await addArticle(db.editorial, { by }),
    await addArticle(db.editorial, { by }),
  ];
  for (const article of [one, other, one, one])
    await insertRevision(db.editorial, {
      ...{ id: newId(), articleId: article.id, reason: 'submitted' },
      ...{ content: articleContentOf(article), findings: [], links: [], text: '' },
      ...{ createdBy: by, createdAt: longAgo.toISOString() },
    });
  const numbersOf = async ({ id }: Article) =>
    (await listRevisions(db.editorial, id)).map(({ number }) => number);
  expect(await numbersOf(one)).toEqual([3, 2, 1]);
  expect(await numbersOf(other)).toEqual([1]);
});

describeAggregate(
  'corrections',
  () => db,
  () => {
    let article = { id: '', by: '' };
    return {
      prepare: async () => {
        const by = (await addAccount(db.editorial)).id;
        article = { id: (await addArticle(db.editorial, { by })).id, by };
      },
      insert: async (rank): Promise<Correction> => {
        const correction = {
          ...{ id: newId(), articleId: article.id, findingId: null },
          ...{ was: 'Ten', now: 'Twelve', why: `Rank ${rank}`, severity: 'correction' as const },
          ...{ at: newestFirst(rank).toISOString(), by: article.by },
        };
        await insertCorrections(db.editorial, [correction]);
        return { ...correction, redactedAt: null };
      },
      find: findCorrection,
      listAll: (tx) => listCorrections(tx, article.id),
    };
  },
);

describeAggregate(
  'comments of reviewers',
  () => db,
  () => {
    let article = { id: '', by: '' };
    return {
      prepare: async () => {
        const by = (await addAccount(db.editorial)).id;
        article = { id: (await addArticle(db.editorial, { by })).id, by };
      },
      insert: async (rank) => {
        const id = newId();
        await insertReviewComment(db.editorial, {
          ...{ id, articleId: article.id, revisionId: null, text: `Rank ${rank}` },
          ...{ kind: 'hand_over' as const, by: article.by, at: newestFirst(rank) },
        });
        return { id };
      },
      listAll: (tx) => listReviewComments(tx, article.id),
    };
  },
);

describeAggregate(
  'pictures',
  () => db,
  () => {
    let by = { id: '', name: '' };
    return {
      prepare: async () => {
        const { id, name } = await addAccount(db.editorial);
        by = { id, name };
      },
      insert: async (rank): Promise<MediaItem> => {
        const media = {
          ...{ id: newId(), mediaType: 'image/png', byteSize: 2048, width: 40, height: 30 },
          ...{ fileName: `rank-${rank}.png`, alt: 'A gauge', credit: 'The harbour office' },
          ...{ pages: null, unread: [] },
        };
        const at = newestFirst(rank);
        await insertMedia(db.editorial, {
          ...{ ...media, text: null, sha256: 'a'.repeat(64), by: by.id, at },
        });
        const unchecked = { licence: '', licenceUntil: null, checkedAt: null, checkedBy: null };
        return { ...media, ...unchecked, focal: null, uploadedBy: by, createdAt: at.toISOString() };
      },
      find: findMedia,
      list: (tx, request) => listMedia(tx, { ...request, byFileName: false }),
    };
  },
);
