import { z } from 'zod';
import { type ListedProcedure, listProcedures } from '../list-procedures.ts';
import { pageOf } from '../reader-inputs.ts';
import { readerRouter } from '../reader-router.ts';
import type { HttpRead } from '../trpc.ts';

/** A parameter of a read: a field of the input of its procedure, or `fields`. */
export type Parameter = {
  name: string;
  in: 'path' | 'query';
  /** The field as the procedure takes it. */
  field: z.ZodType;
  /** The field without `optional`, `nullable` and defaults. */
  value: z.ZodType;
  required: boolean;
  /** The default value. */
  fallback?: unknown;
};

/** A public read as plain HTTP has it, made from its procedure. */
export type PublicRead = Omit<HttpRead, 'path'> & {
  /** The path of the procedure, such as "articles.bySlug". */
  id: string;
  /** With path parameters in braces: "/v1/articles/{slug}". */
  path: string;
  parameters: Parameter[];
  answer: z.ZodType;
  /** Whether the procedure answers with a bare list, which over plain HTTP is a page. */
  isBareList: boolean;
  /** Whether its answer is a page of a list. */
  isPage: boolean;
};

/** The parameter that narrows an answer to some of its fields; no procedure takes it. */
export const fieldsName = 'fields';

/** All public reads; the document of the API and its routes are made from these alone. */
export const publicReads: PublicRead[] = listProcedures(readerRouter).map(readOf);

function readOf({ path: id, inputs, output, http }: ListedProcedure): PublicRead {
  if (http === undefined || output === null)
    throw new Error(`the public read ${id} needs an address under /v1 and a schema of its answer`);
  const { path, summary, example } = http;
  const inPath = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  const fields = inputs.flatMap((input) => Object.entries(shapeOf(input, id)));
  const isBareList = output instanceof z.ZodArray;
  const answer = isBareList ? pageOf(output.element as z.ZodType) : output;
  const item = itemOf(answer);
  return {
    ...{ id, summary, example, isBareList, answer, isPage: item !== null, path: `/v1${path}` },
    parameters: [
      ...fields.map(([name, field]) => parameterOf(name, field, inPath.has(name))),
      parameterOf(fieldsName, fieldNamesOf(shapeOf(item ?? answer, id)), false),
    ],
  };
}

/** The schema of the items of a page; null for an answer that is no page. */
export function itemOf(answer: z.ZodType): z.ZodType | null {
  if (!(answer instanceof z.ZodObject)) return null;
  const { items, nextCursor, count: _, ...rest } = answer.shape;
  const isPage = nextCursor !== undefined && Object.keys(rest).length === 0;
  return isPage && items instanceof z.ZodArray ? (items.element as z.ZodType) : null;
}

/** The parameter with the names of some fields. */
export function fieldNamesOf(shape: object): z.ZodType {
  const names = Object.keys(shape) as [string, ...string[]];
  return z.array(z.enum(names)).min(1).optional();
}

function shapeOf(input: z.ZodType, id: string): Record<string, z.ZodType> {
  const { value } = unwrap(input);
  if (value instanceof z.ZodObject) return value.shape;
  throw new Error(`the input and the answer of the public read ${id} have to be objects`);
}

/** A field of an input as a parameter. */
export function parameterOf(name: string, field: z.ZodType, inPath: boolean): Parameter {
  const { value, required, fallback } = unwrap(field);
  const rest = fallback === undefined ? {} : { fallback };
  return { ...{ name, field, value, required, in: inPath ? 'path' : 'query' }, ...rest };
}

/** Unwraps `optional`, `nullable` and defaults, and returns the default. */
export function unwrap(schema: z.ZodType): Pick<Parameter, 'value' | 'required' | 'fallback'> {
  let value = schema;
  let fallback: unknown;
  while (
    value instanceof z.ZodOptional ||
    value instanceof z.ZodNullable ||
    value instanceof z.ZodDefault ||
    value instanceof z.ZodPrefault
  ) {
    if (value instanceof z.ZodDefault) fallback = value.def.defaultValue;
    value = value.unwrap() as z.ZodType;
  }
  return { value, fallback, required: value === schema };
}
