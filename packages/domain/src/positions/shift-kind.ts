import { z } from 'zod';
import { Id } from '../values.ts';

/**
 * How a position differs from the one before it: nearer to agreement, further from it, turned round, the
 * same again, or different in a way that has no direction.
 */
export const ShiftKind = z.enum(['reaffirmation', 'softening', 'hardening', 'reversal', 'change']);
export type ShiftKind = z.infer<typeof ShiftKind>;

/** Which of them an editor may judge a recorded change to be: a change is never the same again. */
export const JudgedShiftKind = ShiftKind.exclude(['reaffirmation']);
export type JudgedShiftKind = z.infer<typeof JudgedShiftKind>;

/**
 * How a finding differs from an earlier one of the same position, and why where the journal judged it
 * itself, in the language of the finding.
 */
export const Shift = z.strictObject({
  findingId: Id,
  fromId: Id,
  kind: ShiftKind,
  reason: z.string().nullable(),
});
export type Shift = z.infer<typeof Shift>;
