import { TRPCError } from '@trpc/server';
import { isStorageFull } from '@viewpoints/config/durable-file';
import { type DatabaseFailure, databaseFailure } from '@viewpoints/db/database-failure';
import { UnreadableContent } from '@viewpoints/db/editorial/unreadable-content';
import type { ProblemCode } from '@viewpoints/domain/problem';
import { type Reason, reason } from '@viewpoints/domain/refusal';
import { validationReasons } from '@viewpoints/domain/validation/validation-reasons';
import { StorageError } from '@viewpoints/pictures/store/media-store';
import { serverProblems } from '@viewpoints/postgres/server/server-check';
import { ZodError } from 'zod';
import { isKnownVersion, serverOutdated } from './working-copy/server-outdated.ts';

/** Ends a command, and its transaction with it. Carries nothing but what its caller may read. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly code: ProblemCode;
  readonly reasons: Reason[];

  constructor(code: ProblemCode, reasons: Reason[] = []) {
    super(reasons.map((each) => each.code).join(', ') || code);
    this.code = code;
    this.reasons = reasons;
  }
}

/** The 404 for one thing, the same whether it never was or may not be seen. */
export function notFound(kind: string): ProblemError {
  return new ProblemError('not_found', [reason('not_found', `There is no such ${kind}.`)]);
}

/** The problem behind whatever was thrown; anything unknown is `unexpected` and says nothing. */
export function problemOf(thrown: unknown): { code: ProblemCode; reasons: Reason[] } {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; depth += 1) {
    if (error instanceof ProblemError) return error;
    if (isOfNewerVersion(error)) return { code: 'unavailable', reasons: [serverOutdated] };
    if (error instanceof StorageError) return { code: 'unavailable', reasons: [storageAway] };
    if (isStorageFull(error)) return { code: 'unavailable', reasons: [storageFull('The disk')] };
    // Only what did not fit on the way in is the caller's to fix; an answer or a row that does
    // not parse is our own fault.
    const isInput = error instanceof TRPCError && error.code === 'BAD_REQUEST';
    if (isInput && error.cause instanceof ZodError) {
      return { code: 'invalid_input', reasons: validationReasons(error.cause.issues) };
    }
    error = error.cause;
  }
  const failure = databaseFailure(thrown);
  if (failure === null) return { code: 'unexpected', reasons: [] };
  return { code: failureCodes[failure.kind], reasons: failureReasons(failure) };
}

/** Whether content could not be read since a newer version of the program has written it. */
const isOfNewerVersion = (error: Error): boolean =>
  error instanceof UnreadableContent &&
  error.documentVersion !== null &&
  !isKnownVersion(error.documentVersion);

/** The error that a command ends with: the command line shows the sentences of problems alone. */
export const asProblem = (thrown: unknown): unknown =>
  thrown instanceof Error && isOfNewerVersion(thrown)
    ? new ProblemError('unavailable', [serverOutdated])
    : thrown;

const forOperators = new Set<string>(['storage_full', 'storage_unavailable', ...serverProblems]);

/** Whether a problem needs the operator of the server: retrying does not help. */
export function needsOperator({ reasons }: { reasons: readonly Reason[] }): boolean {
  return reasons.some(({ code }) => forOperators.has(code));
}

const storageAway = reason(
  'storage_unavailable',
  'The store of pictures and files cannot be used at the moment. Try again in a while; if it stays like this, ask the operator of the server.',
);

const storageFull = (disk: string) =>
  reason(
    'storage_full',
    `${disk} is full, and nothing was changed. Ask the operator of the server to free some space, then try again.`,
  );

const failureCodes = {
  unreachable: 'unavailable',
  unfit: 'unavailable',
  timeout: 'unavailable',
  storage_full: 'unavailable',
  conflict: 'unavailable',
  duplicate: 'already_exists',
  reference: 'invalid_input',
  check: 'invalid_input',
} as const satisfies Record<DatabaseFailure['kind'], ProblemCode>;

/** The reason for a refusal by the database, by the name of the constraint: never the values. */
function failureReasons(failure: DatabaseFailure): Reason[] {
  switch (failure.kind) {
    case 'duplicate':
      return [
        failure.index.includes('slug')
          ? reason('slug_taken', 'Another one has this slug: choose a different one.', 'slug')
          : reason('already_exists', 'Another one like this exists already.'),
      ];
    case 'reference':
      return [
        reason(
          'unknown_reference',
          'Something this refers to does not exist, or something still refers to it.',
          null,
          { constraint: failure.index },
        ),
      ];
    case 'check':
      return [
        reason('rule_broken', 'The database refuses these values together.', null, {
          constraint: failure.index,
        }),
      ];
    case 'conflict':
      return [
        reason(
          'conflict',
          'Somebody was changing the same things at this moment. Nothing was changed: try again.',
        ),
      ];
    case 'unfit':
      return [
        reason(
          failure.problem,
          'The database that this service is connected to must not be used as it is. Ask the operator of the server to look at its log.',
        ),
      ];
    case 'timeout':
      return [
        reason(
          'took_too_long',
          'This took longer than is allowed, and nothing was changed. Try again when less is going on, or change less at once.',
        ),
      ];
    case 'storage_full':
      return [storageFull('The disk of the database')];
    default:
      return [];
  }
}
