import type { Cursor, QueryPage } from '@viewpoints/db/editorial/page';
import { type ListOrder, TimeOrder } from '@viewpoints/domain/desk/list-order';
import type { PageOf } from '@viewpoints/domain/page-of';
import { Id, Instant } from '@viewpoints/domain/values';
import { z } from 'zod';
import { findInvalidText } from './input/invalid-text.ts';

/** A position in a list as callers get it: opaque, and safe in an address. */
export const encodeCursor = (position: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** A cursor as clients send it, decoded; rejected if no list issued it. */
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

const keyByName = z
  .string()
  .max(300)
  .refine((name) => findInvalidText(name).length === 0);

/** For lists in order of names. */
export const byName = paged(keyByName);

const orderedPosition = z.union([
  z.tuple([TimeOrder, Instant, Id]),
  z.tuple([z.literal('name'), keyByName, Id]),
]);

/**
 * For lists with a choice of orders, whose rows can be counted. A cursor continues in the order
 * that it was made for, whatever else is requested.
 */
export const inOrder = <Order extends string>(orders: z.ZodType<Order, Order>) =>
  z.strictObject({
    cursor: cursorInput(
      orderedPosition.transform(([order, key, id]) => ({ order, key, id })),
      { maxLength: 2000, message: 'use a cursor as a list handed it out' },
    ).nullish(),
    limit: z.int().min(1).max(100).default(20),
    order: orders.optional(),
    counted: z.boolean().optional(),
  });

type OrderedInput = {
  cursor?: (Cursor & { order: ListOrder }) | null | undefined;
  limit: number;
  order?: ListOrder | undefined;
  counted?: boolean | undefined;
};

/** The request of an ordered list, as the queries take it. */
export function orderedRequest<Input extends OrderedInput>({
  order,
  counted = false,
  ...input
}: Input) {
  const cursor = input.cursor ?? null;
  return { ...input, cursor, counted, order: cursor?.order ?? order ?? ('newest' as ListOrder) };
}

/** A page of an ordered list as callers get it; its cursor names the order. */
export function orderedPage<T>(
  { nextCursor, ...rest }: QueryPage<T>,
  { order }: { order: ListOrder },
): PageOf<T> {
  return {
    ...rest,
    nextCursor: nextCursor === null ? null : encodeCursor([order, nextCursor.key, nextCursor.id]),
  };
}

/** The request of a list, as the queries take it. */
export function request<Input extends { cursor?: Cursor | null | undefined; limit: number }>(
  input: Input,
): Input & { cursor: Cursor | null } {
  return { ...input, cursor: input.cursor ?? null };
}

/** A page as callers get it. */
export function page<T>({ nextCursor, ...rest }: QueryPage<T>): PageOf<T> {
  return {
    ...rest,
    nextCursor: nextCursor === null ? null : encodeCursor([nextCursor.key, nextCursor.id]),
  };
}
