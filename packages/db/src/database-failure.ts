import { type ServerProblem, serverProblems } from '@viewpoints/postgres/server/server-check';

/** A failure of the database, classified by what a caller can do about it. */
export type DatabaseFailure =
  /** No server, no connection free, or it is stopping: worth a retry. It may have been committed. */
  | { kind: 'unreachable' }
  /** The server must not be used: its address leads to the wrong one. */
  | { kind: 'unfit'; problem: ServerProblem }
  /** It exceeded its timeout, and nothing was committed. */
  | { kind: 'timeout' }
  /** The server's disk is full: nothing was or will be committed until an operator frees space. */
  | { kind: 'storage_full' }
  /** Two transactions wanted the same rows: worth another try. */
  | { kind: 'conflict' }
  /** A unique key holds this already; `index` is the constraint's name or its columns. */
  | { kind: 'duplicate'; index: string }
  /** A foreign key: what was referred to is missing, or what was removed is still referred to. */
  | { kind: 'reference'; index: string }
  /** A check constraint or trigger refused it. */
  | { kind: 'check'; index: string };

const unreachableCodes = new Set([
  // Prisma: cannot reach, timed out, closed, no connection free.
  ...['P1000', 'P1001', 'P1002', 'P1003', 'P1008', 'P1011', 'P1017', 'P2024', 'P2037'],
  // Sockets.
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ECONNABORTED', 'EADDRNOTAVAIL'],
  // PostgreSQL: connection exceptions.
  ...['08000', '08001', '08003', '08004', '08006', '08007', '08P01'],
  // PostgreSQL: shutting down, crashed, starting up, connection ended for being idle.
  ...['57P01', '57P02', '57P03', '57P05', '25P03'],
  // PostgreSQL: no connections are accepted now, or only to read (a standby after a failover).
  ...['28000', '28P01', '3D000', '25006'],
  // PostgreSQL: out of connections, memory or some other resource; its disk cannot be read.
  ...['53000', '53200', '53300', '53400', '58000', '58030'],
]);

/** PostgreSQL: cancelled, as after `statement_timeout`; a transaction that was open for too long. */
const timeoutCodes = new Set(['57014', '25P04', '55P03']);

const storageFullCode = '53100';

/** Messages of `pg` and `pg-pool` about an unusable connection, which have no code. */
const unreachableMessages = [
  /^Connection terminated/,
  /^Client has encountered a connection error and is not queryable$/,
  /^Client was closed and is not queryable$/,
  /^timeout expired$/,
  /^timeout exceeded when trying to connect$/,
  /^Query read timeout$/,
  /^Cannot use a pool after calling end on the pool$/,
  /^The server does not support SSL connections$/,
  /^There was an error establishing an SSL connection$/,
  // The server's message does not match the request: the two are out of step.
  /^Received unexpected \w+ message from backend\.$/,
  /^SASL: /,
];

/** Prisma has one code for a transaction that could not begin and for one that had to end. */
const transactionCode = 'P2028';
const notBegun = /Unable to start a transaction/;

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

function ofCode(code: string): DatabaseFailure | null {
  if (code === storageFullCode) return { kind: 'storage_full' };
  if (timeoutCodes.has(code)) return { kind: 'timeout' };
  return unreachableCodes.has(code) ? { kind: 'unreachable' } : null;
}

function ofCause(cause: Cause): DatabaseFailure | null {
  if (unreachableKinds.has(cause.kind ?? '')) return { kind: 'unreachable' };
  const code = cause.originalCode ?? cause.code ?? '';
  const known = ofCode(code);
  if (known !== null) return known;
  if (cause.kind === 'TransactionWriteConflict') return { kind: 'conflict' };
  if (cause.kind === 'UniqueConstraintViolation')
    return { kind: 'duplicate', index: nameOf(cause.constraint) };
  if (cause.kind === 'ForeignKeyConstraintViolation' || cause.kind === 'RestrictViolation')
    return { kind: 'reference', index: nameOf(cause.constraint) };
  if (code === '23514')
    return { kind: 'check', index: /constraint "([^"]+)"/.exec(cause.message ?? '')?.[1] ?? '' };
  return null;
}

/** Classifies an error of Prisma, of its driver adapter or of `pg` itself; null for others. */
export function databaseFailure(thrown: unknown): DatabaseFailure | null {
  let error = thrown as Loose | null | undefined;
  for (let depth = 0; depth < 5 && typeof error === 'object' && error !== null; depth += 1) {
    // Thrown on connecting; Prisma passes on nothing but its code.
    const problem = serverProblems.find((each) => each === error?.code);
    if (problem !== undefined) return { kind: 'unfit', problem };
    const adapter = error.meta?.driverAdapterError?.cause;
    const known = adapter === undefined ? ofCause(error as Cause) : ofCause(adapter);
    if (known !== null) return known;
    const index = typeof error.constraint === 'string' ? error.constraint : '';
    const message = typeof error.message === 'string' ? error.message : '';
    if (typeof error.code === 'string') {
      if (error.code === transactionCode)
        return notBegun.test(message) ? { kind: 'unreachable' } : { kind: 'timeout' };
      if (error.code === 'P2034' || error.code === '40001' || error.code === '40P01')
        return { kind: 'conflict' };
      if (error.code === 'P2002' || error.code === '23505') return { kind: 'duplicate', index };
      if (error.code === 'P2003' || error.code === '23503') return { kind: 'reference', index };
    }
    if (unreachableMessages.some((each) => each.test(message))) return { kind: 'unreachable' };
    error = error.cause as Loose | undefined;
  }
  return null;
}
