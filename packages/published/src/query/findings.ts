import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { type PageRequest, pageOf, type QueryPage } from '@viewpoints/db/editorial/page';
import { type Expression, type SqlBool, sql } from '@viewpoints/db/generated/kysely';
import { compileOnce, selectFirst, selectRows } from '@viewpoints/db/statement';
import type { Stance } from '@viewpoints/domain/findings/finding-fields';
import type { FindingPageView, FindingView } from '@viewpoints/domain/findings/finding-view';
import { inOrderHeld, wasHeld } from '@viewpoints/domain/positions/position';
import { listPublishedCitingFinding } from './citations.ts';
import { inScope } from './expressions.ts';
import { type FindingFilters, filteredFields } from './finding-filters.ts';
import {
  findingRows,
  isCorrected,
  lastVersion,
  newestFindings,
  readFindingRef,
  readFindingView,
  stands,
} from './finding-rows.ts';
import { type FindingEntryKind, findingEntryKinds, findingNames } from './kinds.ts';
import { isUnprepared, limitBucket } from './limit-bucket.ts';
import { listPositionsOfFinding } from './position-points.ts';

/** A finding with what it is linked to and what replaced it; a withdrawn one says only that. */
export async function findPublishedFindingPage(
  db: ReaderDatabase,
  id: string,
): Promise<FindingPageView | null> {
  const [row, links, replaced] = await Promise.all([
    selectFirst(db, byId(id)),
    selectRows(db, linkedTo(id)),
    selectRows(db, replacedBy(id)),
  ]);
  if (row === null) return null;
  const finding = readFindingView(row);
  const [citedBy, positions] = await Promise.all([
    finding.state === 'withdrawn' ? [] : listPublishedCitingFinding(db, id),
    wasHeld(finding) ? listPositionsOfFinding(db, id) : [],
  ]);
  return {
    finding,
    lastVersion: row.lastVersion,
    links: links.map((each) => ({
      kind: each.kind,
      direction: each.out ? 'out' : 'in',
      finding: readFindingRef(each),
    })),
    replacedBy: row.replacement && {
      kind: row.replacement.kind,
      finding: row.replacement.finding,
    },
    replaces: replaced.map((each) => ({ kind: each.kind, finding: readFindingRef(each) })),
    citedBy,
    positions,
  };
}

const byId = compileOnce((id) =>
  findingRows.select(lastVersion.as('lastVersion')).where('f.id', '=', id),
);

/** Findings at the other end of the links of one. */
const linkedTo = compileOnce((id) =>
  findingRows
    .innerJoin('published_link as l', (join) =>
      join
        .on(({ eb, ref }) => eb('f.id', 'in', [ref('l.from_id'), ref('l.to_id')]))
        .on('f.id', '<>', id),
    )
    .select((each) => ['l.kind', each('l.from_id', '=', id).as('out')])
    .where(({ eb, ref }) => eb(eb.val(id), 'in', [ref('l.from_id'), ref('l.to_id')]))
    .orderBy('out', 'desc')
    .orderBy('l.kind')
    .orderBy('f.published_at')
    .orderBy('f.id'),
);

/** Findings that one has replaced. */
const replacedBy = compileOnce((id) =>
  findingRows
    .innerJoin('published_supersession as o', 'o.old_id', 'f.id')
    .select('o.kind')
    .where('o.new_id', '=', id)
    .orderBy('o.at', 'desc'),
);

/** Ids, as `findPublished…Id` functions give them for slugs. */
export type FindingFilter = {
  [K in FindingEntryKind as `${K}Id`]?: string | undefined;
} & {
  articleId?: string | undefined;
  sourceId?: string | undefined;
  stance?: Stance | undefined;
  /** Only those that nothing has replaced. */
  standing?: true | undefined;
} & FindingFilters;

const eb = inScope<{ f: 'published_finding'; o: 'published_finding' }>();

/** The order of a finding among those of one moment. */
const placeOf = (of: 'f' | 'o') =>
  [
    eb.ref(`${of}.article_id`),
    eb.fn.coalesce(eb.ref(`${of}.number`), sql.lit(2_147_483_647)),
    eb.ref(`${of}.id`),
  ] as const;

/** The findings after a given one in `newestFindings`, even if that is gone. */
function isAfter(at: Date, id: string): Expression<SqlBool> {
  const [article, number, finding] = placeOf('o');
  const last = eb
    .selectFrom('published_finding as o')
    .select([article.as('article'), number.as('number'), finding.as('finding')])
    .where('o.id', '=', id);
  return eb.and([
    eb('f.published_at', '<=', at),
    eb.or([
      eb('f.published_at', '<', at),
      sql<SqlBool>`coalesce(${eb.tuple(...placeOf('f'))} > ${last}, true)`,
    ]),
  ]);
}

/** Published findings, newest first, and in their article's order within it. */
export async function listPublishedFindings(
  db: ReaderDatabase,
  { cursor, limit, ...filter }: FindingFilter & PageRequest,
): Promise<QueryPage<FindingView>> {
  const where = findingConditions(filter);
  if (cursor !== null) where.push(isAfter(new Date(cursor.key), cursor.id));
  const rows = await selectRows(
    db,
    newestFindings
      .where('f.withdrawn_at', 'is', null)
      .where(({ and }) => and(where))
      // The limit is spelled out: a plan for any number of rows sorts them all.
      .limit(sql.lit(limitBucket(limit + 1))),
    { unprepared: isUnprepared(filter) },
  );
  return pageOf(rows.slice(0, limit + 1), limit, {
    item: readFindingView,
    cursor: ({ id, publishedAt }) => ({ key: instant(publishedAt), id }),
  });
}

/** More than any one actor will have said on one issue; a bound, not a page. */
const maxInPosition = 1_000;

/**
 * The position of an actor on an issue, in order of when it was held. Corrected findings are left
 * out: our mistake must not read as a change of position.
 */
export async function listPublishedPosition(
  db: ReaderDatabase,
  { actorId, issueId }: { actorId: string; issueId: string },
): Promise<FindingView[]> {
  const rows = await selectRows(
    db,
    findingRows
      .where('f.withdrawn_at', 'is', null)
      .where(({ and }) => and(findingConditions({ actorId, issueId })))
      .where(({ not }) => not(isCorrected('f.id')))
      .orderBy('f.held_at')
      .orderBy('f.id')
      .limit(sql.lit(maxInPosition)),
    { unprepared: true },
  );
  // A date that is open at its beginning is stored as that of publication.
  return inOrderHeld(rows.map(readFindingView));
}

/** Conditions on a finding `f`. */
export function findingConditions(filter: FindingFilter): Expression<SqlBool>[] {
  const where: Expression<SqlBool>[] = [];
  for (const kind of findingEntryKinds) {
    const id = filter[`${kind}Id`];
    if (id !== undefined) where.push(findingNames(kind, id));
  }
  const { articleId, sourceId, standing, stance } = filter;
  if (articleId !== undefined) where.push(eb('f.article_id', '=', articleId));
  if (sourceId !== undefined) where.push(eb('f.source_id', '=', sourceId));
  for (const field of filteredFields) {
    const value = filter[field];
    if (value !== undefined) where.push(eb(eb.ref('f.view', '->>').key(field), '=', value));
  }
  if (standing === true) where.push(stands);
  // Spelled out: each stance has an index of its own, which is chosen when a statement is planned.
  if (stance !== undefined) where.push(eb('f.stance', '=', sql.lit(stance)));
  return where;
}
