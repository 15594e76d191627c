import type { ReaderDatabase } from '@viewpoints/db/client';
import { hashOfFormerPath } from '@viewpoints/db/former-path-hash';
import { sql } from '@viewpoints/db/generated/kysely';
import { selectFirst } from '@viewpoints/db/statement';
import {
  type Candidate,
  redirectCandidates,
  redirectTarget,
} from '@viewpoints/domain/redirects/redirect-key';
import { pageAtPath } from './pages.ts';
import { published } from './reader-tables.ts';

/** What is found at an address that no route fits. */
export type FoundAddress = {
  /** The address of the page that is there, without the first slash: another than it, if it moved. */
  page: string | null;
  /** Where readers are sent on to from there. */
  redirect: string | null;
  /** The slug of the article that had this path on the journal's former site. */
  former: string | null;
};

/** The redirect of several that decides first, by the order of these hashes. */
const redirectAmong = (hashes: readonly string[]) =>
  published
    .selectFrom('redirect as r')
    .select(sql<string[]>`array[r.from_hash, r.target]`.as('found'))
    .where(sql<boolean>`r.from_hash = any(${sql.val(hashes)}::text[])`)
    .orderBy(sql`array_position(${sql.val(hashes)}::text[], r.from_hash)`)
    .limit(sql.lit(1));

function targetOf(
  found: string[] | null | undefined,
  candidates: readonly Candidate[],
  hashes: readonly string[],
): string | null {
  const [hash = '', target] = found ?? [];
  const candidate = candidates[hashes.indexOf(hash)];
  if (target === undefined || candidate === undefined) return null;
  return redirectTarget(target, candidate);
}

/** Where readers are sent on to from an address (`/path?query`) at which nothing is; null for nowhere. */
export async function findRedirect(db: ReaderDatabase, target: string): Promise<string | null> {
  const candidates = redirectCandidates(target);
  if (candidates.length === 0) return null;
  const hashes = candidates.map(({ key }) => hashOfFormerPath(key));
  const row = await selectFirst(db, redirectAmong(hashes));
  return targetOf(row?.found, candidates, hashes);
}

/**
 * All that may be at an address that no route fits, by one query: that of an address that is nothing costs
 * no more.
 *
 * @param target what was asked for (`/path?query`)
 * @param page the path, if it may be that of a page
 */
export async function findAddress(
  db: ReaderDatabase,
  target: string,
  page: string | null,
): Promise<FoundAddress> {
  const candidates = redirectCandidates(target);
  const nothing: FoundAddress = { page: null, redirect: null, former: null };
  const path = candidates.findLast(({ end }) => end === '')?.key;
  if (path === undefined) return nothing;
  const hashes = candidates.map(({ key }) => hashOfFormerPath(key));
  const former = published
    .selectFrom('former_address as f')
    .innerJoin('published_article as a', 'a.id', 'f.article_id')
    .select('a.slug')
    .where('f.path_hash', '=', hashOfFormerPath(path));
  const row = await selectFirst(
    db,
    published.selectNoFrom([
      (page === null ? sql<string | null>`null` : pageAtPath(page)).as('page'),
      redirectAmong(hashes).as('redirect'),
      former.as('former'),
    ]),
  );
  if (row === null) return nothing;
  return {
    page: row.page ?? null,
    redirect: targetOf(row.redirect, candidates, hashes),
    former: row.former ?? null,
  };
}
