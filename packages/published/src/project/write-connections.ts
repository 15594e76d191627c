import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import type { Link, Supersession } from '@viewpoints/domain/findings/finding';
import type { Written } from './publication.ts';

type DatedSupersession = Supersession & { at: string };

/**
 * Makes the links and supersessions of an article's findings those of the publication. One whose
 * other end is not published waits: it is given again when that one is.
 */
export async function writeConnections(
  tx: Transaction,
  { view, links, supersessions }: Written,
): Promise<void> {
  await tx.$executeRaw`
    WITH own AS (SELECT id FROM published_finding WHERE article_id = ${view.id}::uuid),
    shown_link AS (${shownLinks(links)}),
    shown_supersession AS (${shownSupersessions(supersessions)}),
    gone_links AS (
      DELETE FROM published_link l
      WHERE (from_id IN (SELECT id FROM own) OR to_id IN (SELECT id FROM own))
        AND NOT EXISTS (SELECT FROM shown_link k WHERE (k.from_id, k.kind, k.to_id) = (l.from_id, l.kind, l.to_id))
    ), gone_supersessions AS (
      DELETE FROM published_supersession
      WHERE (old_id IN (SELECT id FROM own) OR new_id IN (SELECT id FROM own))
        AND old_id NOT IN (SELECT old_id FROM shown_supersession)
    ), new_links AS (
      INSERT INTO published_link (from_id, kind, to_id)
      SELECT from_id, kind, to_id FROM shown_link ON CONFLICT DO NOTHING
    )
    INSERT INTO published_supersession (old_id, new_id, kind, at)
    SELECT old_id, new_id, kind, at FROM shown_supersession
    ON CONFLICT (old_id) DO UPDATE SET new_id = excluded.new_id, kind = excluded.kind, at = excluded.at`;
}

/** Inserts those of which both ends are published and not withdrawn. */
export async function insertLinks(tx: Transaction, links: Link[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO published_link (from_id, kind, to_id) ${shownLinks(links)} ON CONFLICT DO NOTHING`;
}

/** Inserts those of which both ends are published and not withdrawn. */
export async function insertSupersessions(
  tx: Transaction,
  supersessions: DatedSupersession[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO published_supersession (old_id, new_id, kind, at) ${shownSupersessions(supersessions)}
    ON CONFLICT DO NOTHING`;
}

/*
 * The lock waits for a transaction that is archiving the other end, and leaves out what that has
 * deleted: the reference would be broken.
 */

const shownLinks = (links: Link[]): Prisma.Sql => Prisma.sql`
  SELECT f.id AS from_id, l.kind, t.id AS to_id
  FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS l("from" uuid, kind link_kind, "to" uuid)
  JOIN published_finding f ON f.id = l."from" AND f.withdrawn_at IS NULL
  JOIN published_finding t ON t.id = l."to" AND t.withdrawn_at IS NULL
  ORDER BY 1, 2, 3
  FOR KEY SHARE OF f, t`;

const shownSupersessions = (supersessions: DatedSupersession[]): Prisma.Sql => Prisma.sql`
  SELECT o.id AS old_id, n.id AS new_id, s.kind, s.at
  FROM jsonb_to_recordset(${JSON.stringify(supersessions)}::jsonb) AS s(
    "oldId" uuid, "newId" uuid, kind supersession_kind, at timestamptz)
  JOIN published_finding o ON o.id = s."oldId" AND o.withdrawn_at IS NULL
  JOIN published_finding n ON n.id = s."newId" AND n.withdrawn_at IS NULL
  ORDER BY 1
  FOR KEY SHARE OF o, n`;
