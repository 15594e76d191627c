import type { ReaderDatabase } from '../client.ts';
import type { PageKind } from '../generated/enums.ts';

/** The id of what had this address before, where readers may still see it; null otherwise. */
export async function findByFormerSlug(
  db: ReaderDatabase,
  kind: PageKind,
  slug: string,
): Promise<string | null> {
  const row = await db.formerSlug.findUnique({
    where: { kind_slug: { kind, slug } },
    select: { refId: true },
  });
  return row?.refId ?? null;
}
