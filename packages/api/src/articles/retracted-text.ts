import { listColleagues } from '@viewpoints/db/editorial/accounts';
import {
  findRetraction,
  type RetractedText,
  type Retraction,
  writeRetractedText,
} from '@viewpoints/db/editorial/corrections';
import { findRevision } from '@viewpoints/db/editorial/revisions';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { attributionLabels } from '@viewpoints/domain/attribution/labels';
import { decide, reason } from '@viewpoints/domain/refusal';
import { withAnnouncement } from '@viewpoints/published/changes/announce';
import { takeRetractedTexts } from '@viewpoints/published/project/hide-exposed';
import { writeRetraction } from '@viewpoints/published/project/write-retraction';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { notify } from '../notifications/notify.ts';
import { notFound, ProblemError } from '../problem.ts';
import { composeRetraction } from '../publishing/compose-retraction.ts';
import { isClosed } from '../publishing/protect-source.ts';
import { redactReasons } from '../publishing/redact-reasons.ts';
import type { Input, OneArticle } from './article-inputs.ts';
import { lockExistingArticle } from './lock-article.ts';

/*
 * Retracting removes the text of an article at once, by one person. Showing it again, marked as
 * retracted, takes two people; hiding it again takes one.
 */

/** Requests that the text of a retracted article is shown again; a second person confirms it. */
export function requestRetractedText(
  ctx: CommandContext,
  { id }: Input<typeof OneArticle>,
): Promise<RetractedText> {
  return runCommand(ctx, async (command) => {
    const { article, retraction } = await lockRetracted(command, id);
    permit(command, 'article.request_text', articleSubject(article));
    if (retraction.text.requestedBy !== null) return retraction.text;
    const text = { requestedBy: command.acting.id, confirmedBy: null, shownAt: null };
    await writeRetractedText(command.tx, id, text);
    await record(command, 'article.request_text', ['article', id]);
    await notifyConfirmers(command, id);
    return text;
  });
}

/** Notifies everybody who can confirm the request of this person. */
async function notifyConfirmers(command: Command, articleId: string): Promise<void> {
  const { tx, acting, fourEyes } = command;
  const request = { ownerIds: [acting.id] };
  const to = (await listColleagues(tx))
    .filter((colleague) => can(colleague, 'article.confirm_text', request, { fourEyes }).ok)
    .map(({ id }) => id);
  await notify(command, { kind: 'awaits_you', articleIds: [articleId], to });
}

/**
 * Shows the text of a retracted article again, without its pictures, under the notice. Refused if it
 * mentions what terms protect now. From then on it is searched for protected names like anything public.
 */
export function confirmRetractedText(
  ctx: CommandContext,
  { id }: Input<typeof OneArticle>,
): Promise<RetractedText> {
  return runCommand(ctx, async (command) => {
    const { tx, acting, at } = command;
    const { article, retraction } = await lockRetracted(command, id);
    const { requestedBy, shownAt } = retraction.text;
    const alone = permit(command, 'article.confirm_text', {
      ownerIds: requestedBy === null ? [] : [requestedBy],
    });
    if (shownAt !== null) return retraction.text;
    if (requestedBy === null)
      throw refusedBy('text_not_requested', 'Somebody has to ask first that the text is shown.');
    await showText(command, article, retraction);
    const text = { requestedBy, confirmedBy: acting.id, shownAt: at.toISOString() };
    await writeRetractedText(tx, id, text);
    await record(command, 'article.confirm_text', ['article', id], alone);
    return text;
  });
}

/** Ends the command if a source of the text is closed: its terms let nothing that was said be public. */
async function refuseClosed({ tx, journal }: Command, article: Article): Promise<void> {
  const live =
    article.liveRevisionId === null ? null : await findRevision(tx, article.liveRevisionId);
  if (live === null) return;
  const sourceIds = [
    ...live.content.sourceIds,
    ...live.findings.flatMap(({ attribution }) => attribution.sourceId ?? []),
  ];
  const waivers = await listWaivers(tx, sourceIds);
  const closed = (await listSourcesByIds(tx, sourceIds)).filter((source) =>
    isClosed(
      source,
      waivers.filter(({ sourceId }) => sourceId === source.id),
      journal.language,
    ),
  );
  if (closed.length > 0)
    throw refusedBy(
      'source_closed',
      'The text rests on a source whose terms keep it from readers.',
    );
}

async function showText(command: Command, article: Article, retraction: Retraction): Promise<void> {
  const { tx, at, acting, journal } = command;
  await refuseClosed(command, article);
  const { removed } = attributionLabels(journal.language);
  const why = retraction.redactedAt === null ? retraction.why : removed;
  const composed = await composeRetraction(command, article, why, { withText: true });
  const inText = (composed?.mentions ?? []).filter((mention) => mention.at === 'body');
  allow(decide(redactReasons(acting, inText)));
  const notice = composed?.set.article.retraction ?? null;
  if (composed === null || notice === null || !composed.hasText) throw notFound('text');
  const { set } = composed;
  const dated = { revisedAt: retraction.at, retraction: { ...notice, at: retraction.at } };
  await writeRetraction(
    tx,
    { ...composed, set: { ...set, article: { ...set.article, ...dated } } },
    at,
  );
}

/** Hides the text of a retracted article again, or cancels the request to show it. */
export function takeRetractedText(
  ctx: CommandContext,
  { id }: Input<typeof OneArticle>,
): Promise<RetractedText> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const { article, retraction } = await lockRetracted(command, id);
    permit(command, 'article.take_text', articleSubject(article));
    const none = { requestedBy: null, confirmedBy: null, shownAt: null };
    if (retraction.text.requestedBy === null) return none;
    await withAnnouncement(tx, id, at, () => takeRetractedTexts(tx, [id]));
    await record(command, 'article.take_text', ['article', id]);
    return none;
  });
}

async function lockRetracted(
  command: Command,
  id: string,
): Promise<{ article: Article; retraction: Retraction }> {
  const article = await lockExistingArticle(command, id);
  const retraction = await findRetraction(command.tx, id);
  if (article.state === 'retracted' && retraction !== null) return { article, retraction };
  throw refusedBy('article_not_retracted', 'Only a retracted article has a text to show again.');
}

const refusedBy = (code: string, message: string) =>
  new ProblemError('refused', [reason(code, message)]);
