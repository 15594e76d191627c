import { ArticleContent } from '@viewpoints/domain/articles/article';
import type { ArticleSnapshot } from '@viewpoints/domain/articles/compare-articles';
import { RevisionReason } from '@viewpoints/domain/articles/revision';
import { historyAges, type ThinnedEntry } from '@viewpoints/domain/articles/thin-history';
import { Finding, Link } from '@viewpoints/domain/findings/finding';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { instant } from './instant.ts';
import { newId } from './new-id.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';
import { findRevision } from './revisions.ts';
import { parseContentOf } from './unreadable-content.ts';

type Person = { id: string; name: string };

/** A moment of an article in the list of its history. The id of a revision's entry is the revision's. */
export type HistoryItem = {
  id: string;
  at: string;
  /** The revision's number, reason and creator; null for an hourly entry. */
  revision: { number: number; reason: z.infer<typeof RevisionReason>; createdBy: Person } | null;
  /** Who wrote since the entry before it. */
  authors: Person[];
  name: string | null;
};

const HistoryRow = z.object({
  id: z.string(),
  at: z.date(),
  number: z.number().nullable(),
  reason: RevisionReason.nullable(),
  byId: z.string().nullable(),
  byName: z.string().nullable(),
  authors: z.array(z.object({ id: z.string(), name: z.string() })).nullable(),
  name: z.string().nullable(),
});
type HistoryRow = z.infer<typeof HistoryRow>;

/**
 * The history of an article, newest first. A revision made before entries existed has none and is
 * listed all the same; one with a reason that only a newer version knows is not.
 */
export async function listHistory(
  db: Transaction,
  articleId: string,
  { cursor, limit }: PageRequest,
): Promise<QueryPage<HistoryItem>> {
  const rows = await parseRowsIn(
    db,
    HistoryRow,
    Prisma.sql`
    select entry.id, entry.at, entry.number, entry.reason, by.id as "byId", by.name as "byName", entry.name,
           (select json_agg(json_build_object('id', a.id, 'name', a.name) order by a.name, a.id)
            from account a where a.id = any (entry.author_ids)) as authors
    from (
      select h.id, h.at, null::int as number, null::revision_reason as reason, null::uuid as by_id,
             h.author_ids, h.name
      from history_entry h where h.article_id = ${articleId}::uuid and h.revision_id is null
      union all
      select r.id, r.created_at, r.number, r.reason, r.created_by_id, h.author_ids, h.name
      from revision r left join history_entry h on h.revision_id = r.id
      where r.article_id = ${articleId}::uuid and r.reason::text = any(${RevisionReason.options})
    ) entry left join account by on by.id = entry.by_id
    where ${cursor === null} or (entry.at, entry.id) < (${cursor?.key ?? null}::timestamptz, ${cursor?.id ?? null}::uuid)
    order by entry.at desc, entry.id desc
    limit ${limit + 1}`,
  );
  return pageOf(rows, limit, {
    item: historyItemOf,
    cursor: ({ id, at }) => ({ key: instant(at), id }),
  });
}

const historyItemOf = ({ number, reason, byId, byName, ...row }: HistoryRow): HistoryItem => ({
  ...{ id: row.id, at: instant(row.at), name: row.name, authors: row.authors ?? [] },
  revision:
    number === null || reason === null
      ? null
      : { number, reason, createdBy: { id: byId ?? '', name: byName ?? '' } },
});

/** The content of an article at a moment of its history, by the id of its entry or revision. */
export type StoredSnapshot = ArticleSnapshot & {
  id: string;
  articleId: string;
  at: string;
  /** The number of the revision; null for an hourly entry. */
  number: number | null;
  name: string | null;
};

const StoredContent = ArticleContent.omit({ note: true });

export async function findSnapshot(db: Transaction, id: string): Promise<StoredSnapshot | null> {
  const entry = await db.historyEntry.findUnique({ where: { id } });
  if (entry === null || entry.revisionId !== null) {
    const revision = await findRevision(db, id);
    if (revision === null) return null;
    const { articleId, createdAt: at, content, findings, links, number } = revision;
    return { id, articleId, at, number, content, findings, links, name: entry?.name ?? null };
  }
  return parseContentOf(db, entry.articleId, () => ({
    ...{ id, articleId: entry.articleId, at: instant(entry.at), number: null, name: entry.name },
    content: { ...StoredContent.parse(entry.content), note: null },
    findings: z.array(Finding).parse(entry.findings),
    links: z.array(Link).parse(entry.links),
  }));
}

/** How far an article has come, and how far its history. The article must be locked. */
export async function getHistoryState(
  tx: Transaction,
  articleId: string,
): Promise<{ change: number; changedAt: Date | null; keptChange: number }> {
  const [row] = await parseRowsIn(
    tx,
    z.object({ change: z.number(), changedAt: z.date().nullable(), keptChange: z.number() }),
    Prisma.sql`
    select a.change_count as change,
           (select max(c.at) from contribution c where c.article_id = a.id) as "changedAt",
           (select coalesce(max(h.change), 0) from history_entry h where h.article_id = a.id) as "keptChange"
    from article a where a.id = ${articleId}::uuid`,
  );
  if (row === undefined) throw new Error(`there is no article ${articleId}`);
  return row;
}

export type NewEntry = {
  articleId: string;
  at: Date;
  /** Either the revision that has what the article said, or what it said. */
  said: { revisionId: string } | { snapshot: ArticleSnapshot };
  name?: string | null;
};

/** Adds an entry, with who wrote since the one before it. The article must be locked. */
export async function insertHistoryEntry(
  tx: Transaction,
  { articleId, at, said, name = null }: NewEntry,
): Promise<string> {
  const id = 'revisionId' in said ? said.revisionId : newId();
  const { content, findings, links } = 'snapshot' in said ? said.snapshot : noSnapshot;
  const { note: _, ...words } = content ?? { note: null };
  const json = (value: unknown) => ('snapshot' in said ? JSON.stringify(value) : null);
  await tx.$executeRaw`
    insert into history_entry (id, article_id, revision_id, content, findings, links, at, change, author_ids, name)
    select ${id}::uuid, ${articleId}::uuid, ${'revisionId' in said ? id : null}::uuid, ${json(words)}::jsonb,
           ${json(findings)}::jsonb, ${json(links)}::jsonb, ${at}, a.change_count,
           array(select c.account_id from contribution c where c.article_id = ${articleId}::uuid and c.change >
             (select coalesce(max(h.change), 0) from history_entry h where h.article_id = ${articleId}::uuid)),
           ${name}
    from article a where a.id = ${articleId}::uuid`;
  return id;
}
const noSnapshot = { content: null, findings: null, links: null };

/** Names an entry, or takes its name away. One that is a revision without an entry gets one. */
export async function writeEntryName(
  tx: Transaction,
  { id, name }: { id: string; name: string | null },
): Promise<void> {
  const { count } = await tx.historyEntry.updateMany({ where: { id }, data: { name } });
  if (count === 0)
    await tx.$executeRaw`
      insert into history_entry (id, article_id, revision_id, at, change, author_ids, name)
      select r.id, r.article_id, r.id, r.created_at,
             (select coalesce(max(c.change), 0) from contribution c
              where c.article_id = r.article_id and c.at <= r.created_at), '{}', ${name}
      from revision r where r.id = ${id}::uuid`;
}

/**
 * Deletes former words of a locked article in one statement: unnamed hourly entries, answers to
 * quote checks, links to previews, and the quotes of comment threads whose words are no longer in
 * its text.
 * @param commented the words that each thread is attached to now
 */
export async function deleteFormerWords(
  tx: Transaction,
  articleId: string,
  commented: ReadonlyMap<string, string>,
): Promise<void> {
  const words = JSON.stringify(Object.fromEntries(commented));
  await tx.$executeRaw`
    with former as (
      delete from history_entry
      where article_id = ${articleId}::uuid and revision_id is null and name is null),
    answers as (
      update quote_check set said = ''
      where said <> '' and finding_id in (select id from finding where article_id = ${articleId}::uuid)),
    links as (
      update preview_link set revoked_at = now()
      where article_id = ${articleId}::uuid and revoked_at is null)
    update comment_thread set quote = ${words}::jsonb ->> id::text
    where article_id = ${articleId}::uuid and target = 'words'
      and quote is distinct from ${words}::jsonb ->> id::text`;
}

/** Articles of whose history something is to go; 100 at most. */
export async function listArticlesToThin(db: Transaction, now: Date): Promise<string[]> {
  const before = (age: number) => new Date(now.getTime() - age);
  const rows = await parseRowsIn(
    db,
    z.object({ articleId: z.string() }),
    Prisma.sql`
    select distinct spans.article_id as "articleId" from (
      select article_id from history_entry
      where revision_id is null and name is null and at <= ${before(historyAges.all)}
      group by article_id, at <= ${before(historyAges.hourly)}, at <= ${before(historyAges.daily)},
        date_trunc(case when at <= ${before(historyAges.hourly)} then 'day' else 'hour' end, at, 'UTC')
      having count(*) > 1 or bool_or(at <= ${before(historyAges.daily)})
    ) spans limit 100`,
  );
  return rows.map(({ articleId }) => articleId);
}

/** The entries of an article's history, the oldest first, for `thinHistory`. */
export async function listThinnedEntries(
  tx: Transaction,
  articleId: string,
): Promise<ThinnedEntry[]> {
  const rows = await tx.historyEntry.findMany({
    where: { articleId },
    orderBy: [{ at: 'asc' }, { change: 'asc' }],
    select: { id: true, at: true, authorIds: true, revisionId: true, name: true },
  });
  return rows.map(({ id, at, authorIds, revisionId, name }) => ({
    ...{ id, at: instant(at), authorIds },
    isKept: revisionId !== null || name !== null,
  }));
}

export async function thinEntries(
  tx: Transaction,
  { remove, authors }: { remove: string[]; authors: { id: string; authorIds: string[] }[] },
): Promise<void> {
  await tx.historyEntry.deleteMany({ where: { id: { in: remove } } });
  for (const { id, authorIds } of authors)
    await tx.historyEntry.update({ where: { id }, data: { authorIds } });
}
