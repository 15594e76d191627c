import { Stance } from '@viewpoints/domain/findings/finding-fields';
import { FindingPageView, FindingView } from '@viewpoints/domain/findings/finding-view';
import { Id, Slug } from '@viewpoints/domain/values';
import { type Tag, tag } from '@viewpoints/published/changes/tags';
import { findPublishedArticleId } from '@viewpoints/published/query/articles';
import { findPublishedEntry } from '@viewpoints/published/query/entries';
import { findingFilters } from '@viewpoints/published/query/finding-filters';
import {
  findPublishedFindingPage,
  listPublishedFindings,
} from '@viewpoints/published/query/findings';
import { findPublishedSourceId } from '@viewpoints/published/query/sources';
import { z } from 'zod';
import { byTime, page, request } from '../paging.ts';
import { notFound } from '../problem.ts';
import { type Filter, filterOf, pageOf } from '../reader-inputs.ts';
import { readerProcedureAt, readerRouter } from '../trpc.ts';

const listed = byTime.extend({
  actor: Slug.optional(),
  issue: Slug.optional(),
  article: Slug.optional(),
  source: Slug.optional(),
  stance: Stance.optional(),
  ...findingFilters,
});

function listTags({
  actor,
  issue,
  article,
  source,
}: Record<'actor' | 'issue' | 'article' | 'source', Filter | undefined>): Tag[] {
  if (article !== undefined) return [tag.article(article.id)];
  if (actor !== undefined)
    return [issue === undefined ? tag.actor(actor.slug) : tag.position(actor.slug, issue.slug)];
  if (issue !== undefined) return [tag.issue(issue.slug)];
  if (source !== undefined) return [tag.source(source.slug)];
  return ['list:findings'];
}

export const findingsReaderRouter = readerRouter({
  /** A finding with its links and what replaced it; a withdrawn one says only that it was there. */
  byId: readerProcedureAt('/findings/{id}', 'A finding, with what it is linked to', {
    id: '3f2b8f6e-5a0c-4d1e-9b7a-0c1d2e3f4a5b',
  })
    .input(z.strictObject({ id: Id }))
    .output(FindingPageView)
    .query(async ({ ctx, input: { id } }) => {
      const found = await findPublishedFindingPage(ctx.reader, id);
      const others = [...(found?.links ?? []), ...(found?.replaces ?? []), found?.replacedBy];
      ctx.show?.([
        ...[id, ...others.flatMap((each) => each?.finding.id ?? [])].map(tag.finding),
        ...(found?.positions ?? []).map(({ actor, issue }) => tag.position(actor.slug, issue.slug)),
      ]);
      if (found === null) throw notFound('finding');
      return found;
    }),

  /** Newest first. */
  list: readerProcedureAt('/findings', 'Findings, newest first', {
    actor: 'drenn-valley-movement',
    issue: 'ceasefire',
    limit: 1,
  })
    .input(listed.prefault({}))
    .output(pageOf(FindingView))
    .query(async ({ ctx, input }) => {
      const { actor, issue, article, source, ...rest } = request(input);
      const by = {
        actor: await filterOf(ctx, 'actor', actor, {
          find: (db, slug) => findPublishedEntry(db, 'actor', slug),
          slugOf: (found) => found.slug,
        }),
        issue: await filterOf(ctx, 'issue', issue, {
          find: (db, slug) => findPublishedEntry(db, 'issue', slug),
          slugOf: (found) => found.slug,
        }),
        article: await filterOf(ctx, 'article', article, {
          find: findPublishedArticleId,
          // An article is announced by its id.
          slugOf: () => article ?? '',
        }),
        source: await filterOf(ctx, 'source', source, {
          find: findPublishedSourceId,
          slugOf: (found) => found.slug,
        }),
      };
      const found = await listPublishedFindings(ctx.reader, {
        ...rest,
        actorId: by.actor?.id,
        issueId: by.issue?.id,
        articleId: by.article?.id,
        sourceId: by.source?.id,
      });
      ctx.show?.([...listTags(by), ...found.items.map(({ id }) => tag.finding(id))]);
      return page(found);
    }),
});
