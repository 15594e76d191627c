import type { ReaderDatabase } from '@viewpoints/db/client';
import { selectFirst } from '@viewpoints/db/statement';
import type { AuthorView } from '@viewpoints/domain/articles/author-view';
import { findPublishedByFormerSlug } from './former-slug.ts';
import { published } from './reader-tables.ts';

const authors = published
  .selectFrom('author')
  .select(['id', 'slug', 'name', 'about', 'same_as as sameAs']);

/** An author named in a published byline, by slug or a former one. */
export async function findPublishedAuthor(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; author: AuthorView } | null> {
  const row =
    (await selectFirst(db, authors.where('slug', '=', slug))) ?? (await findFormer(db, slug));
  if (row === null) return null;
  const { id, ...author } = row;
  return { id, author };
}

async function findFormer(
  db: ReaderDatabase,
  slug: string,
): Promise<(AuthorView & { id: string }) | null> {
  const id = await findPublishedByFormerSlug(db, 'author', slug);
  return id === null ? null : selectFirst(db, authors.where('id', '=', id));
}
