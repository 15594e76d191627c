import type { ActorView } from '@viewpoints/domain/actors/actor-view';
import type { Named } from '@viewpoints/domain/findings/finding-view';
import type { CountedFindings } from '@viewpoints/domain/findings/position-view';
import type { ReaderDatabase } from '../client.ts';
import { type PageOf, type PageRequest, pageOf } from '../editorial/page.ts';
import { findByFormerSlug } from './former-slug.ts';

const columns = {
  ...{ id: true, slug: true, kind: true, name: true, aliases: true },
  ...{ description: true, wikidataId: true },
  partOf: { select: { slug: true, name: true } },
} as const;

/** An actor whom something published mentions, by its address or a former one. */
export async function findActor(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; actor: ActorView } | null> {
  const row =
    (await db.actor.findUnique({ where: { slug }, select: columns })) ??
    (await findFormer(db, slug));
  if (row === null) return null;
  const { id, ...actor } = row;
  return { id, actor };
}

async function findFormer(db: ReaderDatabase, slug: string) {
  const id = await findByFormerSlug(db, 'actor', slug);
  return id === null ? null : db.actor.findUnique({ where: { id }, select: columns });
}

/** The issues an actor has published positions on, with how many findings each. */
export function listIssuesOfActor(db: ReaderDatabase, actorId: string): Promise<CountedFindings[]> {
  return db.$queryRaw<CountedFindings[]>`
    SELECT i.slug, i.name, count(*)::int AS "findingCount"
    FROM published_holding h
    JOIN published_about p ON p.finding_id = h.finding_id
    JOIN issue i ON i.id = p.issue_id
    WHERE h.actor_id = ${actorId}::uuid
    GROUP BY i.id, i.slug, i.name ORDER BY i.name, i.slug`;
}

export async function listActors(
  db: ReaderDatabase,
  { cursor, limit }: PageRequest,
): Promise<PageOf<Named>> {
  const rows = await db.actor.findMany({
    where:
      cursor === null
        ? {}
        : { OR: [{ name: { gt: cursor.key } }, { name: cursor.key, id: { gt: cursor.id } }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit + 1,
    select: { id: true, slug: true, name: true },
  });
  return pageOf(rows, limit, {
    item: ({ slug, name }) => ({ slug, name }),
    cursor: ({ id, name }) => ({ key: name, id }),
  });
}
