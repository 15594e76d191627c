import { listArticleNames, listArticles } from '@viewpoints/db/editorial/article-list';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { findRevision } from '@viewpoints/db/editorial/revisions';
import {
  listVisibleArticleNames,
  listVisibleArticles,
} from '@viewpoints/db/editorial/visible-articles';
import { articleSubject, canOnAll } from '@viewpoints/domain/accounts/permissions';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { permit } from '../command.ts';
import { commentsRouter } from '../comments/comments-router.ts';
import { historyRouter } from '../history/history-router.ts';
import { accountJson } from '../input/json-limits.ts';
import { stopEarly } from '../input/stop-early.ts';
import { momentOf } from '../moment.ts';
import { placePage } from '../pages/place-page.ts';
import { orderedPage, orderedRequest } from '../paging.ts';
import { openPreview } from '../preview/open-preview.ts';
import { OpenPreview } from '../preview/preview-inputs.ts';
import { previewLinksRouter } from '../preview-links/preview-links-router.ts';
import { notFound } from '../problem.ts';
import { suggestionsRouter } from '../suggestions/suggestions-router.ts';
import { trashArticle, trashArticles } from '../trash/trash-article.ts';
import { permitted, router } from '../trpc.ts';
import { approveArticle } from './approve-article.ts';
import { archiveArticle, archiveArticles } from './archive-article.ts';
import * as inputs from './article-inputs.ts';
import { assignArticle } from './assign-article.ts';
import { assignArticles } from './assign-articles.ts';
import { changeTopics, previewTopics } from './change-topics.ts';
import { correctArticle } from './correct-article.ts';
import { createArticle } from './create-article.ts';
import { keepRevision } from './keep-revision.ts';
import { prepareArticle } from './prepare-article.ts';
import { previewRetraction } from './preview-retraction.ts';
import { publishArticle } from './publish-article.ts';
import { recallArticle } from './recall-article.ts';
import { RedactArticle, redactArticle } from './redact-article.ts';
import { requestChanges } from './request-changes.ts';
import { rescheduleArticle } from './reschedule-article.ts';
import { restoreArticle, restoreArticles } from './restore-article.ts';
import { retractArticle } from './retract-article.ts';
import { confirmRetractedText, requestRetractedText, takeRetractedText } from './retracted-text.ts';
import { saveArticle } from './save-article.ts';
import { scheduleArticle } from './schedule-article.ts';
import { setEmbargo } from './set-embargo.ts';
import { showAdvice } from './show-advice.ts';
import { showArticle } from './show-article.ts';
import { submitArticle } from './submit-article.ts';
import { unscheduleArticle } from './unschedule-article.ts';

export const articlesRouter = router({
  previewLinks: previewLinksRouter,
  list: permitted('article.list')
    .input(inputs.ListArticles)
    .query(async ({ ctx: { editorial, account }, input: { mine, ...input } }) => {
      const listing = { ...orderedRequest(input), ...(mine ? { owner: account.id } : {}) };
      return orderedPage(
        canOnAll(account, 'article.list')
          ? await listArticles(editorial, listing)
          : await listVisibleArticles(editorial, account.id, listing),
        listing,
      );
    }),
  /** Headlines of articles, for fields with their ids; unknown ids are left out. */
  names: permitted('article.list')
    .input(inputs.ArticleNames)
    .query(({ ctx: { editorial, account }, input: { ids } }) =>
      canOnAll(account, 'article.list')
        ? listArticleNames(editorial, ids)
        : listVisibleArticleNames(editorial, account.id, ids),
    ),
  get: permitted('article.view')
    .input(inputs.OneArticle)
    .query(async ({ ctx, input: { id } }) =>
      showArticle(ctx.editorial, {
        ...{ id, acting: ctx.account, now: await momentOf(ctx) },
        readerUrl: ctx.instance.readerUrl,
      }),
    ),
  /** What a person should look at before publication, and may leave as it is. */
  advice: permitted('article.view')
    .input(inputs.OneArticle)
    .query(({ ctx, input: { id } }) =>
      showAdvice(ctx.editorial, {
        id,
        acting: ctx.account,
        readerUrl: ctx.instance.readerUrl,
        now: ctx.now,
      }),
    ),
  /** Leave to show it once, for a minute, as it would be published now. */
  preview: permitted('article.view')
    .input(OpenPreview)
    .mutation(({ ctx, input }) => openPreview(ctx, input)),
  revisions: router({
    get: permitted('article.view')
      .input(z.strictObject({ id: Id }))
      .query(async ({ ctx, input: { id } }) => {
        const revision = await findRevision(ctx.editorial, id);
        const article = revision && (await findArticle(ctx.editorial, revision.articleId));
        if (!article) throw notFound('revision');
        const { fourEyes } = await getJournal(ctx.editorial);
        permit({ acting: ctx.account, fourEyes }, 'article.view', articleSubject(article));
        return revision;
      }),
  }),
  history: historyRouter,
  comments: commentsRouter,
  suggestions: suggestionsRouter,
  create: permitted('article.create')
    .input(inputs.CreateArticle)
    .mutation(({ ctx, input }) => createArticle(ctx, input)),
  save: permitted('article.edit', { nodes: accountJson.nodes })
    .input(stopEarly(inputs.SaveArticle))
    .mutation(({ ctx, input }) => saveArticle(ctx, input)),
  /** Where a page stands. */
  place: permitted('article.edit')
    .input(inputs.PlacePage)
    .mutation(({ ctx, input }) => placePage(ctx, input)),
  submit: permitted('article.submit')
    .input(inputs.SubmitArticle)
    .mutation(({ ctx, input }) => submitArticle(ctx, input)),
  assign: permitted('article.assign')
    .input(inputs.AssignArticle)
    .mutation(({ ctx, input }) => assignArticle(ctx, input)),
  assignMany: permitted('article.assign')
    .input(inputs.AssignArticles)
    .mutation(({ ctx, input }) => assignArticles(ctx, input)),
  changeTopics: permitted('article.edit')
    .input(inputs.ChangeTopics)
    .mutation(({ ctx, input }) => changeTopics(ctx, input)),
  previewTopics: permitted('article.edit')
    .input(inputs.ChangeTopics)
    .query(({ ctx, input }) => previewTopics(ctx, input)),
  recall: permitted('article.recall')
    .input(inputs.OneArticle)
    .mutation(({ ctx, input }) => recallArticle(ctx, input)),
  requestChanges: permitted('article.request_changes')
    .input(inputs.RequestChanges)
    .mutation(({ ctx, input }) => requestChanges(ctx, input)),
  approve: permitted('article.approve')
    .input(inputs.NameRevision)
    .mutation(({ ctx, input }) => approveArticle(ctx, input)),
  keepRevision: permitted('article.keep_revision')
    .input(inputs.KeepRevision)
    .mutation(({ ctx, input }) => keepRevision(ctx, input)),
  prepare: permitted('article.prepare')
    .input(inputs.PrepareArticle)
    .mutation(({ ctx, input }) => prepareArticle(ctx, input)),
  schedule: permitted('article.schedule')
    .input(inputs.ScheduleArticle)
    .mutation(({ ctx, input }) => scheduleArticle(ctx, input)),
  reschedule: permitted('article.reschedule')
    .input(inputs.RescheduleArticle)
    .mutation(({ ctx, input }) => rescheduleArticle(ctx, input)),
  unschedule: permitted('article.unschedule')
    .input(inputs.OneArticle)
    .mutation(({ ctx, input }) => unscheduleArticle(ctx, input)),
  setEmbargo: permitted('article.embargo')
    .input(inputs.SetEmbargo)
    .mutation(({ ctx, input }) => setEmbargo(ctx, input)),
  publish: permitted('article.publish')
    .input(inputs.PublishArticle)
    .mutation(({ ctx, input }) => publishArticle(ctx, input)),
  correct: permitted('article.correct')
    .input(inputs.CorrectArticle)
    .mutation(({ ctx, input }) => correctArticle(ctx, input)),
  /** What retracting it would hide from readers. */
  effects: permitted('article.retract')
    .input(inputs.PreviewRetraction)
    .query(({ ctx, input }) => previewRetraction(ctx, input)),
  retract: permitted('article.retract')
    .input(inputs.RetractArticle)
    .mutation(({ ctx, input }) => retractArticle(ctx, input)),
  /** The text of a retracted article, marked as retracted: shown by two people, taken away by one. */
  retractedText: router({
    request: permitted('article.request_text')
      .input(inputs.OneArticle)
      .mutation(({ ctx, input }) => requestRetractedText(ctx, input)),
    confirm: permitted('article.confirm_text')
      .input(inputs.OneArticle)
      .mutation(({ ctx, input }) => confirmRetractedText(ctx, input)),
    takeAway: permitted('article.take_text')
      .input(inputs.OneArticle)
      .mutation(({ ctx, input }) => takeRetractedText(ctx, input)),
  }),
  redact: permitted('article.redact')
    .input(RedactArticle)
    .mutation(({ ctx, input }) => redactArticle(ctx, input)),
  archive: permitted('article.archive')
    .input(inputs.OneArticle)
    .mutation(({ ctx, input }) => archiveArticle(ctx, input)),
  archiveMany: permitted('article.archive')
    .input(inputs.SeveralArticles)
    .mutation(({ ctx, input }) => archiveArticles(ctx, input)),
  trash: permitted('article.trash')
    .input(inputs.OneArticle)
    .mutation(({ ctx, input }) => trashArticle(ctx, input)),
  trashMany: permitted('article.trash')
    .input(inputs.SeveralArticles)
    .mutation(({ ctx, input }) => trashArticles(ctx, input)),
  restore: permitted('article.restore')
    .input(inputs.OneArticle)
    .mutation(({ ctx, input }) => restoreArticle(ctx, input)),
  restoreMany: permitted('article.restore')
    .input(inputs.SeveralArticles)
    .mutation(({ ctx, input }) => restoreArticles(ctx, input)),
});
