import { Cursor } from '@viewpoints/working-copy/cursors';

/** What a page sends about its user: the cursor. Who they are is added by the server. */
type State = Record<string, unknown>;

/**
 * Reduces what a page sends to the cursor, and adds the name of the signed-in account. `own` is the
 * client id that it sent before, if any.
 * @returns the client id that it sent
 */
export function nameAwareness(
  states: Map<number, State>,
  own: number | null,
  account: { id: string; name: string },
): number | null {
  // Hocuspocus reads what came through a client of its own, which has an empty state.
  const named = [...states].filter(([, state]) => Object.keys(state).length > 0);
  const client = own ?? named[0]?.[0];
  for (const [id, state] of states) {
    const cursor = Cursor.nullable().safeParse(state.cursor ?? null);
    if (id !== client || !cursor.success) states.delete(id);
    else states.set(id, { user: { id: account.id, name: account.name }, cursor: cursor.data });
  }
  return client ?? null;
}
