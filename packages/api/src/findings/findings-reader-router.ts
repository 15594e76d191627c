import { findActor } from '@viewpoints/db/published/actors';
import { findArticleId } from '@viewpoints/db/published/articles';
import { findFindingPage, listFindings } from '@viewpoints/db/published/findings';
import { findIssue } from '@viewpoints/db/published/issues';
import { findSourceId } from '@viewpoints/db/published/sources';
import { type Tag, tag } from '@viewpoints/db/published/tags';
import { Stance } from '@viewpoints/domain/findings/finding';
import { FindingPageView, FindingView } from '@viewpoints/domain/findings/finding-view';
import { Id, Slug } from '@viewpoints/domain/values';
import { z } from 'zod';
import { byTime, page, request } from '../paging.ts';
import { notFound } from '../problem.ts';
import { idOf, pageOf } from '../reader-inputs.ts';
import { readerProcedure, readerRouter } from '../trpc.ts';

const listed = byTime.extend({
  actor: Slug.optional(),
  issue: Slug.optional(),
  article: Slug.optional(),
  source: Slug.optional(),
  stance: Stance.optional(),
});

function listTags({ actor, issue, source }: z.output<typeof listed>, articleId?: string): Tag[] {
  if (articleId !== undefined) return [tag.article(articleId)];
  if (actor !== undefined)
    return [issue === undefined ? tag.actor(actor) : tag.position(actor, issue)];
  if (issue !== undefined) return [tag.issue(issue)];
  if (source !== undefined) return [tag.source(source)];
  return ['list:findings'];
}

export const findingsReaderRouter = readerRouter({
  /** A finding with its links and what replaced it; a withdrawn one says only that it was there. */
  byId: readerProcedure
    .input(z.strictObject({ id: Id }))
    .output(FindingPageView)
    .query(async ({ ctx, input: { id } }) => {
      const found = await findFindingPage(ctx.reader, id);
      const others = [...(found?.links ?? []), ...(found?.replaces ?? []), found?.replacedBy];
      ctx.show?.([id, ...others.flatMap((each) => each?.finding.id ?? [])].map(tag.finding));
      if (found === null) throw notFound('finding');
      return found;
    }),

  /** Newest first. */
  list: readerProcedure
    .input(listed.prefault({}))
    .output(pageOf(FindingView))
    .query(async ({ ctx, input }) => {
      const { reader } = ctx;
      const { actor, issue, article, source, ...rest } = request(input);
      const actorId = await idOf(ctx, 'actor', actor, (slug) => findActor(reader, slug));
      const issueId = await idOf(ctx, 'issue', issue, (slug) => findIssue(reader, slug));
      const articleId = await idOf(ctx, 'article', article, (slug) => findArticleId(reader, slug));
      const sourceId = await idOf(ctx, 'source', source, (slug) => findSourceId(reader, slug));
      const found = await listFindings(reader, { ...rest, actorId, issueId, articleId, sourceId });
      ctx.show?.([...listTags(input, articleId), ...found.items.map(({ id }) => tag.finding(id))]);
      return page(found);
    }),
});
