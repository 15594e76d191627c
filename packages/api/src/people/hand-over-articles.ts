import { findAccount, listColleagues } from '@viewpoints/db/editorial/accounts';
import { findAssignment, listAssignedArticles } from '@viewpoints/db/editorial/assignments';
import { getWords } from '@viewpoints/db/editorial/contributions';
import { canTake } from '@viewpoints/domain/articles/assignment';
import { reason } from '@viewpoints/domain/refusal';
import { passOn } from '../articles/assign-article.ts';
import { lockExistingArticle } from '../articles/lock-article.ts';
import { type Command, record } from '../command.ts';
import { ProblemError } from '../problem.ts';

/** How many articles were reassigned, and how many have no assignee now. */
export type HandedOver = { handedOver: number; unassigned: number };

/**
 * Reassigns the articles of one account to another, each if that one can take its next step; the
 * others, and all of them if none is named, are unassigned.
 */
export async function handOverArticles(
  command: Command,
  { from, to }: { from: string; to: string | null },
): Promise<HandedOver> {
  const { tx, fourEyes } = command;
  await requireAccount(command, { from, to });
  const colleagues = await listColleagues(tx);
  const successor = colleagues.find(({ id }) => id === to);
  const counts: HandedOver = { handedOver: 0, unassigned: 0 };
  for (const id of await listAssignedArticles(tx, from)) {
    const article = await lockExistingArticle(command, id);
    const before = await findAssignment(tx, id);
    if (before?.assigneeId !== from) continue;
    const assignable = { state: article.state, words: await getWords(tx, article) };
    const takes = successor !== undefined && canTake(successor, assignable, { fourEyes });
    const assigneeId = takes ? successor.id : null;
    await passOn(command, id, { assigneeId });
    await record(command, 'article.assign', ['article', id], { to: assigneeId, from });
    counts[takes ? 'handedOver' : 'unassigned'] += 1;
  }
  return counts;
}

async function requireAccount(
  { tx }: Command,
  { from, to }: { from: string; to: string | null },
): Promise<void> {
  if (to === null) return;
  const account = await findAccount(tx, to);
  if (account !== null && account.disabledAt === null && to !== from) return;
  throw new ProblemError('refused', [
    reason('cannot_take', 'Choose somebody else who can sign in.', 'handOverTo'),
  ]);
}
