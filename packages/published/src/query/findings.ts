import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { type PageRequest, pageOf, type QueryPage } from '@viewpoints/db/editorial/page';
import type { LinkKind, SupersessionKind } from '@viewpoints/db/generated/enums';
import type { Stance } from '@viewpoints/domain/findings/finding';
import type { FindingPageView, FindingView } from '@viewpoints/domain/findings/finding-view';
import { escapeLiteral } from 'pg';
import { type FindingEntryKind, findingEntryKinds, findingNames } from '../kinds.ts';
import { listCitingFinding } from './citations.ts';
import {
  corrected,
  findingFields,
  lastVersion,
  type ReadFinding,
  readFindingRef,
  readFindingView,
  stands,
} from './finding-rows.ts';
import { isUnprepared, limitBucket } from './limit-bucket.ts';

/** A finding with what it is linked to and what replaced it; a withdrawn one says only that. */
export async function findFindingPage(
  db: ReaderDatabase,
  id: string,
): Promise<FindingPageView | null> {
  const [[row], links, replaced] = await Promise.all([
    db.rows<ReadFinding & { lastVersion: number | null }>(
      `${from('published_finding f', `${lastVersion} AS "lastVersion", `)} WHERE f.id = $1::uuid`,
      [id],
    ),
    db.rows<ReadFinding & { kind: LinkKind; out: boolean }>(
      `${from('published_link l JOIN published_finding f ON f.id IN (l.from_id, l.to_id) AND f.id <> $1::uuid', 'l.kind, l.from_id = $1::uuid AS out, ')}
       WHERE $1::uuid IN (l.from_id, l.to_id) ORDER BY out DESC, l.kind, f.published_at, f.id`,
      [id],
    ),
    db.rows<ReadFinding & { kind: SupersessionKind }>(
      `${from('published_supersession o JOIN published_finding f ON f.id = o.old_id', 'o.kind, ')}
       WHERE o.new_id = $1::uuid ORDER BY o.at DESC`,
      [id],
    ),
  ]);
  if (row === undefined) return null;
  const finding = readFindingView(row);
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
    citedBy: finding.state === 'withdrawn' ? [] : await listCitingFinding(db, id),
  };
}

const from = (tables: string, fields = '') =>
  `SELECT ${fields}${findingFields} FROM ${tables} JOIN published_article a ON a.id = f.article_id`;

/** Ids, as `find…Id` functions give them for slugs. */
export type FindingFilter = {
  [K in FindingEntryKind as `${K}Id`]?: string | undefined;
} & {
  articleId?: string | undefined;
  sourceId?: string | undefined;
  stance?: Stance | undefined;
  /** The language they were said in, a BCP 47 tag. */
  saidIn?: string | undefined;
  /** Only those that nothing has replaced. */
  standing?: true | undefined;
};

/**
 * Newest first; of one moment those of one article together, in the order of its text. Where the
 * text no longer has their words, they come last.
 */
export const newestInOrder = 'f.published_at DESC, f.article_id, f.number, f.id' as const;

const placeOf = (f: string) => `${f}.article_id, coalesce(${f}.number, 2147483647), ${f}.id`;

/** Published findings, newest first, and in their article's order within it. */
export async function listFindings(
  db: ReaderDatabase,
  { cursor, limit, ...filter }: FindingFilter & PageRequest,
): Promise<QueryPage<FindingView>> {
  const { where, values } = findingConditions(filter);
  if (cursor !== null) {
    values.push(cursor.key, cursor.id);
    const [at, id] = [`$${values.length - 1}::timestamptz`, `$${values.length}::uuid`];
    // What came out at the same moment goes on after the last one seen, where that is still there.
    where.push(`f.published_at <= ${at} AND (f.published_at < ${at} OR coalesce(
      (${placeOf('f')}) > (SELECT ${placeOf('o')} FROM published_finding o WHERE o.id = ${id}), true))`);
  }
  // The limit is spelled out: a plan for any number of rows sorts them all.
  const rows = await db.rows<ReadFinding>(
    `SELECT ${findingFields} FROM published_finding f JOIN published_article a ON a.id = f.article_id
     WHERE ${['f.withdrawn_at IS NULL', ...where].join(' AND ')}
     ORDER BY ${newestInOrder} LIMIT ${limitBucket(limit + 1)}`,
    values,
    { unprepared: isUnprepared(filter) },
  );
  return pageOf(rows.slice(0, limit + 1), limit, {
    item: readFindingView,
    cursor: ({ id, publishedAt }) => ({ key: instant(publishedAt), id }),
  });
}

/** More than any one actor will have said on one issue; a bound, not a page. */
const mostInPosition = 1_000;

/**
 * What an actor holds on an issue, in order of when it was held. A finding that the journal corrected
 * is no part of it: our mistake must not read as a change of mind.
 */
export async function listPosition(
  db: ReaderDatabase,
  { actorId, issueId }: { actorId: string; issueId: string },
): Promise<FindingView[]> {
  const { where, values } = findingConditions({ actorId, issueId });
  where.push(`NOT ${corrected}`);
  const rows = await db.rows<ReadFinding>(
    `SELECT ${findingFields} FROM published_finding f JOIN published_article a ON a.id = f.article_id
     WHERE ${['f.withdrawn_at IS NULL', ...where].join(' AND ')}
     ORDER BY f.held_at, f.published_at, f.article_id, f.number, f.id LIMIT ${mostInPosition}`,
    values,
    { unprepared: true },
  );
  return rows.map(readFindingView);
}

/** What a finding `f` has to be, and the values that this names. */
export function findingConditions(filter: FindingFilter): { where: string[]; values: unknown[] } {
  const where: string[] = [];
  const values: unknown[] = [];
  const add = (given: string | undefined, condition: (value: string) => string) => {
    if (given === undefined) return;
    values.push(given);
    where.push(condition(`$${values.length}`));
  };
  for (const kind of findingEntryKinds)
    add(filter[`${kind}Id`], (value) => findingNames(kind, value));
  add(filter.articleId, (value) => `f.article_id = ${value}::uuid`);
  add(filter.sourceId, (value) => `f.source_id = ${value}::uuid`);
  add(filter.saidIn, (value) => `f.view ->> 'saidIn' = ${value}`);
  if (filter.standing === true) where.push(stands);
  // Spelled out: each stance has an index of its own, which is chosen when a statement is planned.
  if (filter.stance !== undefined) where.push(`f.stance = ${escapeLiteral(filter.stance)}::stance`);
  return { where, values };
}
