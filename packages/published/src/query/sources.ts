import type { ReaderDatabase } from '@viewpoints/db/client';
import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { SourceView } from '@viewpoints/domain/attribution/source-view';
import type { SourcePageView } from '@viewpoints/domain/sources/source-page-view';
import { findByFormerSlug } from './former-slug.ts';

/** Most articles shown for one source. */
const mostArticles = 200;

/** A source that something published names, and what rests on it, newest first. */
export async function findSourcePage(
  db: ReaderDatabase,
  slug: string,
): Promise<SourcePageView | null> {
  const found = await findSourceId(db, slug);
  if (found === null) return null;
  const rows = await db.rows<{ view: SourceView; summary: ArticleSummary }>(
    `SELECT s.view, a.summary FROM published_source s JOIN published_article a ON a.id = s.article_id
     WHERE s.source_id = $1::uuid ORDER BY s.published_at DESC, s.article_id DESC LIMIT ${mostArticles}`,
    [found.id],
    { unprepared: true },
  );
  const [newest] = rows;
  if (newest === undefined) return null;
  return {
    source: newest.view,
    articles: rows.map(({ summary }) => summary),
  };
}

/** The id behind a named source's address, present or former, and its present slug. */
export async function findSourceId(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; slug: string } | null> {
  const row = await findRow(db, 'slug = $1', slug);
  if (row !== null) return row;
  const id = await findByFormerSlug(db, 'source', slug);
  return id === null ? null : findRow(db, 'source_id = $1::uuid', id);
}

async function findRow(
  db: ReaderDatabase,
  where: 'slug = $1' | 'source_id = $1::uuid',
  value: string,
): Promise<{ id: string; slug: string } | null> {
  const [row] = await db.rows<{ id: string; slug: string }>(
    `SELECT source_id AS id, slug FROM published_source WHERE ${where} LIMIT 1`,
    [value],
  );
  return row ?? null;
}
