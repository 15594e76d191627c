import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import { z } from 'zod';

const Identifier = z.strictObject({
  client: z.int().nonnegative(),
  clock: z.int().nonnegative(),
});

const Position = z.strictObject({
  type: Identifier.nullish(),
  tname: z.literal('body').nullish(),
  item: Identifier.nullish(),
  assoc: z.int().min(-1).max(0).optional(),
});

/** A cursor's position, by the ids of characters. Nothing else is accepted, so it cannot carry words. */
export const Cursor = z.strictObject({ anchor: Position, head: Position });

export { Awareness };

/** The states of some clients, as they are now; null for who has left. */
export const encodeCursors: (awareness: Awareness, clients: number[]) => Uint8Array =
  encodeAwarenessUpdate;

export const applyCursors: (awareness: Awareness, update: Uint8Array, origin: unknown) => void =
  applyAwarenessUpdate;

export const removeCursors: (awareness: Awareness, clients: number[], origin: unknown) => void =
  removeAwarenessStates;

/**
 * Removes a client and its clock. Otherwise a client that reconnects counts as an update of the old state,
 * and its new connection would not remove the cursor when it closes.
 */
export function forgetCursor(awareness: Awareness, client: number): void {
  awareness.states.delete(client);
  awareness.meta.delete(client);
}
