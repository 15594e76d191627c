import type { Cursor, QueryPage } from '@viewpoints/db/editorial/page';
import type { PageOf } from '@viewpoints/domain/page-of';
import { Id, Instant } from '@viewpoints/domain/values';
import { z } from 'zod';
import { findInvalidText } from './input/invalid-text.ts';

/** A position in a list as callers get it: opaque, and safe in an address. */
export const encodeCursor = (position: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** A cursor as callers hand it back, decoded; rejected if it is not one that a list handed out. */
export const cursorInput = <Position>(
  position: z.ZodType<Position>,
  { maxLength, message }: { maxLength: number; message: string },
) =>
  z
    .string()
    .max(maxLength)
    .transform((text, context): Position => {
      try {
        return position.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
      } catch {
        context.addIssue({ code: 'custom', message });
        return z.NEVER;
      }
    });

const paged = (key: z.ZodType<string>) =>
  z.strictObject({
    cursor: cursorInput(
      z.tuple([key, Id]).transform(([key, id]): Cursor => ({ key, id })),
      { maxLength: 1000, message: 'use a cursor as a list handed it out' },
    ).nullish(),
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
export function page<T>({ items, nextCursor }: QueryPage<T>): PageOf<T> {
  return {
    items,
    nextCursor: nextCursor === null ? null : encodeCursor([nextCursor.key, nextCursor.id]),
  };
}
