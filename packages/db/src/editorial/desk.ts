import type { Transaction } from '../client.ts';
import { type ArticleListItem, listArticlesWhere } from './article-list.ts';
import { type FindingListItem, listFindingsWhere } from './finding-list.ts';
import { ownArticles } from './ownership.ts';
import { listWaitingDescriptions, type WaitingDescription } from './source-descriptions.ts';
import { listPendingWaivers, type PendingWaiver } from './waivers.ts';

/** Longest list on a desk: beyond it, the lists with their filters serve better. */
const most = 50;

/** Whose desk it is, and what is asked of them. */
export type DeskOwner = {
  id: string;
  /** Whether they approve and verify; `own` where even what is their own. */
  reviews: 'none' | 'of_others' | 'all';
  signsOff: 'none' | 'of_others' | 'all';
  publishes: boolean;
  /** Whether they enter sources, and are told of those that others describe. */
  entersSources: boolean;
  /** Whose work they see: everybody's, their own, or nobody's. */
  sees: 'all' | 'own' | 'nothing';
};

export type DeskArticle = ArticleListItem & {
  /** What has to happen next. */
  awaits: 'review' | 'changes' | 'publication';
};

type Awaiting = {
  articles: DeskArticle[];
  findings: FindingListItem[];
  waivers: PendingWaiver[];
  descriptions: WaitingDescription[];
};

export type Desk = {
  awaitingMe: Awaiting;
  awaitingOthers: Awaiting;
  due: ArticleListItem[];
};

/** What awaits somebody, what of theirs waits for others, and what is about to come out. */
export async function getDesk(db: Transaction, owner: DeskOwner): Promise<Desk> {
  const mine = ownArticles(owner.id);
  const open = { article: { state: { notIn: ['retracted' as const, 'archived' as const] } } };
  const inReview = { state: 'in_review' as const };
  const approved = { state: 'approved' as const };
  const proposed = { state: 'proposed' as const, ...open };
  const byMe = { proposedById: owner.id };

  const as = async (
    awaits: DeskArticle['awaits'],
    where: Parameters<typeof listArticlesWhere>[1],
  ) => (await listArticlesWhere(db, where, most)).map((article) => ({ ...article, awaits }));
  const reviewable = owner.reviews === 'all' ? {} : { NOT: mine };
  const verifiable = owner.reviews === 'all' ? {} : { NOT: byMe };

  const waivers = await listPendingWaivers(db, most);
  const canSign = ({ recordedBy }: PendingWaiver) =>
    owner.signsOff === 'all' || (owner.signsOff === 'of_others' && recordedBy.id !== owner.id);

  return {
    awaitingMe: {
      articles: [
        ...(await as('changes', {
          state: 'draft',
          createdById: owner.id,
          id: { in: await listSentBack(db) },
        })),
        ...(owner.reviews === 'none' ? [] : await as('review', { ...inReview, ...reviewable })),
        ...(owner.publishes ? await as('publication', approved) : []),
      ],
      findings:
        owner.reviews === 'none'
          ? []
          : await listFindingsWhere(db, { ...proposed, ...verifiable }, most),
      waivers: waivers.filter(canSign),
      descriptions: owner.entersSources ? await listWaitingDescriptions(db, {}, most) : [],
    },
    awaitingOthers: {
      articles: [
        ...(owner.reviews === 'all' ? [] : await as('review', { ...inReview, ...mine })),
        ...(owner.publishes ? [] : await as('publication', { ...approved, ...mine })),
      ],
      findings:
        owner.reviews === 'all' ? [] : await listFindingsWhere(db, { ...proposed, ...byMe }, most),
      waivers: waivers.filter((waiver) => waiver.recordedBy.id === owner.id && !canSign(waiver)),
      descriptions: owner.entersSources
        ? []
        : await listWaitingDescriptions(db, { describedById: owner.id }, most),
    },
    due:
      owner.sees === 'nothing'
        ? []
        : await listArticlesWhere(
            db,
            { state: 'scheduled', ...(owner.sees === 'own' ? mine : {}) },
            most,
            'publishAt',
          ),
  };
}

/** Drafts that came back from review and were not handed in again since. */
async function listSentBack(db: Transaction): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select a.id from article a
    where a.state = 'draft' and exists (
      select from review_comment c where c.article_id = a.id
        and not exists (select from revision r where r.article_id = a.id
          and r.reason in ('submitted', 'approved') and r.created_at > c.at))
    limit 500`;
  return rows.map(({ id }) => id);
}
