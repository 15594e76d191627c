/** One page of a list; `nextCursor` asks for the next one and is null on the last. */
export type PageOf<T> = { items: T[]; nextCursor: string | null };
