import type { ReaderDatabase } from '@viewpoints/db/client';
import type { AuthorView } from '@viewpoints/domain/articles/author-view';
import { findByFormerSlug } from './former-slug.ts';

type Row = AuthorView & { id: string };

/** Somebody named in a published byline, by their address or a former one. */
export async function findAuthor(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; author: AuthorView } | null> {
  const row = (await findRow(db, 'slug = $1', slug)) ?? (await findFormer(db, slug));
  if (row === null) return null;
  const { id, ...author } = row;
  return { id, author };
}

async function findRow(db: ReaderDatabase, where: string, value: string): Promise<Row | null> {
  const [row] = await db.rows<Row>(
    `SELECT id, slug, name, about, same_as AS "sameAs" FROM author WHERE ${where}`,
    [value],
  );
  return row ?? null;
}

async function findFormer(db: ReaderDatabase, slug: string): Promise<Row | null> {
  const id = await findByFormerSlug(db, 'author', slug);
  return id === null ? null : findRow(db, 'id = $1::uuid', id);
}
