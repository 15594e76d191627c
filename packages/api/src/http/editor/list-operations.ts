import type { Scope } from '@viewpoints/domain/accounts/account';
import { type Action, actionScope, actions } from '@viewpoints/domain/accounts/action';
import { z } from 'zod';
import { editorRouter } from '../../editor-router.ts';
import { type ListedProcedure, listProcedures } from '../../list-procedures.ts';
import { pageOf } from '../../reader-inputs.ts';
import {
  fieldNamesOf,
  fieldsName,
  itemOf,
  type Parameter,
  parameterOf,
  unwrap,
} from '../public-reads.ts';
import { editorOperations } from './editor-operations.ts';
import type { Closed, Method } from './operation.ts';

/** A procedure of editors that tokens may call, as plain HTTP has it. */
export type EditorOperation = {
  /** The path of the procedure among those of editors, such as "articles.list". */
  id: string;
  method: Method;
  /** With path parameters in braces: "/v1/editor/articles/{id}". */
  path: string;
  summary: string;
  /** Whether it changes nothing. */
  isQuery: boolean;
  /** Whether its procedure has an input. */
  takesInput: boolean;
  /** The scope that a token needs; null for any. */
  scope: Scope | null;
  /** Parameters of the path and, for a GET, of the query. */
  parameters: Parameter[];
  /** The input, path parameters included, if the rest of it comes as a body. */
  body: z.ZodType | null;
  /** The schema of the procedure's answer; null for none. */
  declared: z.ZodType | null;
  /** The schema of the answer over plain HTTP, where a list is always a page; null for none. */
  answer: z.ZodType | null;
  /** Whether the procedure answers with null for what is not there. */
  mayBeMissing: boolean;
  isBareList: boolean;
  isPage: boolean;
  /** The status of an answer. */
  status: 200 | 201 | 204;
  example: Readonly<Record<string, unknown>>;
};

type Opened = {
  at: `${Method} /editor${string}`;
  summary: string;
  answer: z.ZodType | null;
  creates?: true;
  example?: object;
};

/** All of them, in the order of the table. */
export const openOperations: EditorOperation[] = [];
/** Why no token may call the others, by the path of the procedure. */
export const closedOperations = new Map<string, string>();

const procedures = new Map(listProcedures(editorRouter).map((each) => [each.path, each]));
collect(editorOperations, []);
requireAll();

/** Reads the table, and stops the start of a server at what does not fit its procedure. */
function collect(entries: object, path: string[]): void {
  for (const [name, entry] of Object.entries(entries)) {
    const id = [...path, name].join('.');
    if ('closed' in entry) close(id, entry);
    else if ('at' in entry) openOperations.push(operationOf(id, entry));
    else collect(entry, [...path, name]);
  }
}

/** The type of the table requires every procedure; a server is not type-checked when it starts. */
function requireAll(): void {
  const known = new Set([...openOperations.map(({ id }) => id), ...closedOperations.keys()]);
  const missing = [...procedures.keys()].filter((id) => !known.has(id));
  if (missing.length > 0)
    throw new Error(`the table of what editors do over HTTP lacks ${missing.join(', ')}`);
}

function close(id: string, { closed }: Closed): void {
  for (const { path, access } of procedures.values()) {
    if (path !== id && !path.startsWith(`${id}.`)) continue;
    if (scopeOf(access) !== 'session')
      throw new Error(`a token may call ${path}, which has no address under /v1`);
    closedOperations.set(path, closed);
  }
}

function scopeOf(access: ListedProcedure['access']): Scope | 'session' | null {
  if (access === 'signed_in') return null;
  return isAction(access) ? actionScope(access) : 'session';
}

function isAction(access: ListedProcedure['access']): access is Action {
  return actions.some((action) => action === access);
}

function operationOf(id: string, { at, summary, answer, creates, example = {} }: Opened) {
  const procedure = procedures.get(id);
  const scope = scopeOf(procedure?.access);
  if (procedure === undefined) throw new Error(`there is no procedure ${id}`);
  if (scope === 'session') throw new Error(`no token may call ${id}`);
  const [method, path] = at.split(' ') as [Method, string];
  const inPath = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));
  const [input] = procedure.inputs;
  const fields = Object.entries(input === undefined ? {} : shapeOf(input, id));
  const hasBody = method !== 'GET' && fields.some(([name]) => !inPath.has(name));
  const parameters = fields
    .filter(([name]) => inPath.has(name) || method === 'GET')
    .map(([name, field]) => parameterOf(name, field, inPath.has(name)));
  const shape = shapeOfAnswer(answer);
  if (method === 'GET' && shape !== null)
    parameters.push(parameterOf(fieldsName, fieldNamesOf(shape), false));
  return {
    ...{ id, method, path: `/v1${path}`, summary, scope, parameters },
    ...{ declared: answer, ...shapesOf(answer) },
    ...{ isQuery: procedure.type === 'query', takesInput: input !== undefined },
    body: hasBody && input !== undefined ? input : null,
    status: answer === null ? 204 : creates ? 201 : 200,
    example: example as EditorOperation['example'],
  } satisfies EditorOperation;
}

function shapesOf(answer: z.ZodType | null) {
  const isBareList = answer instanceof z.ZodArray;
  const mayBeMissing = answer instanceof z.ZodNullable;
  const whole = isBareList
    ? pageOf(answer.element as z.ZodType)
    : mayBeMissing
      ? (answer.unwrap() as z.ZodType)
      : answer;
  return {
    answer: whole,
    isBareList,
    mayBeMissing,
    isPage: whole !== null && itemOf(whole) !== null,
  };
}

/** The fields of an answer, or of each item of a page; null if it has none by name. */
function shapeOfAnswer(answer: z.ZodType | null): object | null {
  const { answer: whole } = shapesOf(answer);
  if (whole === null) return null;
  const one = itemOf(whole) ?? whole;
  return one instanceof z.ZodObject ? one.shape : null;
}

/** The fields of an input, whatever is made of it once it is parsed. */
function shapeOf(input: z.ZodType, id: string): Record<string, z.ZodType> {
  const { value } = unwrap(input);
  if (value instanceof z.ZodPipe) return shapeOf(value.in as z.ZodType, id);
  if (value instanceof z.ZodObject) return value.shape;
  throw new Error(`the input of ${id} has to be an object`);
}
