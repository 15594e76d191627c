import { publicProcedure, router } from '../trpc.ts';
import {
  AcceptInvitation,
  acceptInvitation,
  InvitationToken,
  openInvitation,
} from './accept-invitation.ts';
import { ClaimSetup, claimSetup } from './claim-setup.ts';
import { ConfirmEmailChange, confirmEmailChange, openEmailChange } from './confirm-email-change.ts';
import { RestoreEmail, restoreEmail } from './restore-email.ts';
import { setupStatus } from './setup-link.ts';

/** Before the first account exists. */
export const setupRouter = router({
  status: publicProcedure.query(({ ctx }) => setupStatus(ctx.editorial)),
  claim: publicProcedure.input(ClaimSetup).mutation(async ({ ctx, input }) => {
    await ctx.limit('set_up');
    const { id, email } = await claimSetup(ctx, input);
    return { id, email };
  }),
});

/** For those who have the link of an invitation. */
export const invitationsRouter = router({
  get: publicProcedure.input(InvitationToken).query(async ({ ctx, input }) => {
    await ctx.limit('invitation');
    return openInvitation(ctx, input);
  }),
  accept: publicProcedure.input(AcceptInvitation).mutation(async ({ ctx, input }) => {
    await ctx.limit('invitation');
    const { id, email } = await acceptInvitation(ctx, input);
    return { id, email };
  }),
});

/** By links that were sent to the new address and to the one before. Opening one changes nothing. */
export const emailChangesRouter = router({
  get: publicProcedure.input(ConfirmEmailChange).query(async ({ ctx, input }) => {
    await ctx.limit('email_confirmation');
    return openEmailChange(ctx, input);
  }),
  confirm: publicProcedure.input(ConfirmEmailChange).mutation(async ({ ctx, input }) => {
    await ctx.limit('email_confirmation');
    return confirmEmailChange(ctx, input);
  }),
  /** Takes a change back. There is no query about it. */
  restore: publicProcedure.input(RestoreEmail).mutation(async ({ ctx, input }) => {
    await ctx.limit('email_confirmation');
    return restoreEmail(ctx, input);
  }),
});
