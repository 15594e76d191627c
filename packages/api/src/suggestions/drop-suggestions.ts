import { insertUpdate } from '@viewpoints/db/editorial/article-copies';
import type { Article } from '@viewpoints/domain/articles/article';
import { changeOf, sharedFrom } from '@viewpoints/working-copy/shared-document';
import { dropSuggestionsIn } from '@viewpoints/working-copy/suggestions/drop-suggestions';
import { suggestionsIn } from '@viewpoints/working-copy/suggestions/shared-suggestions';
import type { Command } from '../command.ts';
import { findCopyToWrite } from '../working-copy/find-own-copy.ts';

/**
 * Removes all suggestions of a locked article from its shared document; returns the audit details.
 * Their words are in the stored updates until `forgetDeletedWords`.
 */
export async function dropSuggestions(
  { tx, at }: Command,
  { id: articleId, save }: Pick<Article, 'id' | 'save'>,
): Promise<{ suggestionsGone?: number }> {
  const stored = await findCopyToWrite(tx, articleId);
  if (stored === null) return {};
  const updates = stored.updates.map(({ update }) => update);
  const shared = sharedFrom(stored.state, updates);
  const count = suggestionsIn(shared).length;
  if (count === 0) return {};
  const update = changeOf(shared, () => dropSuggestionsIn(shared));
  await insertUpdate(tx, { articleId, save, update, at });
  return { suggestionsGone: count };
}
