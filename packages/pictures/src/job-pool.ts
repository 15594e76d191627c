import { limitConcurrency } from '@viewpoints/config/concurrency-limit';
import { JobProcess, type JobProcessOptions } from './job-process.ts';

export type JobPool<Job, Result> = {
  /**
   * Carries a job out when its turn comes.
   * @throws {QueueFull} or as `JobProcess.run`
   */
  run: (job: Job) => Promise<Result>;
  /** Ids of the processes that there are at the moment. */
  pids: () => number[];
};

/** Several processes for the same jobs, each with one job at a time. */
export function createJobPool<Job, Result>(
  options: JobProcessOptions & { processes: number; maxWaiting: number },
): JobPool<Job, Result> {
  const { processes, maxWaiting } = options;
  const all = Array.from({ length: processes }, () => new JobProcess<Job, Result>(options));
  const free = [...all];
  const runLimited = limitConcurrency({ atOnce: processes, maxWaiting });
  return {
    run: (job) =>
      runLimited(async () => {
        // The one that was used last: the others may end.
        const one = free.pop();
        if (one === undefined) throw new Error('no process is free');
        try {
          return await one.run(job);
        } finally {
          free.push(one);
        }
      }),
    pids: () => all.flatMap(({ pid }) => pid ?? []),
  };
}
