import { publicProcedure, router } from '../trpc.ts';
import {
  AcceptInvitation,
  acceptInvitation,
  InvitationToken,
  openInvitation,
} from './accept-invitation.ts';
import { ClaimSetup, claimSetup } from './claim-setup.ts';
import { setupStatus } from './setup-link.ts';

/** Before anybody has an account. */
export const setupRouter = router({
  status: publicProcedure.query(({ ctx }) => setupStatus(ctx.editorial)),
  claim: publicProcedure.input(ClaimSetup).mutation(async ({ ctx, input }) => {
    await ctx.limit('set_up');
    const { id, email } = await claimSetup(ctx, input);
    return { id, email };
  }),
});

/** For whoever has the link of an invitation. */
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
