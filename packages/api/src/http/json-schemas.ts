import { type Problem, type ProblemCode, problems } from '@viewpoints/domain/problem';
import { z } from 'zod';
import { namedSchemas } from './named-schemas.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Any JSON value. `z.json()` is recursive, which generated types cannot express. */
const JsonValue = z.unknown() as z.ZodType<z.core.util.JSONType>;

/** A problem as it is sent (RFC 9457). */
const ProblemAnswer = z.strictObject({
  type: z.literal('about:blank'),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  status: z.int(),
  title: z.string(),
  reasons: z.array(
    z.strictObject({
      ...{ code: z.string(), message: z.string(), at: z.string().nullable() },
      details: z.record(z.string(), JsonValue),
    }),
  ),
  next: z.string(),
  requestId: z.string().nullable(),
}) satisfies z.ZodType<Problem & { type: 'about:blank' }>;

const refTo = (name: string) => `#/components/schemas/${name}`;

/**
 * The schemas of answers by name: those of the domain, that of a problem, and those that are given,
 * which refer to the others.
 */
export function answerSchemas(given: Record<string, z.ZodType>): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({ ...namedSchemas, Problem: ProblemAnswer, ...given }))
    registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    ...{ io: 'output', uri: refTo },
    override: ({ jsonSchema }) => {
      // Fields may be added: a program that refuses them would stop working on that day.
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      withoutFormatPattern(jsonSchema);
    },
  });
  if ('__shared' in schemas) throw new Error('name each recursive schema');
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
}

/** The schema of a value in an address. */
export function parameterSchema(value: z.ZodType, fallback: unknown): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(value, {
    io: 'input',
    override: ({ jsonSchema }) => withoutFormatPattern(jsonSchema),
  });
  return fallback === undefined ? schema : { ...schema, default: fallback as never };
}

/** Removes the pattern that zod adds to a format, which says the same. */
export function withoutFormatPattern(schema: JsonSchema): void {
  if (schema.format !== undefined) delete schema.pattern;
}
