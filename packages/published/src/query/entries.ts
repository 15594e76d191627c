import type { ReaderDatabase } from '@viewpoints/db/client';
import { type CatalogueKind, kinds } from '@viewpoints/domain/kinds/kinds';
import { findByFormerSlug } from './former-slug.ts';

/** What lists and feeds need of an entry: which it is, and what it is called. */
export type FoundEntry = { id: string; slug: string; name: string };

/** An entry of the catalogue that something published names, by its address or a former one. */
export async function findEntry(
  db: ReaderDatabase,
  kind: CatalogueKind,
  slug: string,
): Promise<FoundEntry | null> {
  const found = await findRow(db, kind, 'slug = $1', slug);
  if (found !== null) return found;
  const id = await findByFormerSlug(db, kind, slug);
  return id === null ? null : findRow(db, kind, 'id = $1::uuid', id);
}

async function findRow(
  db: ReaderDatabase,
  kind: CatalogueKind,
  where: 'slug = $1' | 'id = $1::uuid',
  value: string,
): Promise<FoundEntry | null> {
  const [row] = await db.rows<FoundEntry>(
    `SELECT id, slug, name FROM "${kinds[kind].table}" WHERE ${where}`,
    [value],
  );
  return row ?? null;
}
