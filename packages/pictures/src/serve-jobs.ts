import type { JobAnswer, JobOrder } from './job-process.ts';

/** Milliseconds between two looks at the memory. */
const often = 50;

/**
 * Carries jobs out for the process that started this one (`JobProcess`), and ends with it, or once
 * it has more memory than it may: what a library allocates is limited by nothing else.
 */
export function serveJobs<Job, Result>(carryOut: (job: Job) => Promise<Result>): void {
  const say = (answer: JobAnswer<Result>, said = () => {}) => process.send?.(answer, said);
  process.on('message', ({ id, job }: JobOrder<Job>) => {
    carryOut(job).then(
      (result) => say({ id, result }),
      (error: unknown) => say({ id, error: error instanceof Error ? error.message : 'unknown' }),
    );
  });
  process.on('disconnect', end);
  const maxMemory = Number(process.argv[2]);
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() <= maxMemory) return;
    clearInterval(watch);
    say({ ends: 'memory' }, end);
  }, often).unref();
}

/** At once: `process.exit` waits for the threads of a library to finish what they are at. */
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}
