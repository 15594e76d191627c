import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { parseRowsIn } from '@viewpoints/db/statement';
import { FOLD_VERSION, foldMention } from '@viewpoints/domain/attribution/fold-mention';
import type { Needle } from '@viewpoints/domain/attribution/needle';
import { redirectTexts } from '@viewpoints/domain/redirects/redirect';
import { z } from 'zod';
import { notifyChanged } from '../changes/notify.ts';
import { occurs } from './stored-mentions.ts';

/** The public texts of a redirect as they are looked through later. */
export const foldedRedirect = (redirect: { from: string; to: string }) => ({
  folded: redirectTexts(redirect)
    .map(({ text }) => foldMention(text))
    .join(' '),
  fold: FOLD_VERSION,
});

/** Drops every page that says that nothing is there, and every one that leads on. */
export const announceRedirects = (tx: Transaction): Promise<void> =>
  notifyChanged(tx, ['list:redirects']);

/** Takes redirects away from readers that terms no longer allow; the desk keeps them. */
export async function hideRedirects(
  tx: Transaction,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.redirect.updateMany({
    where: { id: { in: [...ids] }, hiddenAt: null },
    data: { hiddenAt: now, save: { increment: 1 } },
  });
  await announceRedirects(tx);
}

const ToCheck = z.object({ id: z.string(), from: z.string(), to: z.string(), target: z.string() });

/**
 * Redirects that readers have and in whose addresses a needle occurs, those that lead on to one among
 * them, and those that another version of the folding has stored. Whether it is a mention is checked in
 * the addresses themselves.
 */
export function listRedirectsToCheck(
  tx: Transaction,
  needles: readonly Needle[],
): Promise<z.infer<typeof ToCheck>[]> {
  if (needles.length === 0) return Promise.resolve([]);
  const given = needles.map(({ text, within }) => ({ text, within }));
  return parseRowsIn(
    tx,
    ToCheck,
    Prisma.sql`
    WITH needle AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS n(text text, within text)
    ), hit AS MATERIALIZED (
      SELECT t.id, t.to_address FROM redirect t
      WHERE t.fold <> ${FOLD_VERSION} OR EXISTS (SELECT FROM needle n WHERE ${occurs})
    )
    SELECT r.id::text, r.from_address AS "from", r.to_address AS "to", r.target FROM redirect r
    WHERE r.hidden_at IS NULL AND (r.id IN (SELECT id FROM hit) OR r.target IN (SELECT to_address FROM hit))
    ORDER BY r.id`,
  );
}
