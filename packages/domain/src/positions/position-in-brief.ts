import { z } from 'zod';
import { Register, Stance } from '../findings/finding-fields.ts';
import { Id } from '../values.ts';

/** A position as it is drawn beside a finding: its points in order of when held, without their words. */
export const PositionInBrief = z.strictObject({
  actor: z.strictObject({ slug: z.string(), name: z.string() }),
  issue: z.strictObject({ slug: z.string(), name: z.string() }),
  points: z.array(
    z.strictObject({ id: Id, stance: Stance, register: Register, asOf: z.string().nullable() }),
  ),
});
export type PositionInBrief = z.infer<typeof PositionInBrief>;
