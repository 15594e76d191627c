import { z } from 'zod';
import { ActorKind } from '../actors/actor.ts';
import { Named } from '../findings/finding-view.ts';
import { StoredEdtf } from '../text/edtf.ts';
import { Direction, Id, Instant } from '../values.ts';
import { SearchedRegister } from './null-result.ts';

/**
 * Looked for, not found: what readers see of a null result. An allow-list of its own. Readers get it
 * while they can see the actor and the issue for another reason.
 */
export const NullResultView = z.strictObject({
  id: Id,
  actor: Named.extend({ kind: ActorKind }),
  issue: Named,
  searched: z.string(),
  /** Whether what was said in public was searched, what was said in private, or both. */
  register: SearchedRegister,
  language: z.string(),
  direction: Direction,
  /** Until when, or on which day, it was looked for. */
  asOf: StoredEdtf,
  /** Whether it is the newest of this actor on this issue, of those that searched the same setting. */
  current: z.boolean(),
  publishedAt: Instant,
});
export type NullResultView = z.infer<typeof NullResultView>;
