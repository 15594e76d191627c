import { isDeepStrictEqual } from 'node:util';
import { listColleagues, listNamesOf } from '@viewpoints/db/editorial/accounts';
import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { findAssignment } from '@viewpoints/db/editorial/assignments';
import { getWords, insertApprovals } from '@viewpoints/db/editorial/contributions';
import { listArticleFindings, listArticleLinks } from '@viewpoints/db/editorial/findings';
import { findRevision } from '@viewpoints/db/editorial/revisions';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import {
  type ApprovedWords,
  approvalOf,
  approversOf,
} from '@viewpoints/domain/articles/word-approval';
import { type Finding, verifiedContentOf } from '@viewpoints/domain/findings/finding';
import { reason } from '@viewpoints/domain/refusal';
import { type Command, type CommandContext, record, runCommand } from '../command.ts';
import { notify } from '../notifications/notify.ts';
import { notFound, ProblemError } from '../problem.ts';
import { cutRevision } from '../publishing/cut-revision.ts';
import type { Input, NameRevision } from './article-inputs.ts';
import { passOn } from './assign-article.ts';
import { lockExistingArticle, step } from './lock-article.ts';

/** Whose words still wait, and who can approve them. */
export type WaitingWords = { author: Person; approvers: Person[] };
type Person = { id: string; name: string };

/** The article after an approval; it stays in review while other authors' words wait. */
export type Approved = Article & { waiting: WaitingWords[] };

/**
 * Approves what everybody else wrote of an article in review. The revision named must still be what the
 * working copy says, its findings and links too. Once the last change of each author is approved by
 * another, the article is approved, with a revision of its own that has the present findings.
 */
export function approveArticle(
  ctx: CommandContext,
  { id, revisionId }: Input<typeof NameRevision>,
): Promise<Approved> {
  return runCommand(ctx, async (command) => {
    const { tx, acting, at, fourEyes } = command;
    const locked = await lockExistingArticle(command, id);
    if (locked.state === 'approved' && locked.approvedRevisionId === revisionId)
      return { ...locked, waiting: [] };
    const words = await getWords(tx, locked);
    const colleagues = await listColleagues(tx);
    const approving = approvalOf(acting, words, { fourEyes }, colleagues);
    if (!approving.ok) throw new ProblemError('not_permitted', approving.reasons);
    const { to } = step(locked, 'approve');
    await refuseOutdatedRevision(command, locked, revisionId);

    const { approves, waiting } = approving;
    // Every path that adds words records their authors, and so does creating an article.
    if (words.contributions.length === 0)
      throw new Error(`nobody is recorded as having written article ${id}`);
    await insertApprovals(tx, { articleId: id, approverId: acting.id, at, words: approves });
    if (waiting.length > 0) {
      await passOnReview(command, locked);
      await recordApproval(command, id, revisionId, approves);
      const names = await listNamesOf(
        tx,
        waiting.map(({ authorId }) => authorId),
      );
      return {
        ...locked,
        waiting: waiting.map(({ authorId }) => ({
          author: { id: authorId, name: names[authorId] ?? '' },
          approvers: approversOf(authorId, words, { fourEyes }, colleagues).map(({ id, name }) => ({
            id,
            name,
          })),
        })),
      };
    }
    const revision = await cutRevision(command, locked, 'approved');
    const article = await updateWorkflowColumns(tx, locked, {
      state: to,
      approvedRevisionId: revision.id,
      approvedBy: acting.id,
    });
    await passOn(command, id, { assigneeId: null });
    await notify(command, { kind: 'approved', articleIds: [id], to: 'writers' });
    await recordApproval(command, id, revision.id, approves);
    return { ...article, waiting: [] };
  });
}

/**
 * Records each author whose words were approved separately: the details of a record contain a fixed
 * number of ids. If everything had been approved before, one record says that the article is.
 */
async function recordApproval(
  command: Command,
  id: string,
  revisionId: string,
  approves: readonly ApprovedWords[],
): Promise<void> {
  for (const { authorId, change, fourEyes } of approves)
    await record(command, 'article.approve', ['article', id], {
      ...{ revisionId, authorId, change },
      ...(fourEyes ? {} : { fourEyes }),
    });
  if (approves.length === 0)
    await record(command, 'article.approve', ['article', id], { revisionId });
}

/** An assignee who has approved all they could is done; the remaining words wait for anybody else. */
async function passOnReview(command: Command, article: Article): Promise<void> {
  const assignment = await findAssignment(command.tx, article.id);
  if (assignment?.assigneeId === command.acting.id)
    await passOn(command, article.id, { assigneeId: null });
}

async function refuseOutdatedRevision(
  { tx }: Command,
  article: Article,
  revisionId: string,
): Promise<void> {
  const revision = await findRevision(tx, revisionId);
  if (revision === null || revision.articleId !== article.id) throw notFound('revision');
  const findings = await listArticleFindings(tx, article.id);
  const isSame =
    isDeepStrictEqual(revision.content, articleContentOf(article)) &&
    isDeepStrictEqual(revision.findings.map(wordsOf), findings.map(wordsOf)) &&
    isDeepStrictEqual(revision.links, await listArticleLinks(tx, article.id));
  if (isSame) return;
  throw new ProblemError('stale', [
    reason(
      'revision_moved_on',
      'The article was edited after this revision: read it again.',
      null,
      {
        revisionId,
      },
    ),
  ]);
}

/** The words of a finding, whatever its state. */
const wordsOf = (finding: Finding) => ({ id: finding.id, ...verifiedContentOf(finding) });
