import { insertCorrections } from '@viewpoints/db/editorial/corrections';
import { listArticleFindings } from '@viewpoints/db/editorial/findings';
import { newId } from '@viewpoints/db/editorial/new-id';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import type { Correction } from '@viewpoints/domain/corrections/correction';
import { decide, reason } from '@viewpoints/domain/refusal';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { ProblemError } from '../problem.ts';
import type { Edition } from '../publishing/compose-edition.ts';
import { publishEdition, requirePublishable } from '../publishing/publish-edition.ts';
import type { CorrectArticle, Input } from './article-inputs.ts';
import { lockForPublication, step } from './lock-article.ts';

/** Publishes the approved next revision of a live article with notices of what was mended. */
export function correctArticle(
  ctx: CommandContext,
  { id, corrections }: Input<typeof CorrectArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const { tx, acting, at } = command;
    const locked = await lockForPublication(command, id);
    permit(command, 'article.correct', articleSubject(locked));
    step(locked, 'correct');
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
    // Notices of one moment are listed by their ids; these keep the order they were written in.
    const noticeIds = corrections.map(() => newId()).toSorted();
    const notices = corrections.map((correction, index) => ({
      ...correction,
      ...{ id: noticeIds[index] ?? newId(), articleId: id, at: at.toISOString() },
      ...{ by: acting.id, redactedAt: null },
    }));
    const publishAt = locked.publishAt ?? at.toISOString();
    const edition = await requireCorrectable(command, {
      ...{ article: locked, revisionId: locked.approvedRevisionId, own, publishAt, notices },
      note: corrections.map(({ why }) => why).join(' '),
    });
    await insertCorrections(
      tx,
      notices.map(({ redactedAt: _, ...notice }) => notice),
    );
    const { article, revision, version } = await publishEdition(command, edition, {
      ...{ reason: 'corrected', publishAt },
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

/** Names notices in refusals by their place in the call: their ids are known to nobody yet. */
async function requireCorrectable(
  command: Command,
  next: Parameters<typeof requirePublishable>[1] & { notices: Correction[] },
): Promise<Edition> {
  try {
    return await requirePublishable(command, next);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const indexOf = (id: string) => next.notices.findIndex((notice) => notice.id === id);
    const reasons = error.reasons.map(({ at, ...each }) => ({
      ...each,
      at:
        at?.replace(/^corrections\.([0-9a-f-]{36})\./, (whole, id: string) =>
          indexOf(id) < 0 ? whole : `corrections.${indexOf(id)}.`,
        ) ?? null,
    }));
    throw new ProblemError(error.code, reasons);
  }
}
