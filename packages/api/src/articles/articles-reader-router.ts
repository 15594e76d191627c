import { findActor } from '@viewpoints/db/published/actors';
import { findArticle, listArticles } from '@viewpoints/db/published/articles';
import { findAuthor } from '@viewpoints/db/published/authors';
import { findIssue } from '@viewpoints/db/published/issues';
import { type Tag, tag } from '@viewpoints/db/published/tags';
import { findTopic } from '@viewpoints/db/published/topics';
import { Genre } from '@viewpoints/domain/articles/article';
import { ArticleSummary, ArticleView } from '@viewpoints/domain/articles/article-view';
import { Slug } from '@viewpoints/domain/values';
import { z } from 'zod';
import type { ReaderContext } from '../context.ts';
import { byTime, page, request } from '../paging.ts';
import { bySlug, idOf, orNotFound, pageOf } from '../reader-inputs.ts';
import { readerProcedure, readerRouter } from '../trpc.ts';

const listed = byTime.extend({
  topic: Slug.optional(),
  author: Slug.optional(),
  actor: Slug.optional(),
  issue: Slug.optional(),
  genre: Genre.optional(),
});

/** A list under a page changes with that page; any other with the list as a whole. */
function listTags({ topic, author, actor, issue }: z.output<typeof listed>): Tag[] {
  if (topic !== undefined) return [tag.topic(topic)];
  if (author !== undefined) return [tag.author(author)];
  if (actor !== undefined) return [tag.actor(actor)];
  if (issue !== undefined) return [tag.issue(issue)];
  return ['list:articles'];
}

async function show(ctx: ReaderContext, slug: string, number?: number): Promise<ArticleView> {
  const article = orNotFound(ctx, 'article', slug, await findArticle(ctx.reader, slug, number));
  ctx.show?.([tag.article(article.id), ...article.findings.map(({ id }) => tag.finding(id))]);
  return article;
}

export const articlesReaderRouter = readerRouter({
  /** The article as it stands; by a former address its `slug` differs from the one asked for. */
  bySlug: readerProcedure
    .input(bySlug)
    .output(ArticleView)
    .query(({ ctx, input }) => show(ctx, input.slug)),

  /** One version as it was, with the corrections made since. */
  version: readerProcedure
    .input(bySlug.extend({ number: z.int().min(1).max(100_000) }))
    .output(ArticleView)
    .query(({ ctx, input }) => show(ctx, input.slug, input.number)),

  /** Newest first. */
  list: readerProcedure
    .input(listed.prefault({}))
    .output(pageOf(ArticleSummary))
    .query(async ({ ctx, input }) => {
      const { reader } = ctx;
      const { topic, author, actor, issue, ...rest } = request(input);
      const topicId = await idOf(ctx, 'topic', topic, (slug) => findTopic(reader, slug));
      const authorId = await idOf(ctx, 'author', author, (slug) => findAuthor(reader, slug));
      const actorId = await idOf(ctx, 'actor', actor, (slug) => findActor(reader, slug));
      const issueId = await idOf(ctx, 'issue', issue, (slug) => findIssue(reader, slug));
      const found = await listArticles(reader, { ...rest, topicId, authorId, actorId, issueId });
      ctx.show?.([...listTags(input), ...found.items.map(({ id }) => tag.article(id))]);
      return page(found);
    }),
});
