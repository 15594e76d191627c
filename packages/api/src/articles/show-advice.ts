import type { EditorialDatabase } from '@viewpoints/db/client';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { getHouseStyle, listKnownNames } from '@viewpoints/db/editorial/house-style';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { findLinkChecks } from '@viewpoints/db/editorial/link-checks';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { adviseArticle } from '@viewpoints/domain/advice/advise-article';
import { outsideLinks } from '@viewpoints/domain/link-checks/link-outcome';
import type { Reason } from '@viewpoints/domain/refusal';
import { permit } from '../command.ts';
import { type Clock, momentOf } from '../moment.ts';
import { notFound } from '../problem.ts';
import { findCited } from '../publishing/compose-edition.ts';

/** How long what was found out about a link is shown, in milliseconds: a week. */
const shownFor = 7 * 24 * 60 * 60 * 1000;

/** What a person should look at in the working copy before publication. */
export async function showAdvice(
  db: EditorialDatabase,
  { id, acting, readerUrl, now }: { id: string; acting: Principal; readerUrl: string; now: Clock },
): Promise<{ advice: Reason[] }> {
  const article = await findArticle(db, id);
  if (article === null) throw notFound('article');
  const { fourEyes } = await getJournal(db);
  permit({ acting, fourEyes }, 'article.view', articleSubject(article));
  const origins = [new URL(readerUrl).origin];
  const { rules } = await getHouseStyle(db);
  const links = outsideLinks(article.body, origins);
  const since = new Date((await momentOf({ editorial: db, now })).getTime() - shownFor);
  return {
    advice: adviseArticle(article, {
      ...{ rules, origins },
      linkOutcomes: await findLinkChecks(db, links, since),
      names: await listKnownNames(db),
      cited: await findCited(db, id, article, origins),
    }),
  };
}
