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
import { bySlug, type Filter, filterOf, orNotFound, pageOf } from '../reader-inputs.ts';
import { readerProcedure, readerRouter } from '../trpc.ts';

const listed = byTime.extend({
  topic: Slug.optional(),
  author: Slug.optional(),
  actor: Slug.optional(),
  issue: Slug.optional(),
  genre: Genre.optional(),
});

/** A list under a page changes with that page; any other with the list as a whole. */
function listTags({
  topic,
  author,
  actor,
  issue,
}: Record<'topic' | 'author' | 'actor' | 'issue', Filter | undefined>): Tag[] {
  if (topic !== undefined) return [tag.topic(topic.slug)];
  if (author !== undefined) return [tag.author(author.slug)];
  if (actor !== undefined) return [tag.actor(actor.slug)];
  if (issue !== undefined) return [tag.issue(issue.slug)];
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
      const { topic, author, actor, issue, ...rest } = request(input);
      const by = {
        topic: await filterOf(ctx, 'topic', topic, {
          find: findTopic,
          slugOf: (found) => found.topic.slug,
        }),
        author: await filterOf(ctx, 'author', author, {
          find: findAuthor,
          slugOf: (found) => found.author.slug,
        }),
        actor: await filterOf(ctx, 'actor', actor, {
          find: findActor,
          slugOf: (found) => found.actor.slug,
        }),
        issue: await filterOf(ctx, 'issue', issue, {
          find: findIssue,
          slugOf: (found) => found.issue.slug,
        }),
      };
      const found = await listArticles(ctx.reader, {
        ...rest,
        topicId: by.topic?.id,
        authorId: by.author?.id,
        actorId: by.actor?.id,
        issueId: by.issue?.id,
      });
      ctx.show?.([...listTags(by), ...found.items.map(({ id }) => tag.article(id))]);
      return page(found);
    }),
});
