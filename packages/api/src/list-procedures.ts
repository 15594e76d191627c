import type { AnyTRPCProcedure, AnyTRPCRouter, TRPCProcedureType } from '@trpc/server';
import { z } from 'zod';
import type { Access, Meta } from './trpc.ts';

/** A procedure as its router has it. */
export type ListedProcedure = {
  /** Such as "editor.articles.list". */
  path: string;
  type: TRPCProcedureType;
  access: Access | undefined;
  /** The schemas that its input has to fit, in order. */
  inputs: z.ZodType[];
};

/**
 * Everything there is to call, from the router itself, so that nothing can be forgotten. tRPC
 * documents no way to ask a router for this; no other file reads `_def`.
 */
export function listProcedures(router: AnyTRPCRouter): ListedProcedure[] {
  const procedures: Record<string, AnyTRPCProcedure> = router._def.procedures;
  return Object.entries(procedures).map(([path, { meta, _def }]) => {
    const said: Partial<Meta> = meta ?? {};
    const inputs = _def.inputs.filter((input) => input instanceof z.ZodType);
    return { path, type: _def.type, access: said.access, inputs };
  });
}
