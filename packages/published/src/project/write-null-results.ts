import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { parseRowsIn } from '@viewpoints/db/statement';
import { FOLD_VERSION, foldMention } from '@viewpoints/domain/attribution/fold-mention';
import type { Needle } from '@viewpoints/domain/attribution/needle';
import {
  type NullResult,
  nullResultTexts,
  verifiedNullResultOf,
} from '@viewpoints/domain/null-results/null-result';
import { edtfBounds } from '@viewpoints/domain/text/edtf';
import { z } from 'zod';
import { notifyChanged } from '../changes/notify.ts';
import { shownNullResultTags } from '../changes/null-result-tags.ts';
import { occurs } from './stored-mentions.ts';

/** Puts the verified words of a null result before readers, in place of those that they had. */
export function publishNullResult(
  tx: Transaction,
  nullResult: NullResult,
  now: Date,
): Promise<void> {
  const { id, actorId, issueId, ...words } = verifiedAndIdOf(nullResult);
  const folded = nullResultTexts(words)
    .map(({ text }) => foldMention(text))
    .join(' ');
  const data = {
    ...{ actorId, issueId, ...words, folded, fold: FOLD_VERSION, publishedAt: now },
    searchedTo: new Date(edtfBounds(words.asOf)?.to ?? now),
  };
  return announceAround(tx, [id], now, async () => {
    await tx.publishedNullResult.upsert({ where: { id }, create: { id, ...data }, update: data });
  });
}

const verifiedAndIdOf = (nullResult: NullResult) => ({
  id: nullResult.id,
  ...verifiedNullResultOf(nullResult),
});

/** Takes null results away from readers, with their words. */
export async function unpublishNullResults(
  tx: Transaction,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await announceAround(tx, ids, now, async () => {
    await tx.publishedNullResult.deleteMany({ where: { id: { in: [...ids] } } });
  });
}

/** The same with null results that terms no longer allow, which are withdrawn for good. */
export async function withdrawNullResults(
  tx: Transaction,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await unpublishNullResults(tx, ids, now);
  await tx.nullResult.updateMany({
    where: { id: { in: [...ids] } },
    data: { state: 'withdrawn', stateReason: 'terms', savedAt: now },
  });
}

/** Announces the pages that show the null results before or after `work`. */
async function announceAround(
  tx: Transaction,
  ids: readonly string[],
  now: Date,
  work: () => Promise<void>,
): Promise<void> {
  const before = await shownNullResultTags(tx, { ids }, now);
  await work();
  await notifyChanged(tx, [...before, ...(await shownNullResultTags(tx, { ids }, now))]);
}

const Exposed = z.object({
  id: z.string(),
  searched: z.string(),
  asOf: z.string(),
  language: z.string(),
});
export type NullResultToCheck = z.infer<typeof Exposed>;

/**
 * Public null results in whose texts a needle occurs, and those that another version of the folding
 * has stored. Whether it is a mention is checked in the words themselves.
 */
export function listNullResultsToCheck(
  tx: Transaction,
  needles: readonly Needle[],
): Promise<NullResultToCheck[]> {
  if (needles.length === 0) return Promise.resolve([]);
  const given = needles.map(({ text, within }) => ({ text, within }));
  return parseRowsIn(
    tx,
    Exposed,
    Prisma.sql`
    SELECT t.id::text, t.searched, t.as_of AS "asOf", t.language FROM published_null_result t
    WHERE t.fold <> ${FOLD_VERSION} OR EXISTS (
      SELECT FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS n(text text, within text)
      WHERE ${occurs})
    ORDER BY t.id`,
  );
}
