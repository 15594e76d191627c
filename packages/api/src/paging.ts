import type { Cursor, PageOf } from '@viewpoints/db/editorial/page';
import { Id, Instant } from '@viewpoints/domain/values';
import { z } from 'zod';
import { findInvalidText } from './input/invalid-text.ts';

const encode = ({ key, id }: Cursor) =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url');

/** A cursor as callers hand it back: opaque, and refused where it is none of ours. */
const cursorOf = (key: z.ZodType<string>) =>
  z
    .string()
    .max(1000)
    .transform((text, context): Cursor => {
      try {
        const [first, id] = z
          .tuple([key, Id])
          .parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
        return { key: first, id };
      } catch {
        context.addIssue({ code: 'custom', message: 'use a cursor as a list handed it out' });
        return z.NEVER;
      }
    });

const paged = (key: z.ZodType<string>) =>
  z.strictObject({
    cursor: cursorOf(key).nullish(),
    limit: z.int().min(1).max(100).default(20),
  });

/** For lists in order of time. */
export const byTime = paged(Instant);

/** For lists in order of names. */
export const byName = paged(
  z
    .string()
    .max(300)
    .refine((name) => findInvalidText(name).length === 0),
);

/** What a list is asked for, as the queries take it. */
export function request<Input extends { cursor?: Cursor | null | undefined; limit: number }>(
  input: Input,
): Input & { cursor: Cursor | null } {
  return { ...input, cursor: input.cursor ?? null };
}

/** A page as callers get it. */
export function page<T>({ items, nextCursor }: PageOf<T>): {
  items: T[];
  nextCursor: string | null;
} {
  return { items, nextCursor: nextCursor === null ? null : encode(nextCursor) };
}
