import { leadPicture } from '@viewpoints/domain/articles/lead-picture';
import { kindsWith } from '@viewpoints/domain/kinds/kinds';
import { Slug } from '@viewpoints/domain/values';
import { type Tag, tag } from '@viewpoints/published/changes/tags';
import { findPublishedEntry } from '@viewpoints/published/query/entries';
import {
  type FeedFilter,
  listPublishedFeedArticles,
  listPublishedFeedCorrections,
  listPublishedFeedFindings,
} from '@viewpoints/published/query/feeds';
import { listPublishedPictureFiles } from '@viewpoints/published/query/media';
import { z } from 'zod';
import type { ReaderContext } from '../context.ts';
import { orNotFound } from '../reader-inputs.ts';
import { readerProcedure, readerRouter } from '../trpc.ts';

/** The subject of a feed. */
const About = z.strictObject({ kind: z.enum(kindsWith('feed')), slug: Slug });
type About = z.infer<typeof About>;

const FeedInput = z.strictObject({ about: About.nullable(), limit: z.int().min(1).max(50) });

/** The filter of a feed, with what it is about; notes the tags under which that changes. */
async function filterOf(
  ctx: ReaderContext,
  about: About | null,
): Promise<{ filter: FeedFilter; about: { slug: string; name: string } | null }> {
  if (about === null) return { filter: {}, about: null };
  const { kind, slug } = about;
  const subject = orNotFound(ctx, kind, slug, await findPublishedEntry(ctx.reader, kind, slug));
  ctx.show?.([tag[kind](subject.slug), ...(subject.slug === slug ? [] : [tag.slug(slug)])]);
  return {
    filter: { [`${kind}Id`]: subject.id },
    about: { slug: subject.slug, name: subject.name },
  };
}

/** Contents of the reading site's feeds: only the site calls this. */
export const feedsReaderRouter = readerRouter({
  /**
   * The newest articles whole, and older ones corrected or retracted since; and the files of the
   * pictures that lead them.
   */
  articles: readerProcedure.input(FeedInput).query(async ({ ctx, input: { about, limit } }) => {
    const feed = await filterOf(ctx, about);
    const items = await listPublishedFeedArticles(ctx.reader, { ...feed.filter, limit });
    const lists: Tag[] = [
      ...(about === null ? ['list:articles' as const] : []),
      'list:corrections',
    ];
    ctx.show?.([
      ...lists,
      ...items.map(({ id }) => tag.article(id)),
      ...items.flatMap(({ findings }) => findings.map(({ id }) => tag.finding(id))),
    ]);
    const leads = items.flatMap(({ body, pictures }) => leadPicture(body, pictures) ?? []);
    const files = await listPublishedPictureFiles(
      ctx.reader,
      leads.map(({ mediaId }) => mediaId),
    );
    return { about: feed.about, items, files };
  }),

  /** The newest findings. */
  findings: readerProcedure.input(FeedInput).query(async ({ ctx, input: { about, limit } }) => {
    const feed = await filterOf(ctx, about);
    const items = await listPublishedFeedFindings(ctx.reader, { ...feed.filter, limit });
    ctx.show?.([
      'list:findings',
      ...items.flatMap(({ finding: { id, successor } }) => [
        tag.finding(id),
        ...(successor === null ? [] : [tag.finding(successor.id)]),
      ]),
    ]);
    return { about: feed.about, items };
  }),

  /** The newest corrections and retractions. */
  corrections: readerProcedure.input(FeedInput).query(async ({ ctx, input: { about, limit } }) => {
    const feed = await filterOf(ctx, about);
    const items = await listPublishedFeedCorrections(ctx.reader, { ...feed.filter, limit });
    ctx.show?.(['list:corrections', ...items.map(({ articleId }) => tag.article(articleId))]);
    return { about: feed.about, items: items.map(({ correction }) => correction) };
  }),
});
