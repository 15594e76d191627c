import type { EditorialDatabase, ReaderDatabase } from '@viewpoints/db/client';
import { findAccount } from '@viewpoints/db/editorial/accounts';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { takePreviewPass } from '@viewpoints/db/editorial/preview-passes';
import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import type { ArticlePreview } from '@viewpoints/domain/articles/article-preview';
import { secretHash } from '../accounts/secrets.ts';
import { type Clock, momentOf } from '../moment.ts';
import { composePreview } from './compose-preview.ts';

type Dependencies = {
  editorial: EditorialDatabase;
  reader: ReaderDatabase;
  readerUrl: string;
  now?: Clock;
};

/**
 * Consumes a pass and returns what it shows; null if the pass is unknown, used or expired, or
 * its owner may no longer see the article, or it is retracted. Nothing is written but that the pass is gone.
 */
export async function redeemPreview(
  parts: Dependencies,
  pass: string,
): Promise<ArticlePreview | null> {
  const { editorial } = parts;
  const at = await momentOf(parts);
  const taken = await takePreviewPass(editorial, { hash: secretHash(pass), at });
  if (taken === null) return null;
  const account = await findAccount(editorial, taken.accountId);
  const article = await findArticle(editorial, taken.articleId);
  if (account === null || account.disabledAt !== null || article === null) return null;
  // An article retracted since the pass was issued is no longer shown.
  if (article.state === 'retracted') return null;
  const journal = await getJournal(editorial);
  const { fourEyes } = journal;
  if (!can(account, 'article.view', articleSubject(article), { fourEyes }).ok) return null;
  return composePreview({ ...parts, at, journal }, { article, acting: account });
}
