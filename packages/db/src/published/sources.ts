import { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import { SourceView } from '@viewpoints/domain/attribution/source-view';
import type { SourcePageView } from '@viewpoints/domain/sources/source-page-view';
import type { ReaderDatabase } from '../client.ts';
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
  const rows = await db.publishedSource.findMany({
    where: { sourceId: found.id },
    orderBy: [{ article: { publishedAt: 'desc' } }, { articleId: 'desc' }],
    take: mostArticles,
    select: { view: true, article: { select: { summary: true } } },
  });
  const [newest] = rows;
  if (newest === undefined) return null;
  return {
    source: SourceView.parse(newest.view),
    articles: rows.map(({ article }) => ArticleSummary.parse(article.summary)),
  };
}

/** The id behind a named source's address, present or former, and its present slug. */
export async function findSourceId(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; slug: string } | null> {
  const row = await db.publishedSource.findFirst({ where: { slug }, select: { sourceId: true } });
  if (row !== null) return { id: row.sourceId, slug };
  const id = await findByFormerSlug(db, 'source', slug);
  const now =
    id === null
      ? null
      : await db.publishedSource.findFirst({ where: { sourceId: id }, select: { slug: true } });
  return id === null || now === null ? null : { id, slug: now.slug };
}
