import { callTRPCProcedure, TRPCError } from '@trpc/server';
import { type Reason, reason } from '@viewpoints/domain/refusal';
import { validationReasons } from '@viewpoints/domain/validation/validation-reasons';
import { ZodError } from 'zod';
import type { ApiContext } from '../../context.ts';
import { editorRouter } from '../../editor-router.ts';
import { notFound, ProblemError, problemOf } from '../../problem.ts';
import { narrowed, pathInput, queryInput, type ReadAddress } from '../answer-read.ts';
import type { EditorOperation } from './list-operations.ts';

/** A request as plain HTTP has it, with its body parsed; undefined for none. */
export type OperationRequest = ReadAddress & { body: unknown };

/** Maximum number of reasons for unknown fields. */
const maxReasons = 10;

/**
 * Calls a procedure of editors from a request, as its caller. The answer has to fit its schema: what is not
 * declared is refused and never sent.
 * @returns null for an answer without a body
 * @throws {ProblemError} whatever refuses it
 */
export async function callOperation(
  operation: EditorOperation,
  ctx: ApiContext,
  request: OperationRequest,
): Promise<object | null> {
  const { fields, ...input } = inputOf(operation, request);
  const answer = await callProcedure(operation, ctx, input);
  const { declared, isBareList } = operation;
  if (declared === null) return null;
  const misfit = declared.safeParse(answer).error;
  if (misfit !== undefined) {
    const { requestId, log } = ctx;
    const at = misfit.issues.map(({ code, path }) => `${code} ${path.join('.')}`);
    log.error({ path: operation.id, requestId, at }, 'the answer does not fit its schema');
    throw new ProblemError('unexpected');
  }
  if (answer === null) throw notFound('thing');
  const whole = isBareList ? { items: answer, nextCursor: null } : (answer as object);
  return fields === undefined ? whole : narrowed(operation, whole, new Set(fields as string[]));
}

function inputOf(
  { method, parameters, body: takesBody }: EditorOperation,
  { path, query, body }: OperationRequest,
): Record<string, unknown> {
  const inQuery = queryInput(parameters, query);
  const inPath = pathInput(parameters, path);
  if (method === 'GET') return { ...inQuery, ...inPath };
  const fields = fieldsOf(body);
  const misplaced = Object.keys(fields).filter((name) => takesBody === null || name in inPath);
  if (misplaced.length > 0)
    throw new ProblemError(
      'unknown_field',
      misplaced
        .slice(0, maxReasons)
        .map((name) =>
          name in inPath
            ? unknownField([name], 'It is in the address already: leave it out here.')
            : unknownField([name]),
        ),
    );
  return { ...fields, ...inPath };
}

function fieldsOf(body: unknown): object {
  if (body === undefined || body === null) return {};
  if (typeof body === 'object' && !Array.isArray(body)) return body;
  throw new ProblemError('invalid_input', [
    reason('invalid_type', 'Send a JSON object with the fields of this call.'),
  ]);
}

async function callProcedure(
  { id, isQuery, takesInput }: EditorOperation,
  ctx: ApiContext,
  input: Record<string, unknown>,
): Promise<unknown> {
  try {
    return await callTRPCProcedure({
      ...{ router: editorRouter, path: id, type: isQuery ? 'query' : 'mutation', ctx },
      getRawInput: async () => (takesInput ? input : undefined),
      ...{ signal: undefined, batchIndex: 0 },
    });
  } catch (error) {
    throw withUnknownFields(error);
  }
}

/** Unknown fields are a problem of their own, in which each is named. */
function withUnknownFields(thrown: unknown): ProblemError {
  const { code, reasons } = problemOf(thrown);
  const issues = issuesOf(thrown);
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownField([...issue.path, key]))
      : [],
  );
  if (unknown.length === 0) return new ProblemError(code, reasons);
  const others = issues.filter((issue) => issue.code !== 'unrecognized_keys');
  return new ProblemError('unknown_field', [
    ...unknown.slice(0, maxReasons),
    ...validationReasons(others),
  ]);
}

function issuesOf(thrown: unknown): ZodError['issues'] {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; depth += 1) {
    const isInput = error instanceof TRPCError && error.code === 'BAD_REQUEST';
    if (isInput && error.cause instanceof ZodError) return error.cause.issues;
    error = error.cause;
  }
  return [];
}

function unknownField(
  path: readonly PropertyKey[],
  message = 'There is no such field here: leave it out.',
): Reason {
  const names = path.map(String);
  // A name is repeated only if it could be one of a field.
  const isName = names.every((name) => /^\w{1,40}$/.test(name));
  return reason('unknown_field', message, isName ? names.join('.') : null);
}
