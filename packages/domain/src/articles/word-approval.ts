import type { Principal } from '../accounts/account.ts';
import type { Colleague } from '../accounts/colleague.ts';
import { isOwnWork, ownWordsReason } from '../accounts/own-words.ts';
import { can, type Permission, type PermissionSettings } from '../accounts/permissions.ts';
import type { Refusal } from '../refusal.ts';
import type { Id, Instant } from '../values.ts';

/**
 * Words are approved per author: an article is approved once the last change of each author has
 * been approved by another person. Two people suffice, whichever of them wrote what.
 */

/** The last change of one author to an article. Changes are counted across all authors. */
export type Contribution = { authorId: Id; change: number; at: Instant };

/** The approval of one author's words in an article, up to one of its changes. */
export type WordApproval = {
  authorId: Id;
  approverId: Id;
  change: number;
  /** False if the author approved it alone, four eyes being off. */
  fourEyes: boolean;
};

/** Who wrote in an article, and what of it has been approved. */
export type ArticleWords = {
  createdBy: Id;
  contributions: readonly Contribution[];
  approvals: readonly WordApproval[];
};

/** The words of one author that an approval covers. */
export type ApprovedWords = Omit<WordApproval, 'approverId'>;

export type Approving =
  | {
      ok: true;
      /** The words that this person's approval covers now; empty if everything is covered. */
      approves: ApprovedWords[];
      /** Contributions that still wait for another person's approval. */
      waiting: Contribution[];
    }
  | Refusal;

/** Changes not yet approved by another person, the last one first. */
export function pendingWords({ contributions, approvals }: ArticleWords): Contribution[] {
  const isCovered = ({ authorId, change }: Contribution) =>
    approvals.some(
      (approval) =>
        approval.authorId === authorId &&
        approval.change >= change &&
        (approval.approverId !== authorId || !approval.fourEyes),
    );
  return contributions
    .filter((contribution) => !isCovered(contribution))
    .sort((a, b) => b.change - a.change);
}

/** Whether each author's last change has been approved by another person. */
export function isApproved(words: ArticleWords): boolean {
  return pendingWords(words).length === 0;
}

/** Whether an account may approve what one author wrote, by its roles and the article's owner. */
function mayApprove(
  acting: Principal,
  authorId: Id | null,
  { createdBy }: ArticleWords,
  settings: PermissionSettings,
): Permission {
  const ownerIds = authorId === null ? [] : [authorId];
  return can(acting, 'article.approve', { ownerIds, wholeOwnerIds: [createdBy] }, settings);
}

/**
 * What an approval by this person covers now: all pending words but their own, and their own where
 * four eyes are off. Refused with `own_words` if only their own words wait; the reason names who of
 * `colleagues` can approve those.
 */
export function approvalOf(
  acting: Principal,
  words: ArticleWords,
  settings: PermissionSettings,
  colleagues: readonly Colleague[],
): Approving {
  const pending = pendingWords(words);
  const approves: ApprovedWords[] = [];
  const waiting: Contribution[] = [];
  for (const contribution of pending) {
    const { authorId, change } = contribution;
    const permission = mayApprove(acting, authorId, words, settings);
    if (permission.ok) approves.push({ authorId, change, fourEyes: !permission.alone });
    else waiting.push(contribution);
  }
  if (approves.length > 0) return { ok: true, approves, waiting };
  const permission = mayApprove(acting, null, words, settings);
  if (!permission.ok) return permission;
  if (pending.length === 0) return { ok: true, approves: [], waiting: [] };
  const who = approversOf(acting.id, words, settings, colleagues);
  const act = { verb: 'approve', object: 'them' };
  return { ok: false, reasons: [ownWordsReason(act, 'These are your own words.', who, settings)] };
}

/** The `colleagues` who may approve what an author wrote, in their order. */
export function approversOf(
  authorId: Id,
  words: ArticleWords,
  settings: PermissionSettings,
  colleagues: readonly Colleague[],
): Colleague[] {
  return colleagues.filter((colleague) => mayApprove(colleague, authorId, words, settings).ok);
}

/**
 * Whether an account may request changes to an article. Its only author may where four eyes are off, and
 * is refused with `own_words` otherwise; that reason names who of `colleagues` may.
 */
export function changesOf(
  acting: Principal,
  words: ArticleWords,
  settings: PermissionSettings,
  colleagues: readonly Colleague[],
): Permission {
  const authorIds = words.contributions.map(({ authorId }) => authorId);
  const subject = { ownerIds: authorIds.length === 1 ? authorIds : [] };
  const permission = can(acting, 'article.request_changes', subject, settings);
  if (permission.ok || !isOwnWork(permission)) return permission;
  const who = colleagues.filter(
    (colleague) => can(colleague, 'article.request_changes', subject, settings).ok,
  );
  const act = { verb: 'request changes to', object: 'it' };
  return { ok: false, reasons: [ownWordsReason(act, 'You wrote all of it.', who, settings)] };
}
