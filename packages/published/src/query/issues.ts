import type { ReaderDatabase } from '@viewpoints/db/client';
import type { PageRequest, QueryPage } from '@viewpoints/db/editorial/page';
import { jsonArrayFrom, jsonObjectFrom } from '@viewpoints/db/generated/kysely';
import { selectFirst, selectRows } from '@viewpoints/db/statement';
import type { Named } from '@viewpoints/domain/findings/finding-view';
import type { CountedFindings } from '@viewpoints/domain/findings/position-view';
import type { IssueView } from '@viewpoints/domain/issues/issue-view';
import { listPublishedEntries } from './entries.ts';
import { countRows } from './expressions.ts';
import { isCorrected } from './finding-rows.ts';
import { findPublishedByFormerSlug } from './former-slug.ts';
import { published } from './reader-tables.ts';

const issues = published
  .selectFrom('issue as i')
  .select((eb) => [
    ...(['i.id', 'i.slug', 'i.name', 'i.description'] as const),
    jsonObjectFrom(
      eb.selectFrom('issue as p').select(['p.slug', 'p.name']).whereRef('p.id', '=', 'i.parent_id'),
    ).as('parent'),
    jsonArrayFrom(
      eb
        .selectFrom('issue as c')
        .select(['c.slug', 'c.name'])
        .whereRef('c.parent_id', '=', 'i.id')
        .orderBy('c.name'),
    ).as('children'),
  ]);

/** An issue that something published is about, by its address or a former one. */
export async function findPublishedIssue(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; issue: IssueView } | null> {
  const row =
    (await selectFirst(db, issues.where('i.slug', '=', slug))) ?? (await findFormer(db, slug));
  if (row === null) return null;
  const { id, ...issue } = row;
  return { id, issue };
}

async function findFormer(
  db: ReaderDatabase,
  slug: string,
): Promise<(IssueView & { id: string }) | null> {
  const id = await findPublishedByFormerSlug(db, 'issue', slug);
  return id === null ? null : selectFirst(db, issues.where('i.id', '=', id));
}

/** The actors who have published positions on an issue, with how many findings each. */
export function listPublishedActorsOnIssue(
  db: ReaderDatabase,
  issueId: string,
): Promise<CountedFindings[]> {
  return selectRows(
    db,
    published
      .selectFrom('published_about as f')
      .innerJoin('published_holding as h', 'h.finding_id', 'f.finding_id')
      .innerJoin('actor as a', 'a.id', 'h.actor_id')
      .select(['a.slug', 'a.name', countRows.as('findingCount')])
      .where('f.issue_id', '=', issueId)
      .where(({ not }) => not(isCorrected('f.finding_id')))
      .groupBy(['a.id', 'a.slug', 'a.name'])
      .orderBy('a.name')
      .orderBy('a.slug'),
    { unprepared: true },
  );
}

export const listPublishedIssues = (
  db: ReaderDatabase,
  page: PageRequest,
): Promise<QueryPage<Named>> => listPublishedEntries(db, 'issue', page);
