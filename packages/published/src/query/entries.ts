import type { ReaderDatabase } from '@viewpoints/db/client';
import { type PageRequest, pageOf, type QueryPage } from '@viewpoints/db/editorial/page';
import { sql } from '@viewpoints/db/generated/kysely';
import { selectFirst, selectRows } from '@viewpoints/db/statement';
import type { Named } from '@viewpoints/domain/findings/finding-view';
import { type CatalogueKind, kinds } from '@viewpoints/domain/kinds/kinds';
import { findPublishedByFormerSlug } from './former-slug.ts';
import { limitBucket } from './limit-bucket.ts';
import { published } from './reader-tables.ts';

/** An entry in lists and feeds: its id, slug and name. */
export type FoundEntry = { id: string; slug: string; name: string };

const entriesOf = (kind: CatalogueKind) =>
  published.selectFrom(kinds[kind].table).select(['id', 'slug', 'name']);

/** An entry of the catalogue that something published names, by its address or a former one. */
export async function findPublishedEntry(
  db: ReaderDatabase,
  kind: CatalogueKind,
  slug: string,
): Promise<FoundEntry | null> {
  const entries = entriesOf(kind);
  const found = await selectFirst(db, entries.where('slug', '=', slug));
  if (found !== null) return found;
  const id = await findPublishedByFormerSlug(db, kind, slug);
  return id === null ? null : selectFirst(db, entries.where('id', '=', id));
}

/** Entries that readers may look up, by name. */
export async function listPublishedEntries(
  db: ReaderDatabase,
  kind: CatalogueKind,
  { cursor, limit }: PageRequest,
): Promise<QueryPage<Named>> {
  const entries = entriesOf(kind).orderBy('name').orderBy('id');
  const after =
    cursor === null
      ? entries
      : entries.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('name', 'id'), '>', tuple(cursor.key, cursor.id)),
        );
  // The limit is spelled out: a plan for any number of rows sorts them all.
  const rows = await selectRows(db, after.limit(sql.lit(limitBucket(limit + 1))));
  return pageOf(rows.slice(0, limit + 1), limit, {
    item: ({ slug, name }) => ({ slug, name }),
    cursor: ({ id, name }) => ({ key: name, id }),
  });
}
