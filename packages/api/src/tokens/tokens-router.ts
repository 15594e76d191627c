import { listAccessTokens } from '@viewpoints/db/editorial/access-tokens';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { permitted, router } from '../trpc.ts';
import { CreateToken, createToken } from './create-token.ts';
import { revokeToken } from './revoke-token.ts';

export const tokensRouter = router({
  list: permitted('token.list').query(({ ctx }) => listAccessTokens(ctx.editorial, ctx.account.id)),
  create: permitted('token.create')
    .input(CreateToken)
    .mutation(({ ctx, input }) => createToken(ctx, input)),
  revoke: permitted('token.revoke')
    .input(z.strictObject({ id: Id }))
    .mutation(({ ctx, input }) => revokeToken(ctx, input.id)),
});
