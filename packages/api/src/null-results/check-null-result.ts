import type { Transaction } from '@viewpoints/db/client';
import { listClearances } from '@viewpoints/db/editorial/clearances';
import { listAttributedFindings } from '@viewpoints/db/editorial/findings';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import {
  type NullResultContent,
  nullResultTexts,
} from '@viewpoints/domain/null-results/null-result';
import type { Reason } from '@viewpoints/domain/refusal';
import { listEveryProtectingSource } from '@viewpoints/published/project/source-uses';

/**
 * Where the public words mention what terms protect, of any source: what was searched may be the
 * conversation with somebody who must not be named.
 */
export async function nullResultMentions(
  tx: Transaction,
  { searched, asOf, language }: Pick<NullResultContent, 'searched' | 'asOf' | 'language'>,
): Promise<Reason[]> {
  const sourceIds = await listEveryProtectingSource(tx);
  const strings = protectedStrings(
    await listSourcesByIds(tx, sourceIds),
    await listWaivers(tx, sourceIds),
    await listAttributedFindings(tx, sourceIds),
  );
  const texts = nullResultTexts({ searched, asOf, language });
  const clearances = await listClearances(tx, sourceIds);
  return mentionReasons(texts, strings, { articleId: null, clearances });
}
