import { Cursor } from '@viewpoints/working-copy/cursors';

/** What a page tells of who has it open: where their cursor is. Who they are is for the server to say. */
type State = Record<string, unknown>;

/**
 * Keeps only the cursor of what a page sends, and adds the name of the account that is signed in.
 * `own` is the client that it told of before, if any.
 * @returns the client that it tells of
 */
export function nameAwareness(
  states: Map<number, State>,
  own: number | null,
  account: { id: string; name: string },
): number | null {
  // Hocuspocus reads what came through a client of its own, which has an empty state.
  const told = [...states].filter(([, state]) => Object.keys(state).length > 0);
  const client = own ?? told[0]?.[0];
  for (const [id, state] of states) {
    const cursor = Cursor.nullable().safeParse(state.cursor ?? null);
    if (id !== client || !cursor.success) states.delete(id);
    else states.set(id, { user: { id: account.id, name: account.name }, cursor: cursor.data });
  }
  return client ?? null;
}
