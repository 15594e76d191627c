import { ServerError } from '@viewpoints/postgres/server/server-check';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';

type Thrown = { name?: unknown; code?: unknown; stack?: unknown; cause?: unknown };

/**
 * An error as the log may have it: what kind and where. Never its message, since a database's
 * repeats the values it was given; but what we say ourselves of a server that must not be used.
 */
export function describeError(error: Thrown): Record<string, unknown> {
  const lines = String(error.stack ?? '').split('\n');
  return {
    type: error.name,
    ...(error.code === undefined ? {} : { code: error.code }),
    ...(error instanceof ServerError ? { message: error.message } : {}),
    at: lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim()),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  };
}

/** A request's line: the path without its query, which may hold a search or a token. */
function describeRequest({ method, url }: { method?: string; url?: string }) {
  return { method, path: url?.split('?', 1)[0]?.replace(/(\/reset-password\/).+/, '$1…') };
}

const secrets = ['authorization', 'cookie', 'set-cookie', 'password', 'newPassword', 'token'];
const words = ['text', 'html', 'body', 'note', 'content'];

/** The log: JSON lines without credentials, bodies of messages or the words of what is edited. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      err: describeError,
      req: describeRequest,
      res: ({ statusCode }: { statusCode?: number }) => ({ statusCode }),
    },
    redact: {
      paths: [...secrets, ...words].flatMap((key) => [
        `["${key}"]`,
        `*["${key}"]`,
        `*.*["${key}"]`,
      ]),
      censor: '[left out]',
    },
  };
  return pino(options, destination ?? standardOutput());
}

/**
 * The destination of the log: standard output, each line at once. With buffering, the default, the
 * rest at the end of a process is written again and again to a reader that is gone, and a program
 * whose launcher was killed never ends.
 */
function standardOutput(): DestinationStream {
  return pino.destination({ fd: process.stdout.fd, sync: true });
}
