import type { ReaderDatabase } from '@viewpoints/db/client';
import { type PageRequest, pageOf, type QueryPage } from '@viewpoints/db/editorial/page';
import type { ActorView } from '@viewpoints/domain/actors/actor-view';
import type { Named } from '@viewpoints/domain/findings/finding-view';
import type { CountedFindings } from '@viewpoints/domain/findings/position-view';
import { findByFormerSlug } from './former-slug.ts';
import { limitBucket } from './limit-bucket.ts';

const columns = `a.id, a.slug, a.kind, a.name, a.aliases, a.description, a.wikidata_id AS "wikidataId",
  CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('slug', p.slug, 'name', p.name) END AS "partOf"`;

/** An actor whom something published mentions, by its address or a former one. */
export async function findActor(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; actor: ActorView } | null> {
  const row = (await findRow(db, 'a.slug = $1', slug)) ?? (await findFormer(db, slug));
  if (row === null) return null;
  const { id, ...actor } = row;
  return { id, actor };
}

type Row = ActorView & { id: string };

async function findRow(db: ReaderDatabase, where: string, value: string): Promise<Row | null> {
  const [row] = await db.rows<Row>(
    `SELECT ${columns} FROM actor a LEFT JOIN actor p ON p.id = a.part_of_id WHERE ${where}`,
    [value],
  );
  return row ?? null;
}

async function findFormer(db: ReaderDatabase, slug: string): Promise<Row | null> {
  const id = await findByFormerSlug(db, 'actor', slug);
  return id === null ? null : findRow(db, 'a.id = $1::uuid', id);
}

/** The issues an actor has published positions on, with how many findings each. */
export function listIssuesOfActor(db: ReaderDatabase, actorId: string): Promise<CountedFindings[]> {
  return db.rows<CountedFindings>(
    `
    SELECT i.slug, i.name, count(*)::int AS "findingCount"
    FROM published_holding h
    JOIN published_about p ON p.finding_id = h.finding_id
    JOIN issue i ON i.id = p.issue_id
    WHERE h.actor_id = $1::uuid AND NOT EXISTS (
      SELECT FROM published_supersession s WHERE s.old_id = h.finding_id AND s.kind = 'correction')
    GROUP BY i.id, i.slug, i.name ORDER BY i.name, i.slug`,
    [actorId],
    { unprepared: true },
  );
}

export async function listActors(
  db: ReaderDatabase,
  { cursor, limit }: PageRequest,
): Promise<QueryPage<Named>> {
  const after = cursor === null ? '' : 'WHERE (a.name, a.id) > ($1, $2::uuid)';
  // The limit is spelled out: a plan for any number of rows sorts them all.
  const rows = await db.rows<Named & { id: string }>(
    `SELECT a.id, a.slug, a.name FROM actor a ${after}
     ORDER BY a.name, a.id LIMIT ${limitBucket(limit + 1)}`,
    cursor === null ? [] : [cursor.key, cursor.id],
  );
  return pageOf(rows.slice(0, limit + 1), limit, {
    item: ({ slug, name }) => ({ slug, name }),
    cursor: ({ id, name }) => ({ key: name, id }),
  });
}
