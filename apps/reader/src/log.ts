import { type Logger, pino } from 'pino';

/**
 * The log: JSON lines. An error is its kind and where it came from, never its message, since a
 * database's messages repeat the values it was given.
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    serializers: {
      err: (error: unknown) =>
        error instanceof Error
          ? {
              type: error.name,
              at: (error.stack ?? '')
                .split('\n')
                .filter((line) => /^\s+at /.test(line))
                .slice(0, 12)
                .map((line) => line.trim()),
            }
          : { type: typeof error },
    },
  });
}
