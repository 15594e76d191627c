import type { ReaderDatabase } from '@viewpoints/db/client';
import { sql } from '@viewpoints/db/generated/kysely';
import { selectFirst, selectRows } from '@viewpoints/db/statement';
import { wordedSourceView } from '@viewpoints/domain/attribution/stored-source-view';
import type { SourcePageView } from '@viewpoints/domain/sources/source-page-view';
import { findPublishedByFormerSlug } from './former-slug.ts';
import { published } from './reader-tables.ts';

/** Most articles shown for one source. */
const maxArticles = 200;

/** A source that something published names, and what rests on it, newest first. */
export async function findPublishedSourcePage(
  db: ReaderDatabase,
  slug: string,
): Promise<SourcePageView | null> {
  const found = await findPublishedSourceId(db, slug);
  if (found === null) return null;
  const rows = await selectRows(
    db,
    published
      .selectFrom('published_source as s')
      .innerJoin('published_article as a', 'a.id', 's.article_id')
      .select(['s.view', 'a.summary'])
      .where('s.source_id', '=', found.id)
      .orderBy('s.published_at', 'desc')
      .orderBy('s.article_id', 'desc')
      .limit(sql.lit(maxArticles)),
    { unprepared: true },
  );
  const [newest] = rows;
  if (newest === undefined) return null;
  return {
    // Of the newest article, in whose language it is worded.
    source: wordedSourceView(newest.view, newest.summary.language),
    articles: rows.map(({ summary }) => summary),
  };
}

const sources = published
  .selectFrom('published_source')
  .select(['source_id as id', 'slug'])
  .limit(sql.lit(1));

/** The id behind a named source's address, present or former, and its present slug. */
export async function findPublishedSourceId(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; slug: string } | null> {
  const row = await selectFirst(db, sources.where('slug', '=', slug));
  if (row !== null) return row;
  const id = await findPublishedByFormerSlug(db, 'source', slug);
  return id === null ? null : selectFirst(db, sources.where('source_id', '=', id));
}
