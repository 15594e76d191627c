import type { z } from 'zod';

/** A free text, and the path to it inside the value ("findings.0.proposition"). */
export type SchemaText = { path: readonly (string | number)[]; text: string };

/** String formats that the system generates, which cannot carry free text. */
const generatedFormats = new Set(['uuid', 'datetime']);

/**
 * Every free text in `value` by its schema: all strings but ids, instants and the values of enums.
 * The walk follows the schema, so a field added to it is included without a change here, and a kind
 * of schema that is not known here throws.
 */
export function textsInSchema(schema: z.ZodType, value: unknown): SchemaText[] {
  const texts: SchemaText[] = [];
  walk(schema, value, [], texts);
  return texts;
}

type Path = readonly (string | number)[];

function walk(schema: z.ZodType, value: unknown, path: Path, texts: SchemaText[]): void {
  if (value === null || value === undefined) return;
  const def = definitionOf(schema);
  switch (def.type) {
    case 'string':
      if (!generatedFormats.has(def.format ?? '')) texts.push({ path, text: String(value) });
      return;
    case 'number':
    case 'boolean':
    case 'null':
    case 'enum':
    case 'literal':
      return;
    case 'nullable':
    case 'optional':
    case 'default':
    case 'prefault':
    case 'readonly':
      walk(known(def.innerType), value, path, texts);
      return;
    case 'pipe':
      // Views are read: what leaves is described by the end of a pipe, or by what goes in where a
      // plain function follows.
      walk(known(isTransform(def.out) ? def.in : def.out), value, path, texts);
      return;
    case 'array':
      for (const [index, each] of (value as unknown[]).entries())
        walk(known(def.element), each, [...path, index], texts);
      return;
    case 'tuple':
      for (const [index, each] of (value as unknown[]).entries())
        walk(known(def.items?.[index] ?? def.rest ?? undefined), each, [...path, index], texts);
      return;
    case 'record':
      for (const [key, each] of Object.entries(value)) {
        walk(known(def.keyType), key, [...path, key], texts);
        walk(known(def.valueType), each, [...path, key], texts);
      }
      return;
    case 'object':
      for (const [key, each] of Object.entries(def.shape ?? {}))
        walk(each, (value as Record<string, unknown>)[key], [...path, key], texts);
      return;
    case 'union':
      walk(memberFor(def.options ?? [], value), value, path, texts);
      return;
    default:
      throw new Error(`texts in a schema of type "${def.type}" cannot be listed`);
  }
}

/** The parts of zod's definitions that the walk needs. */
type Definition = {
  type: string;
  format?: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
  element?: z.ZodType;
  items?: z.ZodType[];
  rest?: z.ZodType | null;
  keyType?: z.ZodType;
  valueType?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
};

function definitionOf(schema: z.ZodType): Definition {
  const def = schema._zod.def as unknown as Definition & {
    checks?: { _zod?: { def?: Definition } }[];
  };
  const format = def.format ?? def.checks?.map((check) => check._zod?.def?.format).find(Boolean);
  return format === undefined ? def : { ...def, format };
}

const isTransform = (schema: z.ZodType | undefined): boolean =>
  schema !== undefined && definitionOf(schema).type === 'transform';

function known(schema: z.ZodType | undefined): z.ZodType {
  if (schema === undefined) throw new Error('a value has more parts than its schema describes');
  return schema;
}

/** The member of a union that describes a value: by its literals where it has any, else by parsing. */
function memberFor(options: readonly z.ZodType[], value: unknown): z.ZodType {
  const member =
    options.find((option) => hasLiteralsOf(option, value)) ??
    options.find((option) => option.safeParse(value).success);
  return known(member);
}

function hasLiteralsOf(option: z.ZodType, value: unknown): boolean {
  const { type, shape = {} } = definitionOf(option);
  if (type !== 'object' || typeof value !== 'object' || value === null) return false;
  const literals = Object.entries(shape).flatMap(([key, each]) => {
    const def = definitionOf(each) as Definition & { values?: unknown[] };
    return def.type === 'literal' ? [{ key, values: def.values ?? [] }] : [];
  });
  const fields = value as Record<string, unknown>;
  return literals.length > 0 && literals.every(({ key, values }) => values.includes(fields[key]));
}
