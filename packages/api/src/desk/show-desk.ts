import type { EditorialDatabase, Transaction } from '@viewpoints/db/client';
import { listColleagues, listNamesOf } from '@viewpoints/db/editorial/accounts';
import { listInReview } from '@viewpoints/db/editorial/articles';
import { listWords } from '@viewpoints/db/editorial/contributions';
import { type Desk, type DeskOwner, getDesk, type InReview } from '@viewpoints/db/editorial/desk';
import { getJournal } from '@viewpoints/db/editorial/journal';
import {
  listStoppedNewsletters,
  type StoppedNewsletter,
} from '@viewpoints/db/editorial/newsletters';
import { listStoppedReleases, type StoppedRelease } from '@viewpoints/db/editorial/releases';
import { hasSample } from '@viewpoints/db/editorial/sample';
import {
  listStoppedArticles,
  type StoppedArticle,
} from '@viewpoints/db/editorial/scheduled-versions';
import type { Principal } from '@viewpoints/domain/accounts/account';
import type { Action } from '@viewpoints/domain/accounts/action';
import type { Colleague } from '@viewpoints/domain/accounts/colleague';
import { can } from '@viewpoints/domain/accounts/permissions';
import {
  type ArticleWords,
  approvalOf,
  approversOf,
  pendingWords,
} from '@viewpoints/domain/articles/word-approval';
import { mayKnowSources } from '../publishing/redact-reasons.ts';
import { scopeOf, seenBy } from '../queues/queue-owner.ts';

/** The desk of an account, by what its roles and the journal's four eyes permit. */
export async function showDesk(
  db: EditorialDatabase,
  acting: Principal,
): Promise<
  Desk & {
    stoppedReleases: StoppedRelease[];
    stoppedNewsletters: StoppedNewsletter[];
    stoppedArticles: StoppedArticle[];
  }
> {
  const { fourEyes } = await getJournal(db);
  const scope = (action: Action) => scopeOf(acting, action, { fourEyes });
  const colleagues = await listColleagues(db);
  const desk = await getDesk(db, {
    id: acting.id,
    review: await articlesInReview(db, acting, { fourEyes, colleagues }),
    verifies: scope('finding.verify'),
    confirms: scope('article.confirm_text'),
    signsOff: scope('waiver.sign_off'),
    verifiesNullResults: scope('null_result.verify'),
    publishes: scope('article.publish') !== 'none',
    entersSources: scope('source.settle_description') !== 'none',
    sees: seenBy(acting),
  });
  const isSecond = (colleague: Colleague) =>
    can(colleague, 'finding.verify', { ownerIds: [acting.id] }, { fourEyes }).ok;
  return {
    ...desk,
    stoppedReleases: can(acting, 'release.view', null, { fourEyes }).ok
      ? await listStoppedReleases(db)
      : [],
    stoppedNewsletters: can(acting, 'newsletter.view', null, { fourEyes }).ok
      ? await listStoppedNewsletters(db)
      : [],
    stoppedArticles: mayKnowSources(acting) ? await listStoppedArticles(db) : [],
    hasSecond: colleagues.some(isSecond),
    hasSample: await hasSample(db),
  };
}

/**
 * Articles in review, by the rules of the approval itself: what this person can approve, and what
 * of theirs waits for another.
 */
async function articlesInReview(
  db: Transaction,
  acting: Principal,
  { fourEyes, colleagues }: { fourEyes: boolean; colleagues: readonly Colleague[] },
): Promise<DeskOwner['review']> {
  const wordsOf = await listWords(db, await listInReview(db));
  const names = await listNamesOf(db, [...new Set([...wordsOf.values()].flatMap(authorIds))]);
  const about = (id: string, words: ArticleWords, ids: string[]): InReview => ({
    id,
    authors: ids.map((authorId) => ({ id: authorId, name: names[authorId] ?? '' })),
    approvers: colleagues
      .filter((colleague) => colleague.id !== acting.id)
      .filter((colleague) =>
        ids.some((authorId) => approversOf(authorId, words, { fourEyes }, [colleague]).length > 0),
      )
      .map(({ id, name }) => ({ id, name })),
  });
  const review: DeskOwner['review'] = { mine: [], others: [] };
  for (const [id, words] of wordsOf) {
    const approving = approvalOf(acting, words, { fourEyes }, colleagues);
    if (approving.ok) review.mine.push(about(id, words, approving.approves.map(authorId)));
    else if (words.createdBy === acting.id || authorIds(words).includes(acting.id))
      review.others.push(about(id, words, pendingWords(words).map(authorId)));
  }
  return review;
}

const authorId = ({ authorId }: { authorId: string }): string => authorId;
const authorIds = ({ contributions }: ArticleWords): string[] => contributions.map(authorId);
