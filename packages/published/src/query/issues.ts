import type { ReaderDatabase } from '@viewpoints/db/client';
import { type PageRequest, pageOf, type QueryPage } from '@viewpoints/db/editorial/page';
import type { Named } from '@viewpoints/domain/findings/finding-view';
import type { CountedFindings } from '@viewpoints/domain/findings/position-view';
import type { IssueView } from '@viewpoints/domain/issues/issue-view';
import { findByFormerSlug } from './former-slug.ts';
import { limitBucket } from './limit-bucket.ts';

const columns = `i.id, i.slug, i.name, i.description,
  CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('slug', p.slug, 'name', p.name) END AS parent,
  (SELECT coalesce(json_agg(json_build_object('slug', c.slug, 'name', c.name) ORDER BY c.name), '[]')
   FROM issue c WHERE c.parent_id = i.id) AS children`;

/** An issue that something published is about, by its address or a former one. */
export async function findIssue(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; issue: IssueView } | null> {
  const row = (await findRow(db, 'i.slug = $1', slug)) ?? (await findFormer(db, slug));
  if (row === null) return null;
  const { id, ...issue } = row;
  return { id, issue };
}

type Row = IssueView & { id: string };

async function findRow(db: ReaderDatabase, where: string, value: string): Promise<Row | null> {
  const [row] = await db.rows<Row>(
    `SELECT ${columns} FROM issue i LEFT JOIN issue p ON p.id = i.parent_id WHERE ${where}`,
    [value],
  );
  return row ?? null;
}

async function findFormer(db: ReaderDatabase, slug: string): Promise<Row | null> {
  const id = await findByFormerSlug(db, 'issue', slug);
  return id === null ? null : findRow(db, 'i.id = $1::uuid', id);
}

/** The actors who have published positions on an issue, with how many findings each. */
export function listActorsOnIssue(db: ReaderDatabase, issueId: string): Promise<CountedFindings[]> {
  return db.rows<CountedFindings>(
    `
    SELECT a.slug, a.name, count(*)::int AS "findingCount"
    FROM published_about p
    JOIN published_holding h ON h.finding_id = p.finding_id
    JOIN actor a ON a.id = h.actor_id
    WHERE p.issue_id = $1::uuid AND NOT EXISTS (
      SELECT FROM published_supersession s WHERE s.old_id = p.finding_id AND s.kind = 'correction')
    GROUP BY a.id, a.slug, a.name ORDER BY a.name, a.slug`,
    [issueId],
    { unprepared: true },
  );
}

export async function listIssues(
  db: ReaderDatabase,
  { cursor, limit }: PageRequest,
): Promise<QueryPage<Named>> {
  const after = cursor === null ? '' : 'WHERE (i.name, i.id) > ($1, $2::uuid)';
  // The limit is spelled out: a plan for any number of rows sorts them all.
  const rows = await db.rows<Named & { id: string }>(
    `SELECT i.id, i.slug, i.name FROM issue i ${after}
     ORDER BY i.name, i.id LIMIT ${limitBucket(limit + 1)}`,
    cursor === null ? [] : [cursor.key, cursor.id],
  );
  return pageOf(rows.slice(0, limit + 1), limit, {
    item: ({ slug, name }) => ({ slug, name }),
    cursor: ({ id, name }) => ({ key: name, id }),
  });
}
