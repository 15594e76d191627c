import type { AuthorView } from '@viewpoints/domain/articles/author-view';
import type { ReaderDatabase } from '../client.ts';
import { findByFormerSlug } from './former-slug.ts';

const columns = { id: true, slug: true, name: true, about: true, sameAs: true } as const;

/** Somebody named in a published byline, by their address or a former one. */
export async function findAuthor(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; author: AuthorView } | null> {
  const row =
    (await db.author.findUnique({ where: { slug }, select: columns })) ??
    (await findFormer(db, slug));
  if (row === null) return null;
  const { id, ...author } = row;
  return { id, author };
}

async function findFormer(db: ReaderDatabase, slug: string) {
  const id = await findByFormerSlug(db, 'author', slug);
  return id === null ? null : db.author.findUnique({ where: { id }, select: columns });
}
