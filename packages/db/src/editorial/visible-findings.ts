import {
  StoredFindingView,
  StoredHolderView,
} from '@viewpoints/domain/findings/stored-finding-view';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseKnownRowsIn, parseRowsIn } from '../statement.ts';
import { type FindingFilter, filterCondition, publicState } from './finding-filters.ts';
import {
  type FindingListItem,
  type FindingName,
  Found,
  hiddenFromOthers,
  listFindingNames,
  listFindingsWhere,
} from './finding-list.ts';
import { countRows } from './list-filters.ts';
import { orderBy, pageOfFound, partOfPage } from './list-order.ts';
import { isOwnArticle, isOwnFinding } from './ownership.ts';
import type { OrderedRequest, QueryPage } from './page.ts';
import { isOutOfTrash } from './trash.ts';

const { sql } = Prisma;

const VisibleFound = Found.extend({ own: z.boolean() });
type VisibleFound = z.infer<typeof VisibleFound>;

/**
 * Lists the findings visible to a contributor: those of their own articles or proposals, and the
 * published views of all others. Search looks in those same texts only.
 */
export async function listVisibleFindings(
  db: Transaction,
  accountId: string,
  { cursor, limit, order = 'newest', counted, ...filter }: FindingFilter & OrderedRequest,
): Promise<QueryPage<FindingListItem>> {
  const paging = { cursor, limit, order };
  // Proposing a finding in another's article does not make its byline visible.
  const mayAskAuthor = filter.author === undefined ? sql`true` : isOwnArticle(accountId);
  const own = sql`from finding f join article a on a.id = f.article_id
     where ${isOwnFinding(accountId)} and ${isOutOfTrash(sql`a.id`)} and ${mayAskAuthor} and ${filterCondition(filter, 'own')}`;
  const others = sql`from published_finding p
     join finding f on f.id = p.id join article a on a.id = f.article_id
     where p.visible_from <= now() and p.withdrawn_at is null
       and not ${isOwnFinding(accountId)} and ${filterCondition(filter, 'published')}`;
  const rows = await parseRowsIn(
    db,
    VisibleFound,
    sql`
    (select f.id, f.updated_at as key, true as own ${own}
       and ${partOfPage(paging, { at: sql`f.updated_at`, id: sql`f.id` })})
    union all
    (select p.id, p.published_at as key, false as own ${others}
       and ${partOfPage(paging, { at: sql`p.published_at`, id: sql`p.id` })})
    order by ${orderBy(order, sql`key`, sql`id`)} limit ${limit + 1}`,
  );
  const page = await pageOfFound(rows, limit, (found) => readItems(db, found));
  if (!counted) return page;
  return { ...page, count: await countRows(db, sql`select ${own} union all select ${others}`) };
}

/** The rows of what was found, in any order. */
async function readItems(db: Transaction, found: VisibleFound[]): Promise<FindingListItem[]> {
  const idsOf = (own: boolean) => found.flatMap((row) => (row.own === own ? [row.id] : []));
  return [
    ...(await listFindingsWhere(db, { id: { in: idsOf(true) } }, found.length)),
    ...(await listPublished(db, idsOf(false))),
  ];
}

/** The fields of a stored view that lists show; a newer version may have stored more. */
const View = StoredFindingView.pick({
  ...{ id: true, number: true, proposition: true, stance: true, article: true },
  publishedAt: true,
})
  .extend({ holders: z.array(StoredHolderView.strip()) })
  .strip();

const Published = z.object({
  view: View,
  state: z.enum(['published', 'superseded']),
  actors: z.record(z.string(), z.string()),
  issues: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** From the published views alone: nothing of the working copies, nor of who works on them. */
async function listPublished(db: Transaction, ids: string[]): Promise<FindingListItem[]> {
  if (ids.length === 0) return [];
  const rows = await parseKnownRowsIn(
    db,
    Published,
    sql`
    select p.view, ${publicState} as state,
      coalesce((select jsonb_object_agg(a.slug, a.id) from published_holding h
                join actor a on a.id = h.actor_id where h.finding_id = p.id), '{}') as actors,
      coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'name', i.name) order by i.name)
                from published_about b join issue i on i.id = b.issue_id
                where b.finding_id = p.id), '[]') as issues
    from published_finding p
    where p.id = any(${ids}::uuid[]) and p.visible_from <= now() and p.withdrawn_at is null`,
  );
  return rows.map(({ view, state, actors, issues }) => ({
    id: view.id,
    number: view.number,
    state,
    proposition: view.proposition,
    stance: view.stance,
    article: view.article,
    holders: view.holders.map(({ actor, wording }) => {
      const id = actor === null ? undefined : actors[actor.slug];
      return {
        actor: actor && id ? { id, name: actor.name } : null,
        wording: wordingOf(actor, wording, id),
      };
    }),
    issues,
    ...hiddenFromOthers,
    updatedAt: view.publishedAt,
  }));
}

/** A holder whose slug has changed since is named by its published name. */
const wordingOf = (
  actor: { name: string } | null,
  wording: string | null,
  id: string | undefined,
): string | null => wording ?? (actor !== null && id === undefined ? actor.name : null);

/** Names of linked findings, as far as they are visible to a contributor. */
export async function listVisibleFindingNames(
  db: Transaction,
  accountId: string,
  ids: string[],
): Promise<FindingName[]> {
  if (ids.length === 0) return [];
  const own = await parseRowsIn(
    db,
    z.object({ id: z.string() }),
    sql`
    select f.id from finding f join article a on a.id = f.article_id
    where f.id = any(${ids}::uuid[]) and ${isOwnFinding(accountId)}`,
  );
  const ownIds = own.map(({ id }) => id);
  const others = await listPublished(
    db,
    ids.filter((id) => !ownIds.includes(id)),
  );
  return [
    ...(await listFindingNames(db, ownIds)),
    ...others.map(({ id, number, proposition, article }) => ({
      ...{ id, number, proposition, articleId: article.id },
    })),
  ];
}
