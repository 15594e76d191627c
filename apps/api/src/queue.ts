import { setTimeout as sleep } from 'node:timers/promises';
import type { JobContext } from '@viewpoints/api/jobs/job-context';
import { schedules } from '@viewpoints/api/jobs/schedules';
import { createTasks } from '@viewpoints/api/jobs/tasks';
import { Logger as QueueLogger, type Runner, run } from 'graphile-worker';
import type { Logger } from 'pino';

type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** Jobs at work in this process. */
export type Queue = {
  /** Whether jobs are taken at the moment. */
  running: () => boolean;
  /** Resolves once jobs are taken. */
  started: Promise<void>;
  /** Takes no further job, waits for those at work and lets go of the database. */
  stop: () => Promise<void>;
};

/** Jobs at once; they wait on the database and the mail server, not on the processor. */
const concurrency = 3;
/** Milliseconds between tries where the queue cannot be reached. */
const pause = 2000;

/**
 * Runs jobs, and goes on trying where the database cannot be reached. `databaseUrl` signs in as the
 * owner of the tables, whom the queue's schema belongs to; the jobs work as the editorial role.
 */
export function openQueue(databaseUrl: string, context: JobContext, log: Log): Queue {
  const ending = new AbortController();
  const options = {
    connectionString: databaseUrl,
    taskList: createTasks(context),
    crontab: schedules,
    concurrency,
    maxPoolSize: concurrency + 2,
    // New jobs are told of at once; what is due comes within a second of its time.
    pollInterval: 1000,
    noHandleSignals: true,
    logger: queueLogger(log),
  };
  let runner: Runner | null = null;
  const started = Promise.withResolvers<void>();
  const work = async () => {
    while (!ending.signal.aborted) {
      try {
        runner = await run(options);
        started.resolve();
        if (ending.signal.aborted) await runner.stop();
        await runner.promise;
      } catch (error) {
        log.error({ err: error, part: 'queue' }, 'the queue cannot be worked on');
      }
      runner = null;
      await sleep(pause, undefined, { signal: ending.signal }).catch(() => {});
    }
  };
  const worked = work();
  return {
    running: () => runner !== null,
    started: started.promise,
    stop: async () => {
      ending.abort();
      await runner?.stop().catch(() => {});
      await worked;
    },
  };
}

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const;

/** Which job failed and how often, without its payload or what the error said. */
function queueLogger(log: Log): QueueLogger {
  return new QueueLogger((scope) => (level, _message, meta) => {
    const { error, job } = (meta ?? {}) as { error?: unknown; job?: { attempts?: number } };
    log[levels[level]](
      {
        part: 'queue',
        task: scope.taskIdentifier,
        jobId: scope.jobId,
        ...(job?.attempts === undefined ? {} : { attempts: job.attempts }),
        ...(error === undefined ? {} : { err: error }),
      },
      'queue',
    );
  });
}
