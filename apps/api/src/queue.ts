import { setTimeout as sleep } from 'node:timers/promises';
import type { JobContext } from '@viewpoints/api/jobs/job-context';
import { schedules } from '@viewpoints/api/jobs/schedules';
import { createTasks } from '@viewpoints/api/jobs/tasks';
import { takeWorkerLease, type WorkerLease } from '@viewpoints/db/worker-lease';
import {
  Logger as QueueLogger,
  type Runner,
  type RunnerOptions,
  run,
  type TaskList,
} from 'graphile-worker';
import type { Logger } from 'pino';

type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** Called after each attempt at a job, with the seconds that it took. */
export type OnAttempt = (job: string, outcome: 'done' | 'failed', seconds: number) => void;

/** Jobs at work in this process. */
export type Queue = {
  /** Whether jobs are taken at the moment. */
  running: () => boolean;
  /** Resolves once jobs are taken. */
  started: Promise<void>;
  /** Takes no further job, waits for running ones and closes the database. */
  stop: () => Promise<void>;
};

/** Jobs at once; they wait on the database and the mail server, not on the processor. */
const concurrency = 3;
/** Milliseconds between attempts if the queue cannot be reached. */
const pause = 2000;
/** Milliseconds for which running jobs may delay the replacement of a pool that lost its lease. */
const timeoutMs = 10_000;

/**
 * Runs jobs, and retries if the database cannot be reached. `databaseUrl` signs in as the owner of
 * the tables and of the queue's schema; the jobs work as the editorial role.
 */
export function openQueue(
  databaseUrl: string,
  context: JobContext,
  log: Log,
  onAttempt: OnAttempt = () => {},
): Queue {
  const ending = new AbortController();
  const tasks = timed(createTasks(context), onAttempt);
  const started = Promise.withResolvers<void>();
  /** That of the pool at work; one that is still on its way out has its own. */
  let current: WorkerLease | null = null;

  /** One pool of workers, from its beginning to its end. */
  const runPool = async () => {
    const over = new AbortController();
    const signal = AbortSignal.any([ending.signal, over.signal]);
    let lease: WorkerLease | null = null;
    let claimed: Promise<void> | undefined;
    const claim = async (pool: string) => {
      lease = await takeLease(databaseUrl, pool, log, signal);
      if (lease === null) return;
      current = lease;
      started.resolve();
      void lease.ended.then(() => over.abort());
    };
    try {
      const runner = await run({
        ...optionsOf(databaseUrl, log),
        taskList: fenced(tasks, () => lease?.holds() ?? false),
        preset: {
          // A job that cannot be marked as done ends its pool, and another pool releases it: by
          // default that failure is not handled, and the job stays marked for hours.
          worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
          plugins: [beforeFirstJob((pool) => (claimed ??= claim(pool)))],
        },
      });
      await Promise.race([runner.promise, aborted(signal)]);
      const stopped = stopRunner(runner);
      await (ending.signal.aborted ? stopped : Promise.race([stopped, sleep(timeoutMs)]));
    } finally {
      over.abort();
      await claimed;
      current = null;
      await (lease as WorkerLease | null)?.release();
    }
  };

  const work = async () => {
    while (!ending.signal.aborted) {
      await runPool().catch((error: unknown) => {
        log.error({ err: error, part: 'queue' }, 'the queue cannot be worked on');
      });
      await sleep(pause, undefined, { signal: ending.signal }).catch(() => {});
    }
  };
  const worked = work();
  return {
    running: () => current?.holds() ?? false,
    started: started.promise,
    stop: async () => {
      ending.abort();
      await worked;
    },
  };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Takes no further job and waits for those at work; one that has stopped by itself stays so. */
async function stopRunner(runner: Runner): Promise<void> {
  await runner.stop().catch(() => {});
  await runner.promise.catch(() => {});
}

const optionsOf = (connectionString: string, log: Log): RunnerOptions => ({
  connectionString,
  crontab: schedules,
  concurrency,
  maxPoolSize: concurrency + 2,
  // New jobs are announced at once; due ones start within a second of their time.
  pollInterval: 1000,
  noHandleSignals: true,
  logger: queueLogger(log),
});

/** The lease of a pool, as soon as it can be had; null if that is no longer wanted. */
async function takeLease(
  databaseUrl: string,
  pool: string,
  log: Log,
  signal: AbortSignal,
): Promise<WorkerLease | null> {
  const onFreed = (pools: number) =>
    log.warn({ part: 'queue', pools }, 'took up jobs that a worker had left behind');
  while (!signal.aborted) {
    try {
      return await takeWorkerLease(databaseUrl, pool, onFreed);
    } catch (error) {
      log.error({ err: error, part: 'queue' }, 'the lease of the workers cannot be taken');
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }
  return null;
}

/** Has a pool's workers wait for something before they take their first job. */
function beforeFirstJob(wait: (pool: string) => Promise<void>): GraphileConfig.Plugin {
  return {
    name: 'ViewpointsWorkerLease',
    version: '1.0.0',
    worker: {
      hooks: { startWorker: (_context, { worker }) => wait(worker.workerPool.id) },
    },
  };
}

/**
 * A running worker that lost its lease may have been replaced: another has its job. It then fails,
 * which does not affect another's job, whereas completing would remove it.
 */
function fenced(tasks: TaskList, holds: () => boolean): TaskList {
  const fence = () => {
    if (!holds()) throw new Error('The lease of this worker is over.');
  };
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]): [string, TaskList[string]] => [
      name,
      async (payload, helpers) => {
        fence();
        await task?.(payload, helpers);
        fence();
      },
    ]),
  );
}

function timed(tasks: TaskList, onAttempt: OnAttempt): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]): [string, TaskList[string]] => [
      name,
      async (payload, helpers) => {
        const start = performance.now();
        let outcome: 'done' | 'failed' = 'failed';
        try {
          await task?.(payload, helpers);
          outcome = 'done';
        } finally {
          onAttempt(name, outcome, (performance.now() - start) / 1000);
        }
      },
    ]),
  );
}

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const;

/** Logs which job failed and how often, without its payload or the error's message. */
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
