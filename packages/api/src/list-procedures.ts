import type { AnyTRPCProcedure, AnyTRPCRouter, TRPCProcedureType } from '@trpc/server';
import { z } from 'zod';
import type { Access, HttpRead, Meta } from './trpc.ts';

/** A procedure as its router has it. */
export type ListedProcedure = {
  /** Such as "editor.articles.list". */
  path: string;
  type: TRPCProcedureType;
  access: Access | undefined;
  /** The schemas that its input has to fit, in order. */
  inputs: z.ZodType[];
  /** The schema that its answers fit; null if it has none. */
  output: z.ZodType | null;
  /** Its address under `/v1`, if it has one. */
  http: HttpRead | undefined;
};

/**
 * All procedures, read from the router itself, so that none can be forgotten. tRPC documents no way
 * to list them; no other file reads `_def`.
 */
export function listProcedures(router: AnyTRPCRouter): ListedProcedure[] {
  const procedures: Record<string, AnyTRPCProcedure> = router._def.procedures;
  return Object.entries(procedures).map(([path, { meta, _def }]) => {
    const said: Partial<Meta> = meta ?? {};
    const inputs = _def.inputs.filter((input) => input instanceof z.ZodType);
    // The type of tRPC omits `output`.
    const { output = null } = _def as { output?: unknown };
    return {
      ...{ path, type: _def.type, access: said.access, inputs, http: said.http },
      output: output instanceof z.ZodType ? output : null,
    };
  });
}
