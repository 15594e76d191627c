import { hideEarlierVersions } from '@viewpoints/db/editorial/published-history';
import { listArticlesResting } from '@viewpoints/db/editorial/sources';
import type { Command } from '../command.ts';
import { renewArticle } from './renew-article.ts';

/**
 * Lets readers see at once what may be said of a source now. Earlier versions, which are not built
 * anew, are taken away where its terms were narrowed or what they keep was changed.
 */
export async function renewSource(
  command: Command,
  sourceId: string,
  { narrowed = false }: { narrowed?: boolean } = {},
): Promise<void> {
  for (const articleId of await listArticlesResting(command.tx, sourceId)) {
    await renewArticle(command, articleId);
    if (narrowed) await hideEarlierVersions(command.tx, articleId);
  }
}
