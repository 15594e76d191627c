import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import {
  type FindingFilter,
  type FindingListItem,
  type FindingName,
  listFindingNames,
  listFindingsWhere,
} from './finding-list.ts';
import { instant } from './instant.ts';
import { containsText, isOwnFinding, partOfPage } from './ownership.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

type Found = { id: string; at: Date; own: boolean };

/** What readers know of a finding's state. */
const publicState = Prisma.sql`case when exists (
  select from published_supersession s join published_finding n on n.id = s.new_id
  where s.old_id = p.id and n.visible_from <= now()) then 'superseded' else 'published' end`;

/**
 * Lists the findings visible to a contributor: those of their own articles or proposals, and the
 * published views of all others. Search looks in those same texts only.
 */
export async function listVisibleFindings(
  db: Transaction,
  accountId: string,
  { cursor, limit, ...filter }: FindingFilter & PageRequest,
): Promise<QueryPage<FindingListItem>> {
  const { states = [], stance, articleId, actorId, issueId, sourceId, q } = filter;
  const paging = { cursor, limit };
  const inOwn = Prisma.sql`
    (${states.length === 0} or f.state::text = any(${states}::text[]))
    and (${stance ?? null}::text is null or f.stance::text = ${stance ?? null})
    and (${articleId ?? null}::uuid is null or f.article_id = ${articleId ?? null}::uuid)
    and (${sourceId ?? null}::uuid is null or f.source_id = ${sourceId ?? null}::uuid)
    and (${actorId ?? null}::uuid is null or exists (
      select from finding_holder h where h.finding_id = f.id and h.actor_id = ${actorId ?? null}::uuid))
    and (${issueId ?? null}::uuid is null or exists (
      select from finding_issue i where i.finding_id = f.id and i.issue_id = ${issueId ?? null}::uuid))
    and ${containsText(q, [Prisma.sql`f.proposition`, Prisma.sql`f.quote_exact`])}`;
  const inPublished = Prisma.sql`
    (${states.length === 0} or ${publicState} = any(${states}::text[]))
    and (${stance ?? null}::text is null or p.stance::text = ${stance ?? null})
    and (${articleId ?? null}::uuid is null or p.article_id = ${articleId ?? null}::uuid)
    and (${sourceId ?? null}::uuid is null or p.source_id = ${sourceId ?? null}::uuid)
    and (${actorId ?? null}::uuid is null or exists (
      select from published_holding h where h.finding_id = p.id and h.actor_id = ${actorId ?? null}::uuid))
    and (${issueId ?? null}::uuid is null or exists (
      select from published_about i where i.finding_id = p.id and i.issue_id = ${issueId ?? null}::uuid))
    and ${containsText(q, [
      Prisma.sql`p.view ->> 'proposition'`,
      Prisma.sql`p.view #>> '{quote,exact}'`,
    ])}`;
  const rows = await db.$queryRaw<Found[]>`
    (select f.id, f.updated_at as at, true as own
     from finding f join article a on a.id = f.article_id
     where ${isOwnFinding(accountId)} and ${inOwn}
       and ${partOfPage(paging, { at: Prisma.sql`f.updated_at`, id: Prisma.sql`f.id` })})
    union all
    (select p.id, p.published_at as at, false as own
     from published_finding p join finding f on f.id = p.id join article a on a.id = f.article_id
     where p.visible_from <= now() and p.withdrawn_at is null
       and not ${isOwnFinding(accountId)} and ${inPublished}
       and ${partOfPage(paging, { at: Prisma.sql`p.published_at`, id: Prisma.sql`p.id` })})
    order by at desc, id limit ${limit + 1}`;
  const page = pageOf(rows, limit, {
    item: (row) => row,
    cursor: ({ at, id }) => ({ key: instant(at), id }),
  });
  return { ...page, items: await itemsOf(db, page.items) };
}

/** The rows of a page, in its order. */
async function itemsOf(db: Transaction, found: Found[]): Promise<FindingListItem[]> {
  const idsOf = (own: boolean) => found.flatMap((row) => (row.own === own ? [row.id] : []));
  const items = [
    ...(await listFindingsWhere(db, { id: { in: idsOf(true) } }, found.length)),
    ...(await listPublished(db, idsOf(false))),
  ];
  const byId = new Map(items.map((item) => [item.id, item]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}

type Published = {
  view: FindingView;
  state: 'published' | 'superseded';
  actors: Record<string, string>;
  issues: { id: string; name: string }[];
};

/** From the published views alone: nothing of the working copies, nor of who works on them. */
async function listPublished(db: Transaction, ids: string[]): Promise<FindingListItem[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<Published[]>`
    select p.view, ${publicState} as state,
      coalesce((select jsonb_object_agg(a.slug, a.id) from published_holding h
                join actor a on a.id = h.actor_id where h.finding_id = p.id), '{}') as actors,
      coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'name', i.name) order by i.name)
                from published_about b join issue i on i.id = b.issue_id
                where b.finding_id = p.id), '[]') as issues
    from published_finding p
    where p.id = any(${ids}::uuid[]) and p.visible_from <= now() and p.withdrawn_at is null`;
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
    proposedBy: null,
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
  const own = await db.$queryRaw<{ id: string }[]>`
    select f.id from finding f join article a on a.id = f.article_id
    where f.id = any(${ids}::uuid[]) and ${isOwnFinding(accountId)}`;
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
