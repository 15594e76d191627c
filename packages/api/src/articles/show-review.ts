import type { Transaction } from '@viewpoints/db/client';
import {
  blockPart,
  listWrittenParts,
  type WrittenParts,
} from '@viewpoints/db/editorial/contributions';
import { listFindingAuthors } from '@viewpoints/db/editorial/finding-authors';
import type { Principal } from '@viewpoints/domain/accounts/account';
import type { Colleague } from '@viewpoints/domain/accounts/colleague';
import type { Article } from '@viewpoints/domain/articles/article';
import {
  type ArticleWords,
  approvalOf,
  approversOf,
  type Contribution,
  pendingWords,
} from '@viewpoints/domain/articles/word-approval';
import type { Finding } from '@viewpoints/domain/findings/finding';
import {
  type FindingField,
  verificationOf,
  verifiersOf,
} from '@viewpoints/domain/findings/finding-authors';
import { type Decision, decide } from '@viewpoints/domain/refusal';

/** One author's words that are not yet approved by another. Accounts are given by their ids. */
export type PendingWords = {
  authorId: string;
  /** The number of their last change, and when it was. */
  change: number;
  at: string;
  /** Fields of the article in which they wrote, `body` and `links` among them. */
  fields: string[];
  findingIds: string[];
  /** Places of the blocks of the text in which they wrote, from 0. */
  blocks: number[];
  /** The article before the first of these changes; null if there was no revision yet. */
  baseRevisionId: string | null;
  /** Who can approve them. */
  approverIds: string[];
};

/** The words that wait, and what this person can do about them. */
export type Review = {
  pending: PendingWords[];
  /** Authors whose words an approval by this person covers now. */
  approves: string[];
};

/** Who wrote a finding, and who can verify it. */
export type FindingReview = {
  authors: { id: string; fields: FindingField[] }[];
  verifierIds: string[];
  verify: Decision;
  reject: Decision;
};

type ReviewContext = {
  acting: Principal;
  fourEyes: boolean;
  colleagues: readonly Colleague[];
};

/** Words that wait for approval in an article, by author, the last changed first. */
export async function showReview(
  db: Transaction,
  article: Article,
  words: ArticleWords,
  { acting, fourEyes, colleagues }: ReviewContext,
): Promise<Review> {
  const pending = pendingWords(words);
  const written = pending.length === 0 ? [] : await listWrittenParts(db, article.id);
  const approving = approvalOf(acting, words, { fourEyes }, colleagues);
  return {
    pending: pending.map((contribution) => ({
      ...partsOf(article, words, contribution, written),
      approverIds: approversOf(contribution.authorId, words, { fourEyes }, colleagues).map(
        ({ id }) => id,
      ),
    })),
    approves: approving.ok ? approving.approves.map(({ authorId }) => authorId) : [],
  };
}

function partsOf(
  article: Article,
  { approvals }: ArticleWords,
  { authorId, change, at }: Contribution,
  written: readonly WrittenParts[],
): Omit<PendingWords, 'approverIds'> {
  const own = written.find((each) => each.authorId === authorId);
  const approved = Math.max(
    0,
    ...approvals.filter((each) => each.authorId === authorId).map(({ change }) => change),
  );
  const parts = own?.parts.filter((part) => part.change > approved).map(({ part }) => part) ?? [];
  const blocks = article.body.content.flatMap((block, place) =>
    parts.includes(blockPart(block)) ? [place] : [],
  );
  return {
    ...{ authorId, change, at, blocks },
    fields: parts.filter((part) => !part.includes('.')),
    findingIds: parts.flatMap((part) => (part.startsWith('findings.') ? [part.slice(9)] : [])),
    baseRevisionId: own?.baseRevisionId ?? null,
  };
}

/** Who wrote each finding and who can verify it, by finding. */
export async function showFindingReviews(
  db: Transaction,
  findings: readonly Finding[],
  { acting, fourEyes, colleagues }: ReviewContext,
): Promise<Record<string, FindingReview>> {
  const authorsOf = await listFindingAuthors(db, findings);
  const entries = findings.map(({ id }): [string, FindingReview] => {
    const authors = authorsOf.get(id) ?? [];
    const may = (action: 'finding.verify' | 'finding.reject'): Decision => {
      const permission = verificationOf(acting, action, authors, { fourEyes }, colleagues);
      return permission.ok ? { ok: true } : decide(permission.reasons);
    };
    return [
      id,
      {
        authors: [...Map.groupBy(authors, ({ authorId }) => authorId)].map(([id, own]) => ({
          id,
          fields: own.map(({ field }) => field),
        })),
        verifierIds: verifiersOf('finding.verify', authors, { fourEyes }, colleagues).map(
          ({ id }) => id,
        ),
        verify: may('finding.verify'),
        reject: may('finding.reject'),
      },
    ];
  });
  return Object.fromEntries(entries);
}
