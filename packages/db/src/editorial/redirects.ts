import type { CheckedRedirect } from '@viewpoints/domain/redirects/check-redirect';
import type { Redirect } from '@viewpoints/domain/redirects/redirect';
import { keyText, type RedirectKey } from '@viewpoints/domain/redirects/redirect-key';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { hashOfFormerPath } from '../former-path-hash.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn, parseRowsIn } from '../statement.ts';
import { newId } from './new-id.ts';

const columns = { id: true, from: true, to: true, target: true, save: true } as const;

/** An edited redirect; null where there is none. */
export const findRedirectById = (db: Transaction, id: string): Promise<Redirect | null> =>
  db.redirect.findUnique({ where: { id }, select: columns });

/** The same until the transaction ends. */
export async function lockRedirect(tx: Transaction, id: string): Promise<Redirect | null> {
  await lockRowsIn(tx, Prisma.sql`select 1 from redirect where id = ${id}::uuid for update`);
  return findRedirectById(tx, id);
}

/** The edited redirects from these addresses. */
export function listRedirectsFrom(tx: Transaction, from: readonly string[]): Promise<Redirect[]> {
  return tx.redirect.findMany({
    where: { fromHash: { in: from.map(hashOfFormerPath) } },
    select: columns,
  });
}

/** What is stored of the public texts of a redirect, for the search for protected names. */
export type Folded = { folded: string; fold: number };

type Written = CheckedRedirect & Folded & { id?: string | undefined; savedBy: string | null };

const keysOf = (key: RedirectKey | null): string[] =>
  key === null ? [] : [...new Set([keyText(key), key.path])];

/** Writes redirects, new ones and those with an id; what they lead to is worked out by `flattenRedirects`. */
export async function writeRedirects(
  tx: Transaction,
  redirects: readonly Written[],
  at: Date,
): Promise<string[]> {
  const rows = redirects.map(({ id, from, to, toKey, savedBy, folded, fold }) => ({
    ...{ id: id ?? newId(), from, from_hash: hashOfFormerPath(from), to, folded, fold },
    ...{ to_hashes: keysOf(toKey).map(hashOfFormerPath), saved_by: savedBy },
  }));
  await tx.$executeRaw`
    INSERT INTO redirect AS r (id, from_address, from_hash, to_address, to_hashes, target, save, saved_by_id, saved_at, folded, fold)
    SELECT g.id, g."from", g.from_hash, g."to", g.to_hashes, g."to", 1, g.saved_by, ${at}, g.folded, g.fold
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g(id uuid, "from" text, from_hash text, "to" text,
      to_hashes text[], saved_by uuid, folded text, fold int)
    ON CONFLICT (id) DO UPDATE SET from_address = excluded.from_address, from_hash = excluded.from_hash,
      to_address = excluded.to_address, to_hashes = excluded.to_hashes, target = excluded.target,
      save = r.save + 1, saved_by_id = excluded.saved_by_id, saved_at = excluded.saved_at, hidden_at = NULL,
      folded = excluded.folded, fold = excluded.fold`;
  return rows.map(({ id }) => id);
}

export async function deleteRedirect(tx: Transaction, id: string): Promise<void> {
  await tx.redirect.delete({ where: { id }, select: { id: true } });
}

/** How many redirects may follow one another. */
export const MAX_STEPS = 10;

/** The redirect that an address of a walk is found by: with its query, or else without. */
const nextOf = (hashes: Prisma.Sql) => Prisma.sql`
  CROSS JOIN LATERAL (SELECT o.* FROM redirect o WHERE o.from_hash = ANY(${hashes})
    ORDER BY array_position(${hashes}, o.from_hash) LIMIT 1) AS n`;

/** The redirects that go through any of these addresses, `affected`, and the steps that each makes, `walk`. */
const walksThrough = (through: readonly string[], goesOn: Prisma.Sql) => {
  const hashes = through.map(hashOfFormerPath);
  return Prisma.sql`
    WITH RECURSIVE affected AS (
      SELECT r.id, r.from_hash FROM redirect r
      WHERE r.from_hash = ANY(${hashes}::text[]) OR r.to_hashes && ${hashes}::text[]
      UNION SELECT r.id, r.from_hash FROM redirect r JOIN affected a ON r.to_hashes @> ARRAY[a.from_hash]
    ), walk AS (
      SELECT r.id, r.from_address, r.to_address AS target, r.to_hashes AS hashes, 1 AS steps
      FROM redirect r JOIN affected USING (id)
      UNION ALL SELECT w.id, n.from_address, n.to_address, n.to_hashes, w.steps + 1
      FROM walk w ${nextOf(Prisma.sql`w.hashes`)}
      WHERE w.steps <= ${MAX_STEPS} AND ${goesOn}
    )`;
};

const Walks = z.object({ tooLong: z.array(z.string()), passed: z.array(z.string()) });

/**
 * Of the redirects that go through any of these addresses the ids of those that go on for more steps than
 * they may, round in a circle or nearly so; and the addresses that they pass on their way.
 */
export async function walkRedirects(
  tx: Transaction,
  through: readonly string[],
): Promise<z.infer<typeof Walks>> {
  const [row] = await parseRowsIn(
    tx,
    Walks,
    Prisma.sql`${walksThrough(through, Prisma.sql`true`)}
    SELECT coalesce(array_agg(DISTINCT id::text) FILTER (WHERE steps > ${MAX_STEPS}), '{}') AS "tooLong",
      coalesce(array_agg(DISTINCT from_address) FILTER (WHERE steps > 1), '{}') AS passed
    FROM walk`,
  );
  return row ?? { tooLong: [], passed: [] };
}

/**
 * Works out again where redirects lead that go through any of these addresses. They are followed no
 * further than to addresses in `there`, at which readers have something.
 */
export async function flattenRedirects(
  tx: Transaction,
  through: readonly string[],
  there: Iterable<string>,
): Promise<void> {
  const stops = [...there].map(hashOfFormerPath);
  await tx.$executeRaw`${walksThrough(through, Prisma.sql`n.from_hash <> ALL(${stops}::text[])`)},
    last AS (SELECT DISTINCT ON (id) id, target FROM walk ORDER BY id, steps DESC)
    UPDATE redirect r SET target = l.target FROM last l WHERE l.id = r.id AND r.target <> l.target`;
}

const Step = z.object({ from: z.string(), to: z.string() });

/** The redirects that follow one another from this one on, itself first; no more than a few too many. */
export function followRedirect(
  tx: Transaction,
  id: string,
): Promise<{ from: string; to: string }[]> {
  return parseRowsIn(
    tx,
    Step,
    Prisma.sql`
    WITH RECURSIVE walk AS (
      SELECT from_address, to_address, to_hashes, 1 AS steps FROM redirect WHERE id = ${id}::uuid
      UNION ALL SELECT n.from_address, n.to_address, n.to_hashes, w.steps + 1
      FROM walk w ${nextOf(Prisma.sql`w.to_hashes`)} WHERE w.steps <= ${MAX_STEPS}
    ) SELECT from_address AS "from", to_address AS "to" FROM walk ORDER BY steps`,
  );
}
