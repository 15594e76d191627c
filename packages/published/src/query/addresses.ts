import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { type AliasedExpression, jsonArrayFrom, sql } from '@viewpoints/db/generated/kysely';
import { selectRows } from '@viewpoints/db/statement';
import { countRows, inScope, latest, listIn, monthOf, monthText } from './expressions.ts';
import { published } from './reader-tables.ts';

/** Something with an address, and when its page last changed. */
export type DatedAddress = { slug: string; changedAt: string };

/**
 * An article's address with its pictures, by the ids of their media, and its other languages. Of
 * pictures a sitemap takes a thousand an address.
 */
export type ArticleAddress = DatedAddress & {
  language: string;
  mediaIds: string[];
  /** The same article in other languages; itself not among them. */
  translations: { language: string; slug: string }[];
};

/** A part of a long list: so many from the one at `offset` on. */
export type Part = { offset: number; limit: number };

/** A month of UTC, as "2026-11". */
type InMonth = Part & { month: string };

/** The number of publications in a month of UTC, and the last change of any of them. */
export type Month = { month: string; count: number; changedAt: string };

type MonthRow = { month: string; count: number; changed: Date };
const monthAddress = ({ month, count, changed }: MonthRow): Month => ({
  ...{ month, count },
  changedAt: instant(changed),
});

/** The months in which articles were published, latest first. */
export async function listPublishedArticleMonths(db: ReaderDatabase): Promise<Month[]> {
  const counted = published
    .selectFrom('published_article')
    .select(({ ref, fn }) => [
      monthOf(ref('published_at'), sql.lit('UTC')).as('start'),
      ...([countRows.as('count'), fn.max('revised_at').as('changed')] as const),
    ])
    .groupBy('start')
    .as('counted');
  return (await selectRows(db, latestFirst(counted))).map(monthAddress);
}

/** The months in which findings were published, latest first. */
export async function listPublishedFindingMonths(db: ReaderDatabase): Promise<Month[]> {
  const counted = published
    .selectFrom('published_finding')
    .select(({ ref, fn }) => [
      monthOf(ref('published_at'), sql.lit('UTC')).as('start'),
      ...([countRows.as('count'), fn.max('published_at').as('changed')] as const),
    ])
    .where('withdrawn_at', 'is', null)
    .groupBy('start')
    .as('counted');
  return (await selectRows(db, latestFirst(counted))).map(monthAddress);
}

/** Only the months are put into words, not the moment of each row. */
const latestFirst = (
  counted: AliasedExpression<{ start: Date; count: number; changed: Date }, 'counted'>,
) =>
  published
    .selectFrom(counted)
    .select(({ ref }) => [monthText(ref('counted.start')).as('month'), 'counted.count'])
    .select('counted.changed')
    .orderBy('counted.start', 'desc');

const eb = inScope<{ a: 'published_article'; o: 'published_article' }>();

/** The same article in other languages; nothing of or for what was retracted. */
const translations = jsonArrayFrom(
  eb
    .selectFrom('published_article as o')
    .select(['o.language', 'o.slug'])
    .whereRef('o.translation_group', '=', 'a.translation_group')
    .whereRef('o.id', '<>', 'a.id')
    .where(eb.not(eb.ref('o.retracted')))
    .where(eb.not(eb.ref('a.retracted')))
    .orderBy('o.language')
    .orderBy('o.slug'),
);

const media = listIn(
  eb
    .selectFrom('published_media as m')
    .innerJoin('media as p', 'p.id', 'm.media_id')
    .select('m.media_id as value')
    // A file is no picture.
    .where('p.media_type', '<>', 'application/pdf')
    .whereRef('m.article_id', '=', 'a.id')
    .orderBy('m.media_id')
    .limit(sql.lit(1000)),
);

const articles = published
  .selectFrom('published_article as a')
  .select(['a.slug', 'a.language', 'a.revised_at as changed'])
  .select([media.as('mediaIds'), translations.as('translations')]);

type ArticleRow = Omit<ArticleAddress, 'changedAt'> & { changed: Date };
const articleAddress = ({ changed, ...row }: ArticleRow): ArticleAddress => ({
  ...row,
  changedAt: instant(changed),
});

/** Articles published in a month, including retracted ones, since their notice stays. */
export async function listPublishedArticleAddresses(
  db: ReaderDatabase,
  { month, offset, limit }: InMonth,
): Promise<ArticleAddress[]> {
  const { from, to } = boundsOf(month);
  const rows = await selectRows(
    db,
    articles
      .where('a.published_at', '>=', from)
      .where('a.published_at', '<', to)
      .orderBy('a.published_at', 'desc')
      .orderBy('a.id', 'desc')
      .limit(limit)
      .offset(offset),
  );
  return rows.map(articleAddress);
}

/** The articles that changed last, whenever they were published. */
export async function listPublishedChangedArticles(
  db: ReaderDatabase,
  { limit }: { limit: number },
): Promise<ArticleAddress[]> {
  const rows = await selectRows(
    db,
    articles.orderBy('a.revised_at', 'desc').orderBy('a.id', 'desc').limit(limit),
  );
  return rows.map(articleAddress);
}

/** Findings published in a month; `changedAt` includes the time of a replacement. */
export async function listPublishedFindingAddresses(
  db: ReaderDatabase,
  { month, offset, limit }: InMonth,
): Promise<{ id: string; changedAt: string }[]> {
  const { from, to } = boundsOf(month);
  const rows = await selectRows(
    db,
    published
      .selectFrom('published_finding as f')
      .select((each) => [
        'f.id',
        latest(
          each.ref('f.published_at'),
          each
            .selectFrom('published_supersession as s')
            .select('s.at')
            .whereRef('s.old_id', '=', 'f.id')
            .$asScalar(),
        ).as('changed'),
      ])
      .where('f.withdrawn_at', 'is', null)
      .where('f.published_at', '>=', from)
      .where('f.published_at', '<', to)
      .orderBy('f.published_at', 'desc')
      .orderBy('f.id')
      .limit(limit)
      .offset(offset),
  );
  return rows.map(({ id, changed }) => ({ id, changedAt: instant(changed) }));
}

/** An article of the last days, as news: its headline in its language. */
export type NewsAddress = { slug: string; language: string; headline: string; publishedAt: string };

/** Articles published after `since`, newest first; not those retracted. */
export async function listPublishedNews(
  db: ReaderDatabase,
  { since, limit }: { since: Date; limit: number },
): Promise<NewsAddress[]> {
  const rows = await selectRows(
    db,
    published
      .selectFrom('published_article as a')
      .select((each) => [
        ...(['a.slug', 'a.language'] as const),
        each.ref('a.summary', '->>').key('headline').as('headline'),
        'a.published_at as published',
      ])
      .where('a.published_at', '>', since)
      .where(({ not, ref }) => not(ref('a.retracted')))
      .orderBy('a.published_at', 'desc')
      .orderBy('a.id', 'desc')
      .limit(limit),
  );
  return rows.map(({ published, ...row }) => ({ ...row, publishedAt: instant(published) }));
}

function boundsOf(month: string): { from: Date; to: Date } {
  const from = new Date(`${month}-01T00:00:00.000Z`);
  const to = new Date(from);
  to.setUTCMonth(to.getUTCMonth() + 1);
  return { from, to };
}
