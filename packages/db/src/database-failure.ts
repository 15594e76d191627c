/** What went wrong in the database, told apart by what a caller can do about it. */
export type DatabaseFailure =
  /** No server, no room on it, it is stopping or took too long: worth another try. */
  | { kind: 'unreachable' }
  /** Two transactions wanted the same rows: worth another try. */
  | { kind: 'conflict' }
  /** A unique key holds this already; `index` is the constraint's name or its columns. */
  | { kind: 'duplicate'; index: string }
  /** A foreign key: what was referred to is missing, or what was removed is still referred to. */
  | { kind: 'reference'; index: string }
  /** A check constraint or trigger refused it. */
  | { kind: 'check'; index: string };

const unreachableCodes = new Set([
  // Prisma: cannot reach, timed out, closed, pool or transaction could not start.
  ...['P1000', 'P1001', 'P1002', 'P1003', 'P1008', 'P1011', 'P1017', 'P2024', 'P2028', 'P2037'],
  // Sockets.
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH'],
  // PostgreSQL: connection exceptions, shutting down, starting up, too many connections.
  ...['08000', '08003', '08006', '57P01', '57P02', '57P03', '53300'],
  // PostgreSQL: it took longer than this role may.
  '57014',
]);

const unreachableKinds = new Set([
  'DatabaseNotReachable',
  'DatabaseDoesNotExist',
  'DatabaseAccessDenied',
  'AuthenticationFailed',
  'ConnectionClosed',
  'SocketTimeout',
  'TlsConnectionError',
  'TooManyConnections',
]);

type Named = { fields?: string[]; index?: string };
type Cause = {
  kind?: string;
  code?: string;
  originalCode?: string;
  constraint?: Named;
  message?: string;
};
type Loose = {
  code?: unknown;
  message?: unknown;
  constraint?: unknown;
  cause?: unknown;
  meta?: { driverAdapterError?: { cause?: Cause } };
};

const nameOf = (constraint: Named | undefined): string =>
  constraint?.index ?? constraint?.fields?.join(',') ?? '';

function ofCause(cause: Cause): DatabaseFailure | null {
  if (unreachableKinds.has(cause.kind ?? '')) return { kind: 'unreachable' };
  const code = cause.originalCode ?? cause.code ?? '';
  if (unreachableCodes.has(code)) return { kind: 'unreachable' };
  if (cause.kind === 'TransactionWriteConflict') return { kind: 'conflict' };
  if (cause.kind === 'UniqueConstraintViolation')
    return { kind: 'duplicate', index: nameOf(cause.constraint) };
  if (cause.kind === 'ForeignKeyConstraintViolation' || cause.kind === 'RestrictViolation')
    return { kind: 'reference', index: nameOf(cause.constraint) };
  if (code === '23514')
    return { kind: 'check', index: /constraint "([^"]+)"/.exec(cause.message ?? '')?.[1] ?? '' };
  return null;
}

/** Tells what an error of Prisma, of its driver adapter or of `pg` itself means; null for others. */
export function databaseFailure(thrown: unknown): DatabaseFailure | null {
  let error = thrown as Loose | null | undefined;
  for (let depth = 0; depth < 5 && typeof error === 'object' && error !== null; depth += 1) {
    const adapter = error.meta?.driverAdapterError?.cause;
    const known = adapter === undefined ? ofCause(error as Cause) : ofCause(adapter);
    if (known !== null) return known;
    const index = typeof error.constraint === 'string' ? error.constraint : '';
    if (typeof error.code === 'string') {
      if (unreachableCodes.has(error.code)) return { kind: 'unreachable' };
      if (error.code === 'P2034' || error.code === '40001' || error.code === '40P01')
        return { kind: 'conflict' };
      if (error.code === 'P2002' || error.code === '23505') return { kind: 'duplicate', index };
      if (error.code === 'P2003' || error.code === '23503') return { kind: 'reference', index };
    }
    // pg reports a server that went away while a query ran without any code.
    if (error.message === 'Connection terminated unexpectedly') return { kind: 'unreachable' };
    error = error.cause as Loose | undefined;
  }
  return null;
}
