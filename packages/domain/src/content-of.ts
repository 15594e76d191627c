import type { z } from 'zod';

/**
 * What editors write of a thing: the fields of its content's schema, without what the journal adds
 * to them (identity, state, history). Nothing is checked or filled in.
 */
export function contentOf<Content extends z.ZodObject>(
  schema: Content,
  from: z.output<Content>,
): z.output<Content> {
  const fields = Object.keys(schema.shape) as (keyof z.output<Content>)[];
  return Object.fromEntries(fields.map((field) => [field, from[field]])) as z.output<Content>;
}
