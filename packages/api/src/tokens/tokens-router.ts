import { listAccessTokens } from '@viewpoints/db/editorial/access-tokens';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { permitted, router } from '../trpc.ts';
import { CreateToken, createToken } from './create-token.ts';
import { revokeToken } from './revoke-token.ts';

export const tokensRouter = router({
  /** The caller's own tokens, or those of the account that is named. */
  list: permitted('token.list')
    .input(z.strictObject({ accountId: Id.optional() }).optional())
    .query(({ ctx, input }) => listAccessTokens(ctx.editorial, input?.accountId ?? ctx.account.id)),
  create: permitted('token.create')
    .input(CreateToken)
    .mutation(({ ctx, input }) => createToken(ctx, input)),
  revoke: permitted('token.revoke')
    .input(z.strictObject({ id: Id }))
    .mutation(({ ctx, input }) => revokeToken(ctx, input.id)),
});
