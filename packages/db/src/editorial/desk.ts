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
  /** Articles in review: whose words wait for them, and what of theirs waits for others. */
  review: { mine: InReview[]; others: InReview[] };
  /** Whether they verify; `all` where even what is their own. */
  verifies: 'none' | 'of_others' | 'all';
  signsOff: 'none' | 'of_others' | 'all';
  publishes: boolean;
  /** Whether they enter sources, and are told of those that others describe. */
  entersSources: boolean;
  /** Whose work they see: everybody's, their own, or nobody's. */
  sees: 'all' | 'own' | 'nothing';
};

/** An article in review: whose words wait in it, and who of others can approve them. */
export type InReview = { id: string } & DeskWords;
export type DeskWords = { authors: Person[]; approvers: Person[] };
type Person = { id: string; name: string };

export type DeskArticle = ArticleListItem & {
  /** What has to happen next. */
  awaits: 'review' | 'changes' | 'publication';
  /** Where it is a review: the words it is about. */
  words: DeskWords | null;
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
  /** Whether there is anybody who could approve and verify what this person writes. */
  hasSecond: boolean;
  /** Whether what is here was made to be looked at: pieces of the sample journal. */
  hasSample: boolean;
};

/** What awaits somebody, what of theirs waits for others, and what is about to come out. */
export async function getDesk(
  db: Transaction,
  owner: DeskOwner,
): Promise<Omit<Desk, 'hasSecond' | 'hasSample'>> {
  const mine = ownArticles(owner.id);
  const approved = { state: 'approved' as const };
  // As `listFindingAuthors` has it: a finding that nobody is recorded for is its proposer's.
  const written = {
    OR: [
      { authors: { some: { accountId: owner.id } } },
      { proposedById: owner.id, authors: { none: {} } },
    ],
  };

  const as = async (
    awaits: DeskArticle['awaits'],
    where: Parameters<typeof listArticlesWhere>[1],
  ) =>
    (await listArticlesWhere(db, where, most)).map((article) => ({
      ...article,
      awaits,
      words: null,
    }));
  const reviews = async (articles: InReview[]): Promise<DeskArticle[]> => {
    const wordsOf = new Map(
      articles.map(({ id, authors, approvers }) => [id, { authors, approvers }]),
    );
    const listed = await as('review', { id: { in: [...wordsOf.keys()] } });
    return listed.map((article) => ({ ...article, words: wordsOf.get(article.id) ?? null }));
  };

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
        ...(await reviews(owner.review.mine)),
        ...(owner.publishes ? await as('publication', approved) : []),
      ],
      findings:
        owner.verifies === 'none'
          ? []
          : await listToVerify(db, owner.verifies === 'all' ? {} : { NOT: written }),
      waivers: waivers.filter(canSign),
      descriptions: owner.entersSources ? await listWaitingDescriptions(db, {}, most) : [],
    },
    awaitingOthers: {
      articles: [
        ...(await reviews(owner.review.others)),
        ...(owner.publishes ? [] : await as('publication', { ...approved, ...mine })),
      ],
      findings: owner.verifies === 'all' ? [] : await listToVerify(db, written),
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

/** Findings that wait to be verified, or verified again while readers have them, last changed first. */
async function listToVerify(
  db: Transaction,
  where: Parameters<typeof listFindingsWhere>[1],
): Promise<FindingListItem[]> {
  const open = { article: { state: { notIn: ['retracted' as const, 'archived' as const] } } };
  // Two questions, each with an index of its own: together they would read everything published.
  const proposed = await listFindingsWhere(db, { ...where, ...open, state: 'proposed' }, most);
  const again = await listFindingsWhere(
    db,
    { ...where, ...open, state: 'published', verifiedAt: null },
    most,
  );
  return [...proposed, ...again]
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0))
    .slice(0, most);
}

/** Drafts that came back from review and were not handed in again since. */
async function listSentBack(db: Transaction): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select a.id from article a
    where a.state = 'draft' and exists (
      select from review_comment c where c.article_id = a.id and c.kind = 'changes'
        and not exists (select from revision r where r.article_id = a.id
          and r.reason in ('submitted', 'approved') and r.created_at > c.at))
    limit 500`;
  return rows.map(({ id }) => id);
}
