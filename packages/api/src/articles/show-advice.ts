import type { EditorialDatabase } from '@viewpoints/db/client';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { getHouseStyle, listKnownNames } from '@viewpoints/db/editorial/house-style';
import { getJournal } from '@viewpoints/db/editorial/journal';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { adviseArticle } from '@viewpoints/domain/advice/advise-article';
import type { Reason } from '@viewpoints/domain/refusal';
import { permit } from '../command.ts';
import { notFound } from '../problem.ts';
import { findCited } from '../publishing/compose-edition.ts';

/** What a person should look at in the working copy before it goes out. */
export async function showAdvice(
  db: EditorialDatabase,
  { id, acting, readerUrl }: { id: string; acting: Principal; readerUrl: string },
): Promise<{ advice: Reason[] }> {
  const article = await findArticle(db, id);
  if (article === null) throw notFound('article');
  const { fourEyes } = await getJournal(db);
  permit({ acting, fourEyes }, 'article.view', articleSubject(article));
  const origins = [new URL(readerUrl).origin];
  const { rules } = await getHouseStyle(db);
  return {
    advice: adviseArticle(article, {
      ...{ rules, origins },
      names: await listKnownNames(db),
      cited: await findCited(db, id, article, origins),
    }),
  };
}
