import type { EditorialDatabase } from '@viewpoints/db/client';
import { listNamesOf } from '@viewpoints/db/editorial/accounts';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { findLastWordImport } from '@viewpoints/db/editorial/word-imports';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { sharedFrom } from '@viewpoints/working-copy/shared-document';
import { digestSuggestion } from '@viewpoints/working-copy/suggestions/digest-suggestion';
import type { SuggestionPart } from '@viewpoints/working-copy/suggestions/list-suggestions';
import { suggestionsIn } from '@viewpoints/working-copy/suggestions/shared-suggestions';
import type { SuggestionKey } from '@viewpoints/working-copy/suggestions/suggestion';
import { authorsOf, furtherAuthors } from '@viewpoints/working-copy/suggestions/suggestion-authors';
import { permit } from '../command.ts';
import { notFound } from '../problem.ts';
import { findOwnCopy } from '../working-copy/find-own-copy.ts';

export type ShownSuggestion = {
  id: string;
  /** Who began it. */
  by: { id: string; name: string };
  /** All its authors; the first is the one who began it. */
  authors: { id: string; name: string }[];
  /** Who made it and when, as the Word file says that it came in; null for one that was made here. */
  inWordFile: { author: string | null; at: string | null } | null;
  parts: SuggestionPart[];
  /** The words around each part of it, or before a block: where in the text it is. */
  places: string[];
  /** Suggestions that enclose a part of it: it can be accepted only after them or with them. */
  enclosedBy: SuggestionKey[];
  /** Sent with a decision, to decide the suggestion as it is listed here. */
  digest: string;
};

/** The suggestions in an article, in the order of its text, for an account that may see it. */
export async function listArticleSuggestions(
  db: EditorialDatabase,
  { articleId, acting }: { articleId: string; acting: Principal },
): Promise<ShownSuggestion[]> {
  const article = await findArticle(db, articleId);
  if (article === null) throw notFound('article');
  const { fourEyes } = await getJournal(db);
  permit({ acting, fourEyes }, 'suggestion.list', articleSubject(article));
  const stored = await findOwnCopy(db, articleId);
  if (stored === null) return [];
  const updates = stored.updates.map(({ update }) => update);
  const shared = sharedFrom(stored.state, updates);
  const found = suggestionsIn(shared);
  const further = furtherAuthors(shared);
  const names = await listNamesOf(db, [
    ...new Set(found.flatMap((key) => authorsOf(further, key))),
  ]);
  const inFile = await changesInFile(db, articleId);
  const named = (id: string) => ({ id, name: names[id] ?? '' });
  return Promise.all(
    found.map(async ({ id, by, parts, places, enclosedBy }) => ({
      id,
      by: named(by),
      authors: authorsOf(further, { id, by }).map(named),
      inWordFile: inFile.get(id) ?? null,
      ...{ parts, places, enclosedBy },
      digest: await digestSuggestion({ parts, places }),
    })),
  );
}

/** Who made the changes of a Word file that became suggestions, by the ids of those. */
async function changesInFile(
  db: EditorialDatabase,
  articleId: string,
): Promise<Map<string, NonNullable<ShownSuggestion['inWordFile']>>> {
  const imported = await findLastWordImport(db, articleId);
  return new Map(
    (imported?.report.changes ?? []).flatMap(({ suggestion, author, at }) =>
      suggestion === null ? [] : [[suggestion, { author, at }]],
    ),
  );
}
