import { type Problem, type ProblemCode, problems } from '@viewpoints/domain/problem';
import { z } from 'zod';
import { namedSchemas } from './named-schemas.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Any JSON value. `z.json()` is recursive, which generated types cannot express. */
export const JsonValue = z.unknown() as z.ZodType<z.core.util.JSONType>;

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

/** Bodies of requests, and the schemas that only they refer to. */
export type BodySchemas = {
  bodies: Record<string, JsonSchema>;
  schemas: Record<string, JsonSchema>;
};

/**
 * The schemas of inputs by name. They refer to those of answers where the two are the same, and otherwise
 * to one of their own, `…Input`.
 */
export function bodySchemas(
  inputs: Record<string, z.ZodType>,
  named: Record<string, z.ZodType>,
  ofAnswers: Record<string, JsonSchema>,
): BodySchemas {
  const names = new Map(Object.entries(named).map(([name, schema]) => [schema, name]));
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({ ...inputs, ...named })) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    ...{ io: 'input', uri: refTo, unrepresentable: 'any' },
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      withoutFormatPattern(jsonSchema);
      // Generated clients take a field with a default value for one that has to be sent.
      delete jsonSchema.default;
    },
  });
  if ('__shared' in schemas) throw new Error('name each recursive schema of an input');
  const all = new Map(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
  const own = ownNames(all, Object.keys(named), ofAnswers);
  const renamed = (schema: JsonSchema) => renameRefs(schema, own);
  const whole = Object.entries(inputs).map(([name, schema]): [string, JsonSchema] => {
    const known = names.get(schema);
    return [name, known === undefined ? (all.get(name) ?? {}) : { $ref: refTo(known) }];
  });
  const bodies = whole.map(([name, schema]) => [name, renamed(schema)]);
  const used = refsFrom(
    whole.map(([, schema]) => schema),
    all,
  );
  const extra = [...own]
    .filter((name) => used.has(name))
    .map((name) => [inputName(name), renamed(all.get(name) ?? {})]);
  return { bodies: Object.fromEntries(bodies), schemas: Object.fromEntries(extra) };
}

const inputName = (name: string) => `${name}Input`;

/** Names whose schema as an input is not that of an answer, or refers to one that is not. */
function ownNames(
  all: ReadonlyMap<string, JsonSchema>,
  names: readonly string[],
  ofAnswers: Record<string, JsonSchema>,
): Set<string> {
  const own = new Set(
    names.filter((name) => JSON.stringify(all.get(name)) !== JSON.stringify(ofAnswers[name])),
  );
  for (let before = -1; before !== own.size; ) {
    before = own.size;
    for (const name of names)
      if (refsIn(all.get(name) ?? {}).some((each) => own.has(each))) own.add(name);
  }
  return own;
}

const refsIn = (schema: JsonSchema): string[] =>
  [...JSON.stringify(schema).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name = '']) => name,
  );

/** All names that some schemas refer to, and those that these refer to. */
function refsFrom(
  schemas: readonly JsonSchema[],
  all: ReadonlyMap<string, JsonSchema>,
): Set<string> {
  const found = new Set<string>();
  const ahead = [...schemas];
  for (let schema = ahead.pop(); schema !== undefined; schema = ahead.pop())
    for (const name of refsIn(schema)) {
      if (found.has(name)) continue;
      found.add(name);
      ahead.push(all.get(name) ?? {});
    }
  return found;
}

function renameRefs(schema: JsonSchema, own: ReadonlySet<string>): JsonSchema {
  const text = JSON.stringify(schema).replaceAll(
    /"#\/components\/schemas\/(\w+)"/g,
    (whole, name: string) => (own.has(name) ? JSON.stringify(refTo(inputName(name))) : whole),
  );
  return JSON.parse(text) as JsonSchema;
}

/** The schema of a value in an address. */
export function parameterSchema(value: z.ZodType, fallback: unknown): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(value, {
    ...{ io: 'input', unrepresentable: 'any' },
    override: ({ jsonSchema }) => withoutFormatPattern(jsonSchema),
  });
  return fallback === undefined ? schema : { ...schema, default: fallback as never };
}

/** Removes the pattern that zod adds to a format, which says the same. */
export function withoutFormatPattern(schema: JsonSchema): void {
  if (schema.format !== undefined) delete schema.pattern;
}
