import {
  findAppearanceBefore,
  listAppeared,
  listFormerSubjects,
  type MailingRow,
} from '@viewpoints/db/editorial/mailings';
import { listSentWith } from '@viewpoints/db/editorial/newsletters';
import { subjectKey } from '@viewpoints/domain/subscriptions/subject';
import {
  listPublishedNews,
  listPublishedNotices,
  type News,
} from '@viewpoints/published/query/news';
import type { SubscriptionContext } from '../subscription-context.ts';

/**
 * What a mailing tells, as readers see it at this moment: read again before each batch, so that nothing is
 * sent that was withdrawn, retracted, archived or put under an embargo meanwhile. A piece that is new in it
 * is not corrected in it as well: it is sent as it is now.
 */
export async function readNews(
  { editorial, reader }: Pick<SubscriptionContext, 'editorial' | 'reader'>,
  mailing: MailingRow,
): Promise<News[]> {
  const appeared = await listPublishedNews(reader, await listAppeared(editorial, mailing));
  const isNew = new Set(
    appeared.flatMap((each) => (each.kind === 'article' ? [each.article.id] : [])),
  );
  const notices: News[] = [];
  for (const each of await listPublishedNotices(reader, mailing)) {
    if (each.kind !== 'notice') continue;
    notices.push(...(await toNewsletters(editorial, each)));
    if (isNew.has(each.article.id)) continue;
    const at = await findAppearanceBefore(editorial, {
      articleId: each.article.id,
      moment: each.at,
    });
    // What never went out before there was a correction of it has nobody to be corrected to.
    if (at === null) continue;
    const former = await listFormerSubjects(editorial, each.article.id);
    notices.push({ ...each, at, subjects: new Set([...each.subjects, ...former]) });
  }
  return [...appeared, ...notices];
}

/** The same notice for the lists whose newsletters had the error, to who was on them when they went out. */
async function toNewsletters(
  editorial: SubscriptionContext['editorial'],
  notice: Extract<News, { kind: 'notice' }>,
): Promise<News[]> {
  const ids = [notice.article.id, ...notice.findingIds];
  const sent = await listSentWith(editorial, ids);
  return sent
    .filter(({ at }) => at < notice.at)
    .map(({ at, language }) => ({
      ...{ ...notice, at, subjects: new Set([subjectKey.newsletter(language)]) },
    }));
}
