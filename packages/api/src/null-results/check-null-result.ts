import type { Transaction } from '@viewpoints/db/client';
import {
  type NullResultContent,
  nullResultTexts,
} from '@viewpoints/domain/null-results/null-result';
import type { Reason } from '@viewpoints/domain/refusal';
import { mentionsOfAny } from '../publishing/mentions-of-any.ts';

/**
 * Where the public words mention what terms protect, of any source: what was searched may be the
 * conversation with somebody who must not be named.
 */
export async function nullResultMentions(
  tx: Transaction,
  { searched, asOf, language }: Pick<NullResultContent, 'searched' | 'asOf' | 'language'>,
): Promise<Reason[]> {
  const mentionsIn = await mentionsOfAny(tx);
  return mentionsIn(nullResultTexts({ searched, asOf, language }));
}
