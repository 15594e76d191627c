import { z } from 'zod';
import { kindsWith } from '../kinds/kinds.ts';
import { Id, Instant } from '../values.ts';

/** Kinds with entries in the log of changes: every kind with an address. */
export const ChangeKind = z.enum(kindsWith('path'));
export type ChangeKind = z.infer<typeof ChangeKind>;

/**
 * An entry of the log of changes: something became visible, changed or is gone. What is gone has a kind
 * and an id and nothing else, in its earlier entries too.
 */
export const PublicChange = z.strictObject({
  kind: ChangeKind,
  id: Id,
  /** The path of its page, as it is now; null for what is gone. */
  address: z.string().nullable(),
  /** When it became visible or changed; null for what is gone. */
  at: Instant.nullable(),
  /** The position after this entry: send it to go on from here. */
  cursor: z.string(),
});
export type PublicChange = z.infer<typeof PublicChange>;
