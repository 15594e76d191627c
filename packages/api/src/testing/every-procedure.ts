import { callTRPCProcedure } from '@trpc/server';
import { appRouter } from '../app-router.ts';
import type { ApiContext } from '../context.ts';
import type { Access } from '../trpc.ts';

type Defined = {
  _def: { type: 'query' | 'mutation' | 'subscription'; meta?: { access?: Access } };
};

/** Everything there is to call, from the router itself, so that nothing can be forgotten. */
export const everyProcedure = Object.entries(
  appRouter._def.procedures as unknown as Record<string, Defined>,
).map(([path, { _def }]) => ({ path, type: _def.type, access: _def.meta?.access }));

/** Calls a procedure by its path, with whatever for an input. */
export function callByPath(
  ctx: ApiContext,
  { path, type }: { path: string; type: 'query' | 'mutation' | 'subscription' },
  input: unknown,
): Promise<unknown> {
  return callTRPCProcedure({
    router: appRouter,
    path,
    type,
    ctx,
    getRawInput: async () => input,
    signal: undefined,
    batchIndex: 0,
  });
}
