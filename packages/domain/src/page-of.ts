/**
 * One page of a list; `nextCursor` asks for the next one and is null on the last. Callers of the
 * API have the cursor as an opaque string, its queries as the position that it stands for.
 */
export type PageOf<T, Cursor = string> = { items: T[]; nextCursor: Cursor | null };
