import type { ReaderDatabase } from '@viewpoints/db/client';
import type { PageKind } from '@viewpoints/db/generated/enums';

/** The id of what had this address before, where readers may still see it; null otherwise. */
export async function findByFormerSlug(
  db: ReaderDatabase,
  kind: PageKind,
  slug: string,
): Promise<string | null> {
  const [row] = await db.rows<{ refId: string }>(
    'SELECT ref_id AS "refId" FROM former_slug WHERE kind = $1::page_kind AND slug = $2',
    [kind, slug],
  );
  return row?.refId ?? null;
}
