import { z } from 'zod';
import { Id } from '../values.ts';

/**
 * How a position differs from the one before it: nearer to agreement, further from it, turned round, the
 * same again, or different in a way that has no direction.
 */
export const ShiftKind = z.enum(['reaffirmation', 'softening', 'hardening', 'reversal', 'change']);
export type ShiftKind = z.infer<typeof ShiftKind>;

/** How a finding differs from an earlier one of the same position. */
export const Shift = z.strictObject({ findingId: Id, fromId: Id, kind: ShiftKind });
export type Shift = z.infer<typeof Shift>;
