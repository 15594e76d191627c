/** A page of a list, with what asks for the next one. */
export type PageOf<T> = { items: T[]; nextCursor: string | null };
