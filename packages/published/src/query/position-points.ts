import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { sql } from '@viewpoints/db/generated/kysely';
import { compileOnce, selectRows } from '@viewpoints/db/statement';
import { inOrderHeld } from '@viewpoints/domain/positions/position';
import type { PositionInBrief } from '@viewpoints/domain/positions/position-in-brief';
import { isCorrected } from './finding-rows.ts';
import { published } from './reader-tables.ts';

/** More than a small drawing can show of all positions of a finding; a bound, not a page. */
const maxPoints = 200;

/** The positions that a finding is part of, each with all that was held, in order of when. */
export async function listPositionsOfFinding(
  db: ReaderDatabase,
  findingId: string,
): Promise<PositionInBrief[]> {
  const rows = await selectRows(db, pointsBeside(findingId));
  const positions = Map.groupBy(rows, (row) => `${row.actorName} ${row.actor} ${row.issue}`);
  return [...positions]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, found]) => {
      const [first] = found;
      if (first === undefined) return [];
      const points = found.map((row) => ({ ...row, publishedAt: instant(row.publishedAt) }));
      return {
        actor: { slug: first.actor, name: first.actorName },
        issue: { slug: first.issue, name: first.issueName },
        points: inOrderHeld(points).map(({ id, stance, register, asOf }) => ({
          ...{ id, stance, register, asOf },
        })),
      };
    });
}

/** Findings by an actor on an issue that a finding names too. */
const pointsBeside = compileOnce((id) =>
  published
    .selectFrom('published_holding as mine')
    .innerJoin('published_about as about', 'about.finding_id', 'mine.finding_id')
    .innerJoin('actor', 'actor.id', 'mine.actor_id')
    .innerJoin('issue', 'issue.id', 'about.issue_id')
    .innerJoin('published_holding as h', 'h.actor_id', 'mine.actor_id')
    .innerJoin('published_about as o', (join) =>
      join.onRef('o.finding_id', '=', 'h.finding_id').onRef('o.issue_id', '=', 'about.issue_id'),
    )
    .innerJoin('published_finding as f', 'f.id', 'h.finding_id')
    .select((each) => [
      ...(['actor.slug as actor', 'actor.name as actorName', 'issue.slug as issue'] as const),
      ...(['issue.name as issueName', 'f.id', 'f.stance', 'f.register'] as const),
      each.ref('f.view', '->>').key('asOf').as('asOf'),
      'f.published_at as publishedAt',
    ])
    .where('mine.finding_id', '=', id)
    .where('f.withdrawn_at', 'is', null)
    .where(({ not }) => not(isCorrected('f.id')))
    .orderBy('f.held_at', 'desc')
    .orderBy('f.id')
    .limit(sql.lit(maxPoints)),
);
