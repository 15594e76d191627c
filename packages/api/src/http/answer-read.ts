import { callTRPCProcedure } from '@trpc/server';
import { type Reason, reason } from '@viewpoints/domain/refusal';
import { validationReasons } from '@viewpoints/domain/validation/validation-reasons';
import { z } from 'zod';
import type { ReaderContext } from '../context.ts';
import { notFound, ProblemError } from '../problem.ts';
import { readerRouter } from '../reader-router.ts';
import { fieldsName, type Parameter, type PublicRead } from './public-reads.ts';

/** Parameters as an address has them. */
export type ReadAddress = {
  path: Readonly<Record<string, string>>;
  /** Several values where a parameter was repeated. */
  query: Readonly<Record<string, string | string[]>>;
};

/**
 * Answers a public read from the parameters in its address, through its procedure.
 * @throws if nothing is found, or a parameter is invalid
 */
export async function answerRead(
  read: PublicRead,
  ctx: ReaderContext,
  address: ReadAddress,
): Promise<unknown> {
  const { fields, ...query } = queryInput(read.parameters, address.query);
  const input = { ...pathInput(read.parameters, address.path), ...query };
  return callRead(read, ctx, input, fields as string[]);
}

/**
 * The answer of a procedure as plain HTTP has it: a list is always a page.
 * @param fields the only fields to give; undefined for all
 * @throws if nothing is found, or the input is invalid
 */
export async function callRead(
  read: PublicRead,
  ctx: ReaderContext,
  input: Record<string, unknown>,
  fields: readonly string[] | undefined,
): Promise<object> {
  const takesInput = read.parameters.some(({ name }) => name !== fieldsName);
  const answer: unknown = await callTRPCProcedure({
    ...{ router: readerRouter, path: read.id, type: 'query', ctx },
    getRawInput: async () => (takesInput ? input : undefined),
    ...{ signal: undefined, batchIndex: 0 },
  });
  const whole = read.isBareList ? { items: answer, nextCursor: null } : (answer as object);
  return fields === undefined ? whole : narrowed(read, whole, new Set(fields));
}

/** Some fields of an answer, or of each item of a page. */
export function narrowed(
  { isPage }: Pick<PublicRead, 'isPage'>,
  answer: object,
  fields: Set<string>,
): object {
  const pick = (value: object) =>
    Object.fromEntries(Object.entries(value).filter(([name]) => fields.has(name)));
  if (!isPage) return pick(answer);
  const page = answer as { items: object[]; nextCursor: string | null; count?: number };
  return { ...page, items: page.items.map(pick) };
}

/** The input from the path. A value that no resource can have is 404, as one that none has. */
export function pathInput(
  parameters: readonly Parameter[],
  path: ReadAddress['path'],
): Record<string, unknown> {
  const fields = parameters.filter((parameter) => parameter.in === 'path');
  return Object.fromEntries(
    fields.map((parameter) => {
      const value = fromText(parameter, path[parameter.name] ?? '');
      if (!parameter.field.safeParse(value).success) throw notFound('address');
      return [parameter.name, value];
    }),
  );
}

/** Maximum number of reasons in an answer to a faulty address. */
const maxReasons = 10;

/**
 * The input from the query.
 * @throws if a parameter is unknown, repeated or, for `fields`, no field
 */
export function queryInput(
  parameters: readonly Parameter[],
  query: ReadAddress['query'],
): Record<string, unknown> {
  const known = new Map(
    parameters.flatMap((each) => (each.in === 'query' ? [[each.name, each] as const] : [])),
  );
  const reasons: Reason[] = [];
  // An address has room for thousands of names, and an answer to each would be a hundred times as long.
  const first = Object.entries(query).slice(0, known.size + maxReasons);
  const input: Record<string, unknown> = {};
  for (const [name, text] of first) {
    const parameter = known.get(name);
    if (name === fieldsName && parameter !== undefined) {
      const names = parameter.field.safeParse([text].flat().join(',').split(','));
      if (names.success) input.fields = names.data;
      else reasons.push(...validationReasons(names.error.issues).map(atFields));
    } else if (parameter === undefined) reasons.push(unknownParameter(name, [...known.keys()]));
    else if (takesList(parameter)) input[name] = listFromText(parameter, [text].flat().join(','));
    else if (typeof text !== 'string')
      reasons.push(reason('repeated_parameter', 'Give this parameter once.', name));
    else input[name] = fromText(parameter, text);
  }
  if (reasons.length > 0) throw new ProblemError('invalid_input', reasons.slice(0, maxReasons));
  return input;
}

/** Names the parameter, and not the place of the value in its list. */
export const atFields = (each: Reason): Reason => ({ ...each, at: fieldsName });

/** The reason to refuse a parameter that a read does not have. */
export function unknownParameter(name: string, allowed: string[]): Reason {
  const choices = allowed.length === 0 ? 'It takes none.' : `It takes ${allowed.join(', ')}.`;
  // The name is repeated only if it could be one of a parameter.
  const at = /^\w{1,40}$/.test(name) ? name : null;
  return reason('unknown_parameter', `There is no such parameter here. ${choices}`, at, {
    choices: allowed,
  });
}

/** Whether several values may be given, separated by commas. */
function takesList({ value }: Parameter): boolean {
  return value instanceof z.ZodArray || (value instanceof z.ZodUnion && listIn(value));
}

const listIn = ({ options }: z.ZodUnion) => options.some((each) => each instanceof z.ZodArray);

/** A list, or one value where that is enough. */
function listFromText({ value }: Parameter, text: string): string | string[] {
  const values = text.split(',');
  return value instanceof z.ZodUnion && values.length === 1 ? text : values;
}

/** Converts a value for its schema. A text that is not a number stays text, which the schema refuses. */
function fromText({ value }: Parameter, text: string): unknown {
  if (value instanceof z.ZodNumber) return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  if (value instanceof z.ZodBoolean) return text === 'true' || (text === 'false' ? false : text);
  return text;
}
