import { insertCorrections } from '@viewpoints/db/editorial/corrections';
import { listArticleFindings } from '@viewpoints/db/editorial/findings';
import { newId } from '@viewpoints/db/editorial/new-id';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { decide, reason } from '@viewpoints/domain/refusal';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import { putOut, requirePublishable } from '../publishing/put-out.ts';
import { requireUnprotected } from '../publishing/require-unprotected.ts';
import type { CorrectArticle, Input } from './article-inputs.ts';
import { holdArticle, step } from './hold-article.ts';

/** Publishes the approved next revision of a live article with notices of what was mended. */
export function correctArticle(
  ctx: CommandContext,
  { id, corrections }: Input<typeof CorrectArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const { tx, acting, at } = command;
    const held = await holdArticle(command, id);
    permit(command, 'article.correct', articleSubject(held));
    step(held, 'correct');
    const own = await listArticleFindings(tx, id);
    allow(
      decide(
        corrections.flatMap(({ findingId }, index) =>
          findingId === null || own.some((finding) => finding.id === findingId)
            ? []
            : [
                reason(
                  'finding_unknown',
                  'This finding is not one of the article.',
                  `corrections.${index}.findingId`,
                ),
              ],
        ),
      ),
    );
    const whole = await requirePublishable(command, held, held.approvedRevisionId, own);
    await requireUnprotected(
      command,
      held,
      corrections.flatMap((correction, index) =>
        (['was', 'now', 'why'] as const).map((field) => ({
          text: correction[field],
          at: `corrections.${index}.${field}`,
        })),
      ),
      own,
    );
    // Notices of one moment are listed by their ids; these keep the order they were written in.
    const noticeIds = corrections.map(() => newId()).toSorted();
    const notices = corrections.map((correction, index) => ({
      ...correction,
      ...{ id: noticeIds[index] ?? newId(), articleId: id, at: at.toISOString(), by: acting.id },
    }));
    await insertCorrections(tx, notices);
    const { article, revision, version } = await putOut(command, whole, {
      reason: 'corrected',
      publishAt: held.publishAt ?? at.toISOString(),
      note: corrections.map(({ why }) => why).join(' '),
    });
    await record(command, 'article.correct', ['article', id], {
      revisionId: revision.id,
      version,
      corrections: notices.length,
      correctionId: notices[0]?.id ?? null,
    });
    return article;
  });
}
