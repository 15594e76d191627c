import { findAccount, listColleagues } from '@viewpoints/db/editorial/accounts';
import { findAssignment, writeAssignment } from '@viewpoints/db/editorial/assignments';
import { getWords } from '@viewpoints/db/editorial/contributions';
import { newId } from '@viewpoints/db/editorial/new-id';
import { insertReviewComment } from '@viewpoints/db/editorial/review-comments';
import { findLatestRevisionId } from '@viewpoints/db/editorial/revisions';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import {
  type Assignment,
  type AssignmentContent,
  checkAssignee,
  type LineKind,
} from '@viewpoints/domain/articles/assignment';
import { reason } from '@viewpoints/domain/refusal';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { notifyAwaited } from '../notifications/notify.ts';
import { ProblemError } from '../problem.ts';
import type { AssignArticle, Input } from './article-inputs.ts';
import { lockExistingArticle } from './lock-article.ts';

/** Assigns an article to an account or takes it over, with a day, a priority and a line of text. */
export function assignArticle(
  ctx: CommandContext,
  { id, seenAssigneeId, line, ...content }: Input<typeof AssignArticle>,
): Promise<Assignment> {
  return runCommand(ctx, async (command) => {
    const locked = await lockExistingArticle(command, id);
    permit(command, 'article.assign', articleSubject(locked));
    const before = await findAssignment(command.tx, id);
    await refuseTaken(command, before, seenAssigneeId);
    const assignment = await handTo(command, locked, content);
    await notifyNew(command, locked, before, content.assigneeId);
    const commentId = await writeLine(command, id, 'hand_over', line);
    await record(command, 'article.assign', ['article', id], {
      ...auditDetails(content),
      from: before?.assigneeId ?? null,
      commentId,
    });
    return assignment;
  });
}

/** Notifies a new assignee of an article. */
async function notifyNew(
  command: Command,
  article: Article,
  before: Assignment | null,
  assigneeId: string | null,
): Promise<void> {
  if (assigneeId !== null && assigneeId !== before?.assigneeId)
    await notifyAwaited(command, article, assigneeId);
}

/** The audit details of an assignment: never the line. */
export const auditDetails = ({ assigneeId, dueOn, priority }: AssignmentContent) => ({
  to: assigneeId,
  dueOn,
  priority,
});

/** Ends the command if the article was assigned to another since the caller looked. */
export async function refuseTaken(
  { tx }: Command,
  before: Assignment | null,
  seenAssigneeId: string | null,
): Promise<void> {
  const assigneeId = before?.assigneeId ?? null;
  if (assigneeId === seenAssigneeId) return;
  const account = assigneeId === null ? null : await findAccount(tx, assigneeId);
  throw new ProblemError('stale', [
    reason(
      'assignment_changed',
      account === null
        ? 'The article was given to nobody since you looked: read it again.'
        : `The article was given to ${account.name} since you looked: read it again.`,
    ),
  ]);
}

/** Writes the assignment of an article; refuses an account that cannot take the next step. */
export async function handTo(
  { tx, by, acting, at, fourEyes }: Command,
  article: Article,
  content: AssignmentContent,
): Promise<Assignment> {
  const words = await getWords(tx, article);
  const assignable = { state: article.state, words };
  const colleagues = await listColleagues(tx);
  allow(checkAssignee(content.assigneeId, assignable, { fourEyes }, colleagues));
  return writeAssignment(tx, article.id, { ...content, by: by ?? acting.id, at });
}

/** Writes a line to the next assignee; returns its id, or null if it is empty. */
export async function writeLine(
  { tx, acting, at }: Command,
  articleId: string,
  kind: LineKind,
  text: string,
): Promise<string | null> {
  if (text === '') return null;
  const id = newId();
  const revisionId = await findLatestRevisionId(tx, articleId);
  await insertReviewComment(tx, { id, articleId, revisionId, kind, text, by: acting.id, at });
  return id;
}

/**
 * The assignment after a step that named no assignee: `assigneeId`, or anybody who can take the
 * next one. The priority stays, and the day too unless it was for the step that was taken.
 */
export async function passOn(
  { tx, acting, at }: Command,
  articleId: string,
  { assigneeId, dueOn }: { assigneeId: string | null; dueOn?: null },
): Promise<void> {
  const before = await findAssignment(tx, articleId);
  if (before === null && assigneeId === null) return;
  await writeAssignment(tx, articleId, {
    assigneeId,
    dueOn: dueOn === null ? null : (before?.dueOn ?? null),
    priority: before?.priority ?? 'normal',
    ...{ by: acting.id, at },
  });
}
