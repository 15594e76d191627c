import { connectEditorial, type EditorialDatabase, inTransaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { parseRowsIn } from '@viewpoints/db/statement';
import { z } from 'zod';

/**
 * Public things without an entry in the log of changes, by when they were first published. Of pages of the
 * journal about itself nobody is told.
 */
const lacking = Prisma.sql`
  WITH visible AS (
    SELECT id, published_at FROM published_article WHERE visible_from <= now() AND path IS NULL
  ), page AS (
    SELECT 'article' AS kind, id, published_at AS at FROM visible
    UNION ALL
    SELECT 'finding', id, published_at FROM published_finding WHERE visible_from <= now()
    UNION ALL
    SELECT 'source', s.source_id, min(v.published_at)
    FROM visible v JOIN published_source s ON s.article_id = v.id GROUP BY s.source_id
    UNION ALL
    SELECT m.kind::text, m.ref_id, min(v.published_at)
    FROM visible v JOIN published_mention m ON m.article_id = v.id GROUP BY m.kind, m.ref_id
  )
  SELECT kind, id::text FROM page p
  WHERE NOT EXISTS (SELECT FROM public_change c WHERE c.kind = p.kind AND c.ref_id = p.id)
  ORDER BY at, kind, p.id`;

const Page = z.object({ kind: z.string(), id: z.string() });

/** Entries that one transaction inserts: publishing waits a moment for each transaction. */
const batch = 2_000;

/**
 * Adds entries to the log of changes for everything published before the log existed. Changes and
 * locks nothing if all are there. An interrupted run is resumed the next time.
 * @returns whether anything was missing
 */
export async function fillChanges(databaseUrl: string): Promise<boolean> {
  // The cursor below belongs to one connection.
  const db = connectEditorial(databaseUrl, { poolSize: 1 });
  try {
    // Looked for before the lock, under which nothing can be published, and held by the server, since
    // it may be millions. It outlasts the transactions that follow, and ends with the connection.
    await db.$executeRaw`DECLARE lacking CURSOR WITH HOLD FOR ${lacking}`;
    const next = () =>
      parseRowsIn(db, Page, Prisma.sql`FETCH ${Prisma.raw(`${batch}`)} FROM lacking`);
    let pages = await next();
    const missing = pages.length > 0;
    for (; pages.length > 0; pages = await next()) await enter(db, pages);
    return missing;
  } finally {
    await db.$disconnect();
  }
}

async function enter(db: EditorialDatabase, pages: z.infer<typeof Page>[]): Promise<void> {
  const [ofKinds, ids] = [pages.map(({ kind }) => kind), pages.map(({ id }) => id)];
  await inTransaction(
    db,
    async (tx) => {
      // Two programs that start at once take turns, and what was entered meanwhile is left out.
      await tx.$executeRaw`SELECT FROM public_change_count FOR UPDATE`;
      await tx.$executeRaw`
      INSERT INTO noted_change (kinds, ref_ids)
      SELECT array_agg(kind ORDER BY place), array_agg(id ORDER BY place)
      FROM unnest(${ofKinds}::text[], ${ids}::uuid[]) WITH ORDINALITY AS page(kind, id, place)
      WHERE NOT EXISTS (SELECT FROM public_change c WHERE c.kind = page.kind AND c.ref_id = page.id)
      HAVING count(*) > 0`;
    },
    { timeout: batchTimeout },
  );
}

/** Milliseconds that a batch may take, most of which it may wait for those who publish. */
const batchTimeout = 5 * 60_000;
