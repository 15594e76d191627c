import type { ReaderDatabase } from '@viewpoints/db/client';
import { sql } from '@viewpoints/db/generated/kysely';
import { selectRows } from '@viewpoints/db/statement';
import type { ActorKind } from '@viewpoints/domain/actors/actor';
import type { FindingView, Named } from '@viewpoints/domain/findings/finding-view';
import { anyOf, inScope, integer } from './expressions.ts';
import { findingRows, readFindingView, stands } from './finding-rows.ts';
import { published } from './reader-tables.ts';

/** A finding of an actor on an issue. */
export type Placed = {
  actor: Named & { kind: ActorKind };
  issue: Named;
  finding: FindingView;
};

/** Bounds, not pages: findings of a cell, its current ones first, and of a whole board. */
const MAX_IN_CELL = 12;
const MAX_ON_BOARD = 2_000;

/** Whose board it is: that of an issue, of all actors or of some, or those of actors. */
type BoardOf =
  | { issueId: string; actorSlugs?: readonly string[] | undefined }
  | { actorIds: readonly string[] };

const eb = inScope<{
  b: 'published_about';
  h: 'published_holding';
  f: 'published_finding';
}>();

/** The findings of a board, each with its place among those of its actor, issue and register, and when its row was last heard. */
const placesOn = (board: BoardOf, before: Date | null) =>
  published
    .selectFrom('published_about as b')
    .innerJoin('published_holding as h', 'h.finding_id', 'b.finding_id')
    .innerJoin('published_finding as f', 'f.id', 'b.finding_id')
    .select(({ fn }) => [
      'f.id as findingId',
      'h.actor_id as actorId',
      'b.issue_id as issueId',
      integer(
        fn
          .agg<number>('row_number')
          .over((over) =>
            (before === null ? over.orderBy(stands, 'desc') : over)
              .partitionBy(['h.actor_id', 'b.issue_id', 'f.register'])
              .orderBy('f.held_at', 'desc')
              .orderBy('f.id'),
          ),
      ).as('place'),
      fn
        .max('f.held_at')
        .over((over) => over.partitionBy('issueId' in board ? 'h.actor_id' : 'b.issue_id'))
        .as('heardAt'),
    ])
    .where('f.withdrawn_at', 'is', null)
    .where(
      'issueId' in board
        ? eb('b.issue_id', '=', board.issueId)
        : eb('h.actor_id', '=', anyOf(board.actorIds)),
    )
    .where(
      'issueId' in board && board.actorSlugs !== undefined
        ? eb(
            'h.actor_id',
            'in',
            published.selectFrom('actor').select('id').where('slug', '=', anyOf(board.actorSlugs)),
          )
        : eb.lit(true),
    )
    .where(before === null ? eb.lit(true) : eb('f.held_at', '<', before));

/** The same, each with the rank of its row: those heard last come first. */
const rankedOn = (board: BoardOf, before: Date | null) =>
  published.selectFrom(placesOn(board, before).as('q')).select(({ fn }) => [
    ...(['q.findingId', 'q.actorId', 'q.issueId', 'q.place'] as const),
    fn
      .agg<number>('dense_rank')
      .over((over) =>
        over.orderBy('q.heardAt', 'desc').orderBy('issueId' in board ? 'q.actorId' : 'q.issueId'),
      )
      .as('rank'),
  ]);

/**
 * The findings on a stance board, with those that were replaced: the current ones of each cell first.
 * A long board has the first of each cell before the second of any.
 * @param rows no more rows than these, of those heard last; null for all
 * @param day only what was held by the end of this day of UTC (YYYY-MM-DD); null for no bound
 */
export async function listPublishedOnBoard(
  db: ReaderDatabase,
  board: BoardOf,
  { day, rows: rowLimit }: { day: string | null; rows: number | null },
): Promise<Placed[]> {
  const before = day === null ? null : new Date(Date.parse(day) + 24 * 3600_000);
  const rows = await selectRows(
    db,
    findingRows
      .innerJoin(rankedOn(board, before).as('p'), 'p.findingId', 'f.id')
      .innerJoin('actor as w', 'w.id', 'p.actorId')
      .innerJoin('issue as i', 'i.id', 'p.issueId')
      .select([
        ...(['w.slug as actorSlug', 'w.name as actorName', 'w.kind as actorKind'] as const),
        ...(['i.slug as issueSlug', 'i.name as issueName'] as const),
      ])
      .where('p.place', '<=', sql.lit(MAX_IN_CELL))
      .$if(rowLimit !== null, (query) => query.where('p.rank', '<=', rowLimit))
      .orderBy('p.place')
      .orderBy('f.held_at', 'desc')
      .orderBy('f.id')
      .limit(sql.lit(MAX_ON_BOARD)),
    { unprepared: true },
  );
  return rows.map((row) => ({
    actor: { slug: row.actorSlug, name: row.actorName, kind: row.actorKind },
    issue: { slug: row.issueSlug, name: row.issueName },
    finding: readFindingView(row),
  }));
}
