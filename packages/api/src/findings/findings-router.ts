import { findArticle } from '@viewpoints/db/editorial/articles';
import { listFindings } from '@viewpoints/db/editorial/finding-list';
import { findFinding } from '@viewpoints/db/editorial/findings';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { listVisibleFindings } from '@viewpoints/db/editorial/visible-findings';
import { articleSubject, canOnAll } from '@viewpoints/domain/accounts/permissions';
import { permit } from '../command.ts';
import { orderedPage, orderedRequest } from '../paging.ts';
import { notFound } from '../problem.ts';
import { quoteChecksRouter } from '../quote-checks/quote-checks-router.ts';
import { permitted, router } from '../trpc.ts';
import { changeFindings, previewFindings } from './change-findings.ts';
import * as inputs from './finding-inputs.ts';
import { linkFindings, unlinkFindings } from './link-findings.ts';
import { previewWithdrawal } from './plan-withdrawal.ts';
import { proposeFinding } from './propose-finding.ts';
import { reanchorFinding } from './reanchor-finding.ts';
import { rejectFinding } from './reject-finding.ts';
import { saveFinding } from './save-finding.ts';
import { supersedeFinding } from './supersede-finding.ts';
import { undoFindings } from './undo-findings.ts';
import { verifyFinding } from './verify-finding.ts';
import { withdrawFinding } from './withdraw-finding.ts';

export const findingsRouter = router({
  quoteChecks: quoteChecksRouter,
  list: permitted('finding.list')
    .input(inputs.ListFindings)
    .query(async ({ ctx: { editorial, account }, input }) => {
      const listing = orderedRequest(input);
      return orderedPage(
        canOnAll(account, 'finding.list')
          ? await listFindings(editorial, listing)
          : await listVisibleFindings(editorial, account.id, listing),
        listing,
      );
    }),
  get: permitted('finding.list')
    .input(inputs.OneFinding)
    .query(async ({ ctx, input: { id } }) => {
      const finding = await findFinding(ctx.editorial, id);
      const article = finding && (await findArticle(ctx.editorial, finding.articleId));
      if (!finding || !article) throw notFound('finding');
      const { fourEyes } = await getJournal(ctx.editorial);
      const ownerIds = [...articleSubject(article).ownerIds, finding.proposedBy];
      permit({ acting: ctx.account, fourEyes }, 'finding.list', { ownerIds });
      return finding;
    }),
  propose: permitted('finding.propose')
    .input(inputs.ProposeFinding)
    .mutation(({ ctx, input }) => proposeFinding(ctx, input)),
  save: permitted('finding.edit')
    .input(inputs.SaveFinding)
    .mutation(({ ctx, input }) => saveFinding(ctx, input)),
  /** Previews a change of several findings and their public attribution; changes nothing. */
  previewMany: permitted('finding.edit')
    .input(inputs.ChangeFindings)
    .query(({ ctx, input }) => previewFindings(ctx, input)),
  changeMany: permitted('finding.edit')
    .input(inputs.ChangeFindings)
    .mutation(({ ctx, input }) => changeFindings(ctx, input)),
  /** Restores what several findings said before a change of many, where nobody changed it since. */
  undoMany: permitted('finding.edit')
    .input(inputs.UndoFindings)
    .mutation(({ ctx, input }) => undoFindings(ctx, input)),
  verify: permitted('finding.verify')
    .input(inputs.VerifyFinding)
    .mutation(({ ctx, input }) => verifyFinding(ctx, input)),
  reject: permitted('finding.reject')
    .input(inputs.CloseFinding)
    .mutation(({ ctx, input }) => rejectFinding(ctx, input)),
  reanchor: permitted('finding.reanchor')
    .input(inputs.ReanchorFinding)
    .mutation(({ ctx, input }) => reanchorFinding(ctx, input)),
  /** What withdrawing it would hide from readers in addition to the finding. */
  effects: permitted('finding.withdraw')
    .input(inputs.OneFinding)
    .query(({ ctx, input }) => previewWithdrawal(ctx, input)),
  withdraw: permitted('finding.withdraw')
    .input(inputs.CloseFinding)
    .mutation(({ ctx, input }) => withdrawFinding(ctx, input)),
  supersede: permitted('finding.supersede')
    .input(inputs.SupersedeFinding)
    .mutation(({ ctx, input }) => supersedeFinding(ctx, input)),
  link: permitted('finding.link')
    .input(inputs.LinkFindings)
    .mutation(({ ctx, input }) => linkFindings(ctx, input)),
  unlink: permitted('finding.unlink')
    .input(inputs.LinkFindings)
    .mutation(({ ctx, input }) => unlinkFindings(ctx, input)),
});
