import type { EditorialDatabase } from '@viewpoints/db/client';
import { listFindingNames } from '@viewpoints/db/editorial/finding-list';
import { listArticleFindings, listArticleLinks } from '@viewpoints/db/editorial/findings';
import { findSnapshot } from '@viewpoints/db/editorial/history';
import { listVisibleFindingNames } from '@viewpoints/db/editorial/visible-findings';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { canOnAll } from '@viewpoints/domain/accounts/permissions';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import {
  type ArticleDifference,
  type ArticleSnapshot,
  compareArticles,
} from '@viewpoints/domain/articles/compare-articles';
import type { Input } from '../articles/article-inputs.ts';
import { notFound } from '../problem.ts';
import { mayKnowSources } from '../publishing/redact-reasons.ts';
import type { CompareMoments } from './history-inputs.ts';
import { getVisibleArticle } from './list-article-history.ts';

/** One side of a comparison; the number is that of a revision. */
export type ComparedMoment = {
  id: string | null;
  at: string;
  number: number | null;
  name: string | null;
};

export type Comparison = {
  from: ComparedMoment;
  to: ComparedMoment;
  difference: ArticleDifference;
  /** In which direction what is compared is written, and in which language. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** Findings that links lead to, as far as they are shown to this person. */
  linked: Awaited<ReturnType<typeof listFindingNames>>;
};

/**
 * The differences of an article between two moments. Participants of sources are included only for
 * accounts that may see sources: to others it would reveal whether there were any.
 */
export async function compareMoments(
  { editorial, account }: { editorial: EditorialDatabase; account: Principal },
  { id, from, to }: Input<typeof CompareMoments>,
): Promise<Comparison> {
  const article = await getVisibleArticle(editorial, id, account);
  const [before, after] = [
    await snapshotAt(editorial, article, from),
    await snapshotAt(editorial, article, to),
  ];
  const difference = compareArticles(before.snapshot, after.snapshot, {
    participants: mayKnowSources(account),
  });
  const linkedIds = difference.links.flatMap(({ link }) => [link.from, link.to]);
  return {
    ...{ from: before.moment, to: after.moment, difference },
    language: after.snapshot.content.language,
    direction: after.snapshot.content.direction,
    linked: canOnAll(account, 'finding.list')
      ? await listFindingNames(editorial, linkedIds)
      : await listVisibleFindingNames(editorial, account.id, linkedIds),
  };
}

async function snapshotAt(
  db: EditorialDatabase,
  article: Article,
  moment: string,
): Promise<{ moment: ComparedMoment; snapshot: ArticleSnapshot }> {
  if (moment === 'working_copy')
    return {
      moment: { id: null, at: article.savedAt, number: null, name: null },
      snapshot: {
        content: articleContentOf(article),
        findings: await listArticleFindings(db, article.id),
        links: await listArticleLinks(db, article.id),
      },
    };
  const stored = await findSnapshot(db, moment);
  if (stored?.articleId !== article.id) throw notFound('revision');
  const { id, at, number, name } = stored;
  return { moment: { id, at, number, name }, snapshot: stored };
}
