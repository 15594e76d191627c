import { listColleagues } from '@viewpoints/db/editorial/accounts';
import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { getWords, insertApprovals } from '@viewpoints/db/editorial/contributions';
import {
  lockWaitingArticle,
  type WaitingArticle,
  writeImportOutcome,
} from '@viewpoints/db/editorial/import-outcomes';
import { isUntouchedImport } from '@viewpoints/db/editorial/imports';
import type { Article } from '@viewpoints/domain/articles/article';
import { publicTextsOf } from '@viewpoints/domain/articles/public-texts';
import { approvalOf } from '@viewpoints/domain/articles/word-approval';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import { lockForPublication } from '../../articles/lock-article.ts';
import { type Command, type CommandContext, record, runCommand } from '../../command.ts';
import { ProblemError } from '../../problem.ts';
import type { Edition } from '../../publishing/compose-edition.ts';
import { cutRevision } from '../../publishing/cut-revision.ts';
import {
  plainVersion,
  requireNextVersion,
  writeNextVersion,
} from '../../publishing/publish-next-version.ts';
import { loadProtectedNames } from './load-protected-names.ts';

/**
 * Publishes one article of a signed import with the date that it had, approved by who signed. What was
 * worked on since, or may not go out, stays a draft, and the import says why.
 */
export async function publishImportedArticle(ctx: CommandContext, id: string): Promise<void> {
  try {
    await runCommand(ctx, async (command) => {
      const locked = await lockForPublication(command, id);
      const waiting = await lockWaitingArticle(command.tx, id);
      if (waiting === null) return;
      if (await isUntouchedImport(command.tx, id)) await publish(command, locked, waiting);
      else await leaveOut(command, id, 'edited');
    });
  } catch (error) {
    if (!(error instanceof ProblemError) || !isRefusal(error)) throw error;
    // Its own transaction: all that was written for the publication is rolled back.
    const [first] = error.reasons;
    await runCommand(ctx, (command) => leaveOut(command, id, first?.code ?? error.code));
  }
}

/** Whether it is about the article, and not about the database or the moment. */
const isRefusal = ({ code }: ProblemError): boolean =>
  code === 'refused' || code === 'not_permitted' || code === 'stale' || code === 'not_found';

const leaveOut = ({ tx }: Command, id: string, outcome: string) =>
  writeImportOutcome(tx, id, { outcome, revisionId: null });

async function publish(
  command: Command,
  locked: Article,
  { runId, publishedAt, confirmedBy, signedBy }: WaitingArticle,
): Promise<void> {
  const { tx, at } = command;
  const { id } = locked;
  const words = await getWords(tx, locked);
  const signer = { id: signedBy, roles: ['publisher' as const] };
  const approving = approvalOf(signer, words, { fourEyes: true }, await listColleagues(tx));
  if (!approving.ok) throw new ProblemError('not_permitted', approving.reasons);
  const act = { runId, confirmedBy, signedBy };
  await insertApprovals(tx, { articleId: id, approverId: signedBy, at, words: approving.approves });
  const approved = await cutRevision(command, { ...locked, approvedBy: signedBy }, 'approved');
  const article = await updateWorkflowColumns(tx, locked, {
    ...{ state: 'approved', approvedRevisionId: approved.id, approvedBy: signedBy },
  });
  await record(command, 'article.approve', ['article', id], { revisionId: approved.id, ...act });
  const next = await requireNextVersion(
    command,
    article,
    { revisionId: approved.id, publishAt: publishedAt },
    { ...plainVersion, by: signedBy, setAt: at.toISOString() },
  );
  await requireNoNames(command, next.edition);
  const { revision, version } = await writeNextVersion(command, next, publishedAt, {
    quiet: true,
  });
  await record(command, 'article.publish', ['article', id], {
    ...{ revisionId: revision.id, version, ...act },
  });
  await writeImportOutcome(tx, id, { outcome: 'published', revisionId: revision.id });
}

/**
 * Refuses a text in which somebody stands whom any source protects: nobody has looked at it with that
 * in mind, as an author does who rests an article on a source.
 */
async function requireNoNames({ tx }: Command, { article, set }: Edition): Promise<void> {
  const { strings, clearances } = await loadProtectedNames(tx);
  const reasons = mentionReasons(publicTextsOf(set), strings, {
    ...{ articleId: article.id, clearances },
  }).filter(({ code }) => code === 'protected_mention');
  if (reasons.length > 0) throw new ProblemError('refused', reasons);
}
