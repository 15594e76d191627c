import { initTRPC, TRPCError } from '@trpc/server';
import { hasSecondFactor } from '@viewpoints/db/editorial/second-factors';
import type { Action } from '@viewpoints/domain/accounts/action';
import {
  authenticationTooOld,
  freshActions,
  isFresh,
} from '@viewpoints/domain/accounts/fresh-authentication';
import { can, checkScope, rolesFor } from '@viewpoints/domain/accounts/permissions';
import { plainJson } from '@viewpoints/domain/plain-json';
import { describeProblem, type ProblemCode, problems } from '@viewpoints/domain/problem';
import { reason } from '@viewpoints/domain/refusal';
import type { ApiContext, ReaderContext } from './context.ts';
import { assertValidText } from './input/invalid-text.ts';
import { momentOf } from './moment.ts';
import { needsOperator, ProblemError, problemOf } from './problem.ts';

/**
 * Who may call a procedure, declared by every one of them: `public` is anybody, `signed_in` any
 * account (what is its own), `own_session` any account at a session and by no token, and an action
 * an account one of whose roles may do it. The command then checks the permission on the thing
 * itself.
 */
export type Access = 'public' | 'signed_in' | 'own_session' | Action;
/** The address of a public read under `/v1`, and its description in the OpenAPI document. */
export type HttpRead = {
  /** With path parameters in braces: each is a field of the input. */
  path: `/${string}`;
  summary: string;
  /** Parameters with which it answers in the sample journal, for the document. */
  example: Readonly<Record<string, string | number>>;
};
export type Meta = {
  access: Access;
  /** The address of a public read under `/v1`. */
  http?: HttpRead;
  /** Most values in its input, where that may be more than in others. */
  nodes?: number;
};

const trpcCodes = {
  invalid_input: 'BAD_REQUEST',
  unknown_field: 'UNPROCESSABLE_CONTENT',
  signed_out: 'UNAUTHORIZED',
  not_permitted: 'FORBIDDEN',
  authentication_required: 'FORBIDDEN',
  foreign_origin: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  method_not_allowed: 'METHOD_NOT_SUPPORTED',
  stale: 'CONFLICT',
  already_exists: 'CONFLICT',
  in_use: 'CONFLICT',
  call_running: 'CONFLICT',
  key_reused: 'UNPROCESSABLE_CONTENT',
  link_expired: 'NOT_FOUND',
  too_slow: 'TIMEOUT',
  url_too_long: 'BAD_REQUEST',
  headers_too_large: 'BAD_REQUEST',
  too_large: 'PAYLOAD_TOO_LARGE',
  unsupported_type: 'UNSUPPORTED_MEDIA_TYPE',
  refused: 'UNPROCESSABLE_CONTENT',
  too_many_requests: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
  unexpected: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<ProblemCode, TRPCError['code']>;

const codesOfTrpc: Partial<Record<TRPCError['code'], ProblemCode>> = {
  BAD_REQUEST: 'invalid_input',
  PARSE_ERROR: 'invalid_input',
  NOT_FOUND: 'not_found',
  METHOD_NOT_SUPPORTED: 'method_not_allowed',
  PAYLOAD_TOO_LARGE: 'too_large',
  UNSUPPORTED_MEDIA_TYPE: 'unsupported_type',
};

/** Gives a thrown problem the code from which tRPC takes the HTTP status. */
export function asTrpcError(thrown: unknown): TRPCError {
  const { code } = problemOf(thrown);
  if (code === 'unexpected' && thrown instanceof TRPCError && thrown.code in codesOfTrpc)
    return thrown;
  return new TRPCError({ code: trpcCodes[code], message: problems[code][1], cause: thrown });
}

/** A tRPC error as the problem that the client gets; never a message or a stack from inside. */
export function problemOfTrpc(error: TRPCError, requestId: string | null) {
  const { code, reasons } = problemOf(error);
  const known = code === 'unexpected' ? (codesOfTrpc[error.code] ?? 'unexpected') : code;
  return describeProblem(known, reasons, requestId);
}

function initialise<Context extends ReaderContext>() {
  const trpc = initTRPC
    .context<Context>()
    .meta<Meta>()
    .create({
      // A stack trace never leaves, whatever NODE_ENV says.
      isDev: false,
      transformer: plainJson,
      errorFormatter: ({ shape, error, ctx }) => {
        const problem = problemOfTrpc(error, ctx?.requestId ?? null);
        return {
          ...shape,
          message: problem.title,
          data: { code: shape.data.code, httpStatus: shape.data.httpStatus, problem },
        };
      },
    });
  const explained = trpc.procedure.use(async ({ ctx, path, next }) => {
    const result = await next();
    if (result.ok) return result;
    const error = asTrpcError(result.error);
    const forOperator = needsOperator(problemOf(result.error));
    if (error.code === 'INTERNAL_SERVER_ERROR' || forOperator)
      ctx.log.error(
        { err: result.error.cause ?? result.error, path, requestId: ctx.requestId },
        forOperator ? 'whoever runs the server has to act' : 'unexpected error',
      );
    throw error;
  });
  /** Comes after the question who calls: nothing of a stranger's input is looked at for nothing. */
  const valid = trpc.middleware(async ({ meta, getRawInput, next }) => {
    assertValidText(await getRawInput(), meta?.nodes);
    return next();
  });
  return { ...trpc, procedure: explained, valid };
}

const readers = initialise<ReaderContext>();
const editors = initialise<ApiContext>();

/** Public reads: no account, the reading role of the database. */
export const readerProcedure = readers.procedure.use(readers.valid).meta({ access: 'public' });
export const readerRouter = readers.router;

/**
 * A public read that also has an address under `/v1`. Those that only the reading site calls have none.
 */
export const readerProcedureAt = (
  path: HttpRead['path'],
  summary: string,
  example: HttpRead['example'] = {},
) => readerProcedure.meta({ access: 'public', http: { path, summary, example } });
export const readerCallerFactory = readers.createCallerFactory;

export const router = editors.router;
export const callerFactory = editors.createCallerFactory;

/** Without signing in: set-up and invitations. */
export const publicProcedure = editors.procedure.use(editors.valid).meta({ access: 'public' });

const byAccount = editors.procedure.use(({ ctx, next }) => {
  if (ctx.account === null) throw new ProblemError('signed_out');
  return next({ ctx: { account: ctx.account } });
});

/** For any account, about what is its own. */
export const signedInProcedure = byAccount.use(editors.valid).meta({ access: 'signed_in' });

/** For any account, at a session and by no access token: about the account itself. */
export const ownSessionProcedure = byAccount
  .meta({ access: 'own_session' })
  .use(({ ctx, next }) => {
    const { session, ...account } = ctx.account;
    if (session === null || account.scopes !== null)
      throw new ProblemError('not_permitted', [
        reason('session_required', 'No access token may do this: sign in and do it yourself.'),
      ]);
    return next({ ctx: { account: { ...account, session } } });
  })
  .use(editors.valid);

/** As `ownSessionProcedure`, shortly after giving a password or a code. */
export const freshSessionProcedure = ownSessionProcedure.use(async ({ ctx, next }) => {
  await requireFresh(ctx);
  return next();
});

/** Ends a call if its session has no fresh authentication. */
async function requireFresh(ctx: Pick<ApiContext, 'editorial' | 'now' | 'account'>): Promise<void> {
  const { account } = ctx;
  const session = account?.session ?? null;
  if (account === null || session === null) return;
  if (isFresh(session.authenticatedAt, await momentOf(ctx))) return;
  const needsCode = await hasSecondFactor(ctx.editorial, account.id);
  const by = needsCode ? 'code' : 'password';
  throw new ProblemError('authentication_required', [authenticationTooOld(by)]);
}

/**
 * For accounts one of whose roles may do the action, by an access token only within its scopes.
 * Whether they may do it to the given thing ("own", "not own") is checked by the command, which has
 * read it.
 * @param options.nodes maximum number of values in an input that contains an article
 */
export function permitted(action: Action, options: Pick<Meta, 'nodes'> = {}) {
  const roles = rolesFor(action);
  return byAccount
    .meta({ access: action, ...options })
    .use(async ({ ctx, next }) => {
      const inRole = ctx.account.roles.some((role) => roles.includes(role));
      const scope = checkScope(ctx.account, action);
      if (inRole && scope.ok) {
        if (freshActions.has(action)) await requireFresh(ctx);
        return next();
      }
      const refusal = inRole ? scope : can(ctx.account, action, null, { fourEyes: true });
      throw new ProblemError('not_permitted', refusal.ok ? [] : refusal.reasons);
    })
    .use(editors.valid);
}
