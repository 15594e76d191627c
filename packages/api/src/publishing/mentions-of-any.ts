import type { Transaction } from '@viewpoints/db/client';
import { listClearances } from '@viewpoints/db/editorial/clearances';
import { listAttributedFindings } from '@viewpoints/db/editorial/findings';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import { mentionReasons, type SearchedText } from '@viewpoints/domain/attribution/mention-reasons';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import type { Reason } from '@viewpoints/domain/refusal';
import { listEveryProtectingSource } from '@viewpoints/published/project/source-uses';

/** Looks through texts that rest on no source for what terms protect, of any source. */
export async function mentionsOfAny(
  tx: Transaction,
): Promise<(texts: readonly SearchedText[]) => Reason[]> {
  const sourceIds = await listEveryProtectingSource(tx);
  const strings = protectedStrings(
    await listSourcesByIds(tx, sourceIds),
    await listWaivers(tx, sourceIds),
    await listAttributedFindings(tx, sourceIds),
  );
  const clearances = await listClearances(tx, sourceIds);
  return (texts) => mentionReasons(texts, strings, { articleId: null, clearances });
}
