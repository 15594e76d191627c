import type { z } from 'zod';

/** A function that takes the fields of a schema out of a thing or its row; nothing is checked. */
export const fieldPicker = <Content extends z.ZodObject>(schema: Content) => {
  const fields = Object.keys(schema.shape) as (keyof z.output<Content>)[];
  return <From extends Record<keyof z.output<Content>, unknown>>(from: From) =>
    Object.fromEntries(fields.map((field) => [field, from[field]])) as Pick<
      From,
      keyof z.output<Content>
    >;
};

/**
 * The fields of a thing that editors write: those of its content's schema, without what the journal
 * adds (identity, state, history). Nothing is checked or filled in.
 */
export function contentOf<Content extends z.ZodObject>(
  schema: Content,
  from: z.output<Content>,
): z.output<Content> {
  const fields = Object.keys(schema.shape) as (keyof z.output<Content>)[];
  return Object.fromEntries(fields.map((field) => [field, from[field]])) as z.output<Content>;
}
