import type { Transaction } from '@viewpoints/db/client';
import { listClearances } from '@viewpoints/db/editorial/clearances';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import type { ArticleContent } from '@viewpoints/domain/articles/article';
import type { Clearance } from '@viewpoints/domain/attribution/clearance';
import type { ProtectedString } from '@viewpoints/domain/attribution/protected-string';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { listSourcesUsedBy } from '@viewpoints/published/project/source-uses';
import { sourceIdsOf } from './article-graph.ts';

/**
 * Protected strings of every source that an article rests on or that anything public of it ever
 * rested on, with the clearances for those.
 */
export async function protectionsOf(
  tx: Transaction,
  articleId: string,
  content: Pick<ArticleContent, 'sourceIds'>,
  findings: Finding[],
): Promise<{ strings: ProtectedString[]; clearances: Clearance[] }> {
  const used = await listSourcesUsedBy(tx, articleId);
  const sourceIds = [...new Set([...sourceIdsOf(content, findings), ...used])];
  const sources = await listSourcesByIds(tx, sourceIds);
  const waivers = await listWaivers(tx, sourceIds);
  return {
    strings: protectedStrings(sources, waivers, findings),
    clearances: await listClearances(tx, sourceIds),
  };
}
