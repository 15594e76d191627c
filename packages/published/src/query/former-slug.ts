import type { ReaderDatabase } from '@viewpoints/db/client';
import type { PageKind } from '@viewpoints/db/generated/enums';
import { selectFirst } from '@viewpoints/db/statement';
import { published } from './reader-tables.ts';

/** The id of what had this address before, where readers may still see it; null otherwise. */
export async function findPublishedByFormerSlug(
  db: ReaderDatabase,
  kind: PageKind,
  slug: string,
): Promise<string | null> {
  const row = await selectFirst(
    db,
    published
      .selectFrom('former_slug')
      .select('ref_id')
      .where('kind', '=', kind)
      .where('slug', '=', slug),
  );
  return row?.ref_id ?? null;
}
