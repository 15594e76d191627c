import type { Principal } from '../accounts/account.ts';
import type { Colleague } from '../accounts/colleague.ts';
import { isOwnWork, ownWordsReason } from '../accounts/own-words.ts';
import { can, type Permission, type PermissionSettings } from '../accounts/permissions.ts';
import type { Refusal } from '../refusal.ts';
import type { Id, Instant } from '../values.ts';

/**
 * Approval is of words, by person: an article is approved once the last change of everybody who
 * wrote in it has been approved by somebody else. Two people suffice, whoever of them wrote what.
 */

/** Somebody's last change to an article. Its changes are counted together, whoever made them. */
export type Contribution = { authorId: Id; change: number; at: Instant };

/** That somebody approved what somebody wrote in an article, up to one of its changes. */
export type WordApproval = {
  authorId: Id;
  approverId: Id;
  change: number;
  /** False where the author approved it alone, four eyes being off. */
  fourEyes: boolean;
};

/** Who wrote in an article, and what of it has been approved. */
export type ArticleWords = {
  createdBy: Id;
  contributions: readonly Contribution[];
  approvals: readonly WordApproval[];
};

/** What somebody's approval covers: the words of one author. */
export type ApprovedWords = Omit<WordApproval, 'approverId'>;

export type Approving =
  | {
      ok: true;
      /** Whose words this person's approval covers now; empty where everything is covered. */
      approves: ApprovedWords[];
      /** Whose words wait for somebody else afterwards. */
      waiting: Contribution[];
    }
  | Refusal;

/** The changes that nobody else has approved since they were made, the last one first. */
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

/** Whether everybody's last change has been approved by somebody else. */
export function isApproved(words: ArticleWords): boolean {
  return pendingWords(words).length === 0;
}

/** Whether somebody may approve what one author wrote, by roles and by whose article it is. */
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
 * What an approval by this person covers as things stand: everybody's pending words but their own,
 * and their own where four eyes are off. Refused with `own_words` where only their own words wait;
 * the reason names who of `colleagues` can approve those.
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

/** Who of `colleagues` may approve what somebody wrote, in their order. */
export function approversOf(
  authorId: Id,
  words: ArticleWords,
  settings: PermissionSettings,
  colleagues: readonly Colleague[],
): Colleague[] {
  return colleagues.filter((colleague) => mayApprove(colleague, authorId, words, settings).ok);
}

/**
 * Whether somebody may send an article back: whoever may review, unless they are the only one who
 * wrote in it. Refused with `own_words` then, naming who of `colleagues` may.
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
