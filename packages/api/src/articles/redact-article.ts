import { findCorrection } from '@viewpoints/db/editorial/corrections';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { attributionLabels } from '@viewpoints/domain/attribution/labels';
import { Redaction } from '@viewpoints/domain/exposures/redaction';
import { decide, reason } from '@viewpoints/domain/refusal';
import { Id } from '@viewpoints/domain/values';
import { withAnnouncement } from '@viewpoints/published/changes/announce';
import { hasFormerSlug } from '@viewpoints/published/project/former-slugs-of';
import {
  blankNotices,
  blankVersionNotes,
  hideVersions,
  removeFormerSlugs,
} from '@viewpoints/published/project/hide-exposed';
import { listVersionNotesWith } from '@viewpoints/published/project/notices-of-finding';
import { withdrawnByRedaction } from '@viewpoints/published/project/withdrawn-words';
import { z } from 'zod';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { notFound } from '../problem.ts';
import { composeLiveEdition } from '../publishing/compose-edition.ts';
import { dropScheduledNotices } from '../publishing/drop-scheduled-notices.ts';
import { rebuildArticle } from '../publishing/rebuild-article.ts';
import { dropSuggestions } from '../suggestions/drop-suggestions.ts';
import { forgetDeletedWords } from '../working-copy/compact-copy.ts';
import { lockExistingArticle } from './lock-article.ts';

export const RedactArticle = z.strictObject({ id: Id, redaction: Redaction });

/**
 * Takes a notice, a note, an earlier version or a former address away from readers, and out of notices
 * that are scheduled. A protective act: nothing refuses it but that the version is the one readers have now.
 */
export function redactArticle(
  ctx: CommandContext,
  { id, redaction }: z.output<typeof RedactArticle>,
): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const article = await lockExistingArticle(command, id);
    permit(command, 'article.redact', articleSubject(article));
    const withdrawn = await withdrawnByRedaction(tx, id, redaction);
    await withAnnouncement(tx, id, at, () => redact(command, article, redaction));
    const scheduled = await dropScheduledNotices(command, article, withdrawn);
    await rebuildArticle(command, id);
    const gone = { ...scheduled, ...(await dropSuggestions(command, article)) };
    await forgetDeletedWords(command, id);
    await record(command, 'article.redact', ['article', id], { code: redaction.what, ...gone });
    return { id };
  });
}

async function redact(command: Command, article: Article, redaction: Redaction): Promise<void> {
  const { tx, at, journal } = command;
  const { removed } = attributionLabels(journal.language);
  const articleId = article.id;
  switch (redaction.what) {
    case 'notice': {
      const correction = await findCorrection(tx, redaction.noticeId);
      if (correction?.articleId !== articleId) throw notFound('notice');
      await blankNotices(tx, [correction.id], { removed, now: at });
      await blankVersionNotes(tx, await listVersionNotesWith(tx, correction), removed);
      break;
    }
    case 'note':
      await blankVersionNotes(tx, [{ articleId, number: redaction.number }], removed);
      break;
    case 'version':
      await refuseLive(command, article, redaction.number);
      await hideVersions(tx, [{ articleId, number: redaction.number }]);
      break;
    case 'address':
      if (!(await hasFormerSlug(tx, articleId, redaction.slug))) throw notFound('address');
      await removeFormerSlugs(tx, [redaction.slug]);
      break;
  }
}

async function refuseLive(command: Command, article: Article, number: number): Promise<void> {
  const live = await composeLiveEdition(command, article);
  const isLive = live !== null && number >= live.version;
  allow(
    decide(
      isLive
        ? [
            reason(
              'version_is_live',
              'This is the version readers have now. Correct the article, or retract it.',
              'redaction.number',
            ),
          ]
        : [],
    ),
  );
}
