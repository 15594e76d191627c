import { isKindWith, kindsWhere } from '@viewpoints/domain/kinds/kinds';
import { listTag, type Tag, tag } from '@viewpoints/published/changes/tags';
import {
  listPublishedArticleAddresses,
  listPublishedArticleMonths,
  listPublishedChangedArticles,
  listPublishedFindingAddresses,
  listPublishedFindingMonths,
  listPublishedNews,
} from '@viewpoints/published/query/addresses';
import {
  countAddresses,
  countIssues,
  listPublishedPositionAddresses,
  listPublishedSlugs,
} from '@viewpoints/published/query/entry-addresses';
import { z } from 'zod';
import { readerProcedure, readerRouter } from '../trpc.ts';

/** Addresses in one sitemap at most: far below what the protocol allows, so that each is made fast. */
export const addressesInSitemap = 10_000;

/** More than this no sitemap may hold, by the protocol. */
const MOST = 50_000;

/** Actors whose positions are in one sitemap: each may have one on every issue. */
export const actorsInSitemap = (issues: number): number =>
  Math.max(1, Math.min(100, Math.floor(MOST / Math.max(1, issues))));

/** A month of UTC. */
const Month = z.string().regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/);
/** From 1. */
const page = z.int().min(1).max(10_000);
const inMonth = z.strictObject({ month: Month, page });

const part = (number: number) => ({
  offset: (number - 1) * addressesInSitemap,
  limit: addressesInSitemap,
});

const Kind = z.enum([...kindsWhere('sitemap', 'own'), ...kindsWhere('sitemap', 'pages')]);

/** Of a list of names there is a tag for the list; other names come and go with articles. */
const tagOf = (kind: z.infer<typeof Kind>): Tag =>
  isKindWith('listTag', kind) ? listTag[kind] : 'list:changes';

/** Contents of the sitemaps: only the reading site calls this. */
export const sitemapsReaderRouter = readerRouter({
  /** How much there is to list: by month, and in whole. */
  extent: readerProcedure.query(async ({ ctx: { reader, show } }) => {
    show?.(['list:changes']);
    const [articles, findings, counts, issues] = await Promise.all([
      listPublishedArticleMonths(reader),
      listPublishedFindingMonths(reader),
      countAddresses(reader),
      countIssues(reader),
    ]);
    return { articles, findings, counts, actorsInOne: actorsInSitemap(issues) };
  }),

  articles: readerProcedure
    .input(inMonth)
    .query(({ ctx: { reader, show }, input: { month, page: number } }) => {
      show?.([tag.month(month)]);
      return listPublishedArticleAddresses(reader, { month, ...part(number) });
    }),

  findings: readerProcedure
    .input(inMonth)
    .query(({ ctx: { reader, show }, input: { month, page: number } }) => {
      show?.([tag.month(month)]);
      return listPublishedFindingAddresses(reader, { month, ...part(number) });
    }),

  /** The articles that changed last. */
  changes: readerProcedure.query(({ ctx: { reader, show } }) => {
    show?.(['list:changes']);
    return listPublishedChangedArticles(reader, { limit: 1_000 });
  }),

  /** Articles published since a moment; a news sitemap has at most a thousand. */
  news: readerProcedure
    .input(z.strictObject({ since: z.date() }))
    .query(({ ctx: { reader, show }, input: { since } }) => {
      show?.(['list:changes']);
      return listPublishedNews(reader, { since, limit: 1_000 });
    }),

  positions: readerProcedure
    .input(z.strictObject({ page }))
    .query(async ({ ctx: { reader, show }, input }) => {
      // A correction may move a finding to another issue or holder.
      show?.(['list:changes', 'list:actors', 'list:issues']);
      const limit = actorsInSitemap(await countIssues(reader));
      return listPublishedPositionAddresses(reader, { offset: (input.page - 1) * limit, limit });
    }),

  slugs: readerProcedure
    .input(z.strictObject({ kind: Kind, page }))
    .query(({ ctx: { reader, show }, input: { kind, page: number } }) => {
      show?.([tagOf(kind)]);
      return listPublishedSlugs(reader, { kind, ...part(number) });
    }),
});
