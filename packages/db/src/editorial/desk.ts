import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { type ArticleListItem, listArticlesWhere } from './article-list.ts';
import { listPendingNullResults, type PendingNullResult } from './null-result-list.ts';
import { ownArticles } from './ownership.ts';
import { countFindingQueue, type FindingGroup, listFindingQueue } from './queues.ts';
import { listWaitingDescriptions, type WaitingDescription } from './source-descriptions.ts';
import { listPendingWaivers, type PendingWaiver } from './waivers.ts';

/** Longest list on a desk: beyond it, the queues serve better. */
const maxRows = 50;

/** The account whose desk it is, and what its roles let it do. */
export type DeskOwner = {
  id: string;
  /** Articles in review: whose words wait for them, and what of theirs waits for others. */
  review: { mine: InReview[]; others: InReview[] };
  /** Whether they verify; `all` where even what is their own. */
  verifies: 'none' | 'of_others' | 'all';
  /** Whether they confirm that the text of a retracted article is shown again. */
  confirms: 'none' | 'of_others' | 'all';
  signsOff: 'none' | 'of_others' | 'all';
  /** Whether they verify null results. */
  verifiesNullResults: 'none' | 'of_others' | 'all';
  publishes: boolean;
  /** Whether they enter sources, and so see descriptions by others. */
  entersSources: boolean;
  /** Whose work they see: all, their own, or none. */
  sees: 'all' | 'own' | 'nothing';
};

/** An article in review: whose words wait in it, and who of others can approve them. */
export type InReview = { id: string } & DeskWords;
export type DeskWords = { authors: Person[]; approvers: Person[] };
type Person = { id: string; name: string };

export type DeskArticle = ArticleListItem & {
  /** The next step. */
  awaits: 'review' | 'changes' | 'publication' | 'text';
  /** For a review: the words it is about. */
  words: DeskWords | null;
};

type Awaiting = {
  articles: DeskArticle[];
  findings: FindingGroup[];
  waivers: PendingWaiver[];
  nullResults: PendingNullResult[];
  descriptions: WaitingDescription[];
  /** How many articles and findings there are, however many of them are listed. */
  counts: { articles: number; findings: number };
};

export type Desk = {
  awaitingMe: Awaiting;
  awaitingOthers: Awaiting;
  due: ArticleListItem[];
  /** Whether another account could approve and verify what this one writes. */
  hasSecond: boolean;
  /** Whether the journal has articles of the sample. */
  hasSample: boolean;
};

/** An account's tasks, its work that waits for others, and what is about to be published. */
export async function getDesk(
  db: Transaction,
  owner: DeskOwner,
): Promise<Omit<Desk, 'hasSecond' | 'hasSample'>> {
  const mine = ownArticles(owner.id);
  const approved = { state: 'approved' as const };
  const as = async (
    awaits: DeskArticle['awaits'],
    where: Parameters<typeof listArticlesWhere>[1],
  ) => ({
    articles: (await listArticlesWhere(db, where, maxRows)).map(
      (article): DeskArticle => ({ ...article, awaits, words: null }),
    ),
    count: await db.article.count({ where }),
  });
  const reviews = async (inReview: InReview[]) => {
    const wordsOf = new Map(
      inReview.map(({ id, authors, approvers }) => [id, { authors, approvers }]),
    );
    const { articles, count } = await as('review', { id: { in: [...wordsOf.keys()] } });
    return {
      articles: articles.map((each) => ({ ...each, words: wordsOf.get(each.id) ?? null })),
      count,
    };
  };
  /** Articles and findings, with how many there are of both. */
  const work = async (
    queue: 'verify' | 'own',
    lists: { articles: DeskArticle[]; count: number }[],
  ) => ({
    articles: lists.flatMap(({ articles }) => articles),
    findings: (await listFindingQueue(db, queue, owner, { cursor: null, limit: maxRows })).items,
    counts: {
      articles: lists.reduce((sum, { count }) => sum + count, 0),
      findings: await countFindingQueue(db, queue, owner),
    },
  });

  const waivers = await listPendingWaivers(db, maxRows);
  const canSign = ({ recordedBy }: PendingWaiver) =>
    owner.signsOff === 'all' || (owner.signsOff === 'of_others' && recordedBy.id !== owner.id);

  const nullResults = await listPendingNullResults(db, maxRows);
  const canVerify = ({ authorIds }: PendingNullResult) =>
    owner.verifiesNullResults === 'all' ||
    (owner.verifiesNullResults === 'of_others' && !authorIds.includes(owner.id));

  return {
    awaitingMe: {
      ...(await work('verify', [
        await as('changes', {
          ...{ state: 'draft', createdById: owner.id },
          id: { in: await listSentBack(db) },
        }),
        await reviews(owner.review.mine),
        ...(owner.publishes ? [await as('publication', approved)] : []),
        ...(owner.confirms === 'none'
          ? []
          : [await as('text', textRequested(owner.confirms === 'all' ? {} : { not: owner.id }))]),
      ])),
      waivers: waivers.filter(canSign),
      nullResults: nullResults.filter(canVerify),
      descriptions: owner.entersSources ? await listWaitingDescriptions(db, {}, maxRows) : [],
    },
    awaitingOthers: {
      ...(await work('own', [
        await reviews(owner.review.others),
        ...(owner.publishes ? [] : [await as('publication', { ...approved, ...mine })]),
        ...(owner.confirms === 'all'
          ? []
          : [await as('text', textRequested({ equals: owner.id }))]),
      ])),
      waivers: waivers.filter((waiver) => waiver.recordedBy.id === owner.id && !canSign(waiver)),
      nullResults: nullResults.filter(
        (each) => each.authorIds.includes(owner.id) && !canVerify(each),
      ),
      descriptions: owner.entersSources
        ? []
        : await listWaitingDescriptions(db, { describedById: owner.id }, maxRows),
    },
    due:
      owner.sees === 'nothing'
        ? []
        : await listArticlesWhere(
            db,
            { state: 'scheduled', ...(owner.sees === 'own' ? mine : {}) },
            maxRows,
            'publishAt',
          ),
  };
}

/** Retracted articles whose text was requested to be shown again, without a confirmation yet. */
const textRequested = (by: { not?: string; equals?: string }): Prisma.ArticleWhereInput => ({
  state: 'retracted',
  retraction: { textShownAt: null, textRequestedById: { ...by }, NOT: { textRequestedById: null } },
});

/** Drafts that came back from review and were not submitted again since. */
async function listSentBack(db: Transaction): Promise<string[]> {
  const rows = await parseRowsIn(
    db,
    z.object({ id: z.string() }),
    Prisma.sql`
    select a.id from article a
    where a.state = 'draft' and exists (
      select from review_comment c where c.article_id = a.id and c.kind = 'changes'
        and not exists (select from revision r where r.article_id = a.id
          and r.reason in ('submitted', 'approved') and r.created_at > c.at))
    limit 500`,
  );
  return rows.map(({ id }) => id);
}
