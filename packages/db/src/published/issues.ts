import type { Named } from '@viewpoints/domain/findings/finding-view';
import type { CountedFindings } from '@viewpoints/domain/findings/position-view';
import type { IssueView } from '@viewpoints/domain/issues/issue-view';
import type { ReaderDatabase } from '../client.ts';
import { type PageOf, type PageRequest, pageOf } from '../editorial/page.ts';
import { findByFormerSlug } from './former-slug.ts';

const named = { slug: true, name: true } as const;
const columns = {
  ...{ id: true, slug: true, name: true, description: true },
  parent: { select: named },
  children: { select: named, orderBy: { name: 'asc' } },
} as const;

/** An issue that something published is about, by its address or a former one. */
export async function findIssue(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; issue: IssueView } | null> {
  const row =
    (await db.issue.findUnique({ where: { slug }, select: columns })) ??
    (await findFormer(db, slug));
  if (row === null) return null;
  const { id, ...issue } = row;
  return { id, issue };
}

async function findFormer(db: ReaderDatabase, slug: string) {
  const id = await findByFormerSlug(db, 'issue', slug);
  return id === null ? null : db.issue.findUnique({ where: { id }, select: columns });
}

/** The actors who have published positions on an issue, with how many findings each. */
export function listActorsOnIssue(db: ReaderDatabase, issueId: string): Promise<CountedFindings[]> {
  return db.$queryRaw<CountedFindings[]>`
    SELECT a.slug, a.name, count(*)::int AS "findingCount"
    FROM published_about p
    JOIN published_holding h ON h.finding_id = p.finding_id
    JOIN actor a ON a.id = h.actor_id
    WHERE p.issue_id = ${issueId}::uuid
    GROUP BY a.id, a.slug, a.name ORDER BY a.name, a.slug`;
}

export async function listIssues(
  db: ReaderDatabase,
  { cursor, limit }: PageRequest,
): Promise<PageOf<Named>> {
  const rows = await db.issue.findMany({
    where:
      cursor === null
        ? {}
        : { OR: [{ name: { gt: cursor.key } }, { name: cursor.key, id: { gt: cursor.id } }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit + 1,
    select: { id: true, ...named },
  });
  return pageOf(rows, limit, {
    item: ({ slug, name }) => ({ slug, name }),
    cursor: ({ id, name }) => ({ key: name, id }),
  });
}
