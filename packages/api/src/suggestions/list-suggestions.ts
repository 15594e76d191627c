import type { EditorialDatabase } from '@viewpoints/db/client';
import { listNamesOf } from '@viewpoints/db/editorial/accounts';
import { findCopy } from '@viewpoints/db/editorial/article-copies';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { getJournal } from '@viewpoints/db/editorial/journal';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { sharedFrom } from '@viewpoints/working-copy/shared-document';
import { digestSuggestion } from '@viewpoints/working-copy/suggestions/digest-suggestion';
import type { SuggestionPart } from '@viewpoints/working-copy/suggestions/list-suggestions';
import { suggestionsIn } from '@viewpoints/working-copy/suggestions/shared-suggestions';
import { permit } from '../command.ts';
import { notFound } from '../problem.ts';

export type ShownSuggestion = {
  id: string;
  by: { id: string; name: string };
  parts: SuggestionPart[];
  /** What of it is sent to decide it as it is listed here. */
  digest: string;
};

/** What is suggested in an article, in the order of its text, for somebody who may see it. */
export async function listArticleSuggestions(
  db: EditorialDatabase,
  { articleId, acting }: { articleId: string; acting: Principal },
): Promise<ShownSuggestion[]> {
  const article = await findArticle(db, articleId);
  if (article === null) throw notFound('article');
  const { fourEyes } = await getJournal(db);
  permit({ acting, fourEyes }, 'suggestion.list', articleSubject(article));
  const stored = await findCopy(db, articleId);
  if (stored === null) return [];
  const updates = stored.updates.map(({ update }) => update);
  const found = suggestionsIn(sharedFrom(stored.state, updates));
  const names = await listNamesOf(db, [...new Set(found.map(({ by }) => by))]);
  return Promise.all(
    found.map(async ({ id, by, parts }) => ({
      id,
      by: { id: by, name: names[by] ?? '' },
      parts,
      digest: await digestSuggestion({ parts }),
    })),
  );
}
