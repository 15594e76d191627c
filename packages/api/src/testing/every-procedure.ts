import { callTRPCProcedure } from '@trpc/server';
import { appRouter } from '../app-router.ts';
import type { ApiContext } from '../context.ts';
import { type ListedProcedure, listProcedures } from '../list-procedures.ts';

export const everyProcedure = listProcedures(appRouter);

/** Calls a procedure by its path, with whatever for an input. */
export function callByPath(
  ctx: ApiContext,
  { path, type }: Pick<ListedProcedure, 'path' | 'type'>,
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
