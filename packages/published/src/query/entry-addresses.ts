import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { sql } from '@viewpoints/db/generated/kysely';
import { selectFirst, selectRows } from '@viewpoints/db/statement';
import { byKind, type EntryKind, kinds, kindsWhere } from '@viewpoints/domain/kinds/kinds';
import type { Part } from './addresses.ts';
import { countIn, countRows, inScope } from './expressions.ts';
import { published } from './reader-tables.ts';

/** Whether an actor `a` holds a position on any issue. */
const holdsPosition = (() => {
  const actor = inScope<{ a: 'actor' }>();
  return actor.exists(
    actor
      .selectFrom('published_holding as h')
      .innerJoin('published_about as b', 'b.finding_id', 'h.finding_id')
      .whereRef('h.actor_id', '=', 'a.id'),
  );
})();

/** Positions of the actors of one part of those who hold any, in order of their addresses. */
export async function listPublishedPositionAddresses(
  db: ReaderDatabase,
  { offset, limit }: Part,
): Promise<{ actor: string; issue: string; changedAt: string }[]> {
  const rows = await selectRows(
    db,
    published
      .with(
        (cte) => cte('listed').materialized(),
        (each) =>
          each
            .selectFrom('actor as a')
            .select(['a.id', 'a.slug'])
            .where(holdsPosition)
            .orderBy('a.slug')
            .limit(limit)
            .offset(offset),
      )
      .selectFrom('listed')
      .innerJoin('published_holding as h', 'h.actor_id', 'listed.id')
      .innerJoin('published_finding as f', 'f.id', 'h.finding_id')
      .innerJoin('published_about as b', 'b.finding_id', 'f.id')
      .innerJoin('issue as i', 'i.id', 'b.issue_id')
      .select(({ fn }) => [
        ...(['listed.slug as actor', 'i.slug as issue'] as const),
        fn.max('f.published_at').as('changed'),
      ])
      .where('f.withdrawn_at', 'is', null)
      .groupBy(['listed.slug', 'i.slug'])
      .orderBy('listed.slug')
      .orderBy('i.slug'),
  );
  return rows.map(({ changed, ...row }) => ({ ...row, changedAt: instant(changed) }));
}

/** Kinds with a sitemap of their own. */
type OwnSitemapKind = (typeof ownSitemapKinds)[number];
const ownSitemapKinds = kindsWhere('sitemap', 'own');

type Counts = Record<'holders' | OwnSitemapKind, number>;

/** How many issues there are that an actor may hold a position on. */
export async function countIssues(db: ReaderDatabase): Promise<number> {
  const row = await selectFirst(db, published.selectFrom('issue').select(countRows.as('count')));
  return row?.count ?? 0;
}

/** How many there are of each kind that is listed as a whole, and of actors who hold positions. */
export async function countAddresses(db: ReaderDatabase): Promise<Counts> {
  const holders = published.selectFrom('actor as a').where(holdsPosition);
  const counted = (kind: OwnSitemapKind) =>
    kind === 'source'
      ? namedSources.select(countRows.as('count'))
      : published.selectFrom(kinds[kind].table).select(countRows.as('count'));
  const row = await selectFirst(
    db,
    published.selectNoFrom([
      countIn(holders.select(countRows.as('count'))).as('holders'),
      ...ownSitemapKinds.map((kind) => countIn(counted(kind)).as(kind)),
    ]),
  );
  return row ?? { holders: 0, ...byKind(ownSitemapKinds, () => 0) };
}

/** Slugs of the sources that visible articles name: of each, one of its many rows is read. */
const namedSources = published
  .withRecursive('named', (db) =>
    db
      .selectNoFrom((each) =>
        each
          .selectFrom('published_source as s')
          .select('s.slug')
          .orderBy('s.slug')
          .limit(sql.lit(1))
          .as('slug'),
      )
      .unionAll(
        db
          .selectFrom('named')
          .select((each) =>
            each
              .selectFrom('published_source as s')
              .select('s.slug')
              .whereRef('s.slug', '>', 'named.slug')
              .orderBy('s.slug')
              .limit(sql.lit(1))
              .as('slug'),
          )
          .where('named.slug', 'is not', null),
      ),
  )
  .selectFrom('named')
  .where('named.slug', 'is not', null);

/** Slugs of what is listed as a whole, in their order. */
export async function listPublishedSlugs(
  db: ReaderDatabase,
  { kind, offset, limit }: Part & { kind: EntryKind },
): Promise<string[]> {
  const rows =
    kind === 'source'
      ? await selectRows(
          db,
          namedSources.select('slug').orderBy('slug').limit(limit).offset(offset),
        )
      : await selectRows(
          db,
          published
            .selectFrom(kinds[kind].table)
            .select('slug')
            .orderBy('slug')
            .limit(limit)
            .offset(offset),
        );
  return rows.flatMap(({ slug }) => slug ?? []);
}
