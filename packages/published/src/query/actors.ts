import type { ReaderDatabase } from '@viewpoints/db/client';
import type { PageRequest, QueryPage } from '@viewpoints/db/editorial/page';
import { jsonObjectFrom } from '@viewpoints/db/generated/kysely';
import { selectFirst, selectRows } from '@viewpoints/db/statement';
import type { ActorView } from '@viewpoints/domain/actors/actor-view';
import type { Named } from '@viewpoints/domain/findings/finding-view';
import type { CountedFindings } from '@viewpoints/domain/findings/position-view';
import { listPublishedEntries } from './entries.ts';
import { countRows } from './expressions.ts';
import { isCorrected } from './finding-rows.ts';
import { findPublishedByFormerSlug } from './former-slug.ts';
import { published } from './reader-tables.ts';

const actors = published
  .selectFrom('actor as a')
  .select((eb) => [
    ...(['a.id', 'a.slug', 'a.kind', 'a.name', 'a.aliases', 'a.description'] as const),
    'a.wikidata_id as wikidataId',
    jsonObjectFrom(
      eb
        .selectFrom('actor as p')
        .select(['p.slug', 'p.name'])
        .whereRef('p.id', '=', 'a.part_of_id'),
    ).as('partOf'),
  ]);

/** An actor that something published mentions, by its slug or a former one. */
export async function findPublishedActor(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; actor: ActorView } | null> {
  const row =
    (await selectFirst(db, actors.where('a.slug', '=', slug))) ?? (await findFormer(db, slug));
  if (row === null) return null;
  const { id, ...actor } = row;
  return { id, actor };
}

async function findFormer(
  db: ReaderDatabase,
  slug: string,
): Promise<(ActorView & { id: string }) | null> {
  const id = await findPublishedByFormerSlug(db, 'actor', slug);
  return id === null ? null : selectFirst(db, actors.where('a.id', '=', id));
}

/** The issues an actor has published positions on, with how many findings each. */
export function listPublishedIssuesOfActor(
  db: ReaderDatabase,
  actorId: string,
): Promise<CountedFindings[]> {
  return selectRows(
    db,
    published
      .selectFrom('published_holding as f')
      .innerJoin('published_about as b', 'b.finding_id', 'f.finding_id')
      .innerJoin('issue as i', 'i.id', 'b.issue_id')
      .select(['i.slug', 'i.name', countRows.as('findingCount')])
      .where('f.actor_id', '=', actorId)
      .where(({ not }) => not(isCorrected('f.finding_id')))
      .groupBy(['i.id', 'i.slug', 'i.name'])
      .orderBy('i.name')
      .orderBy('i.slug'),
    { unprepared: true },
  );
}

export const listPublishedActors = (
  db: ReaderDatabase,
  page: PageRequest,
): Promise<QueryPage<Named>> => listPublishedEntries(db, 'actor', page);
