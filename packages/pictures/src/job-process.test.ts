import { QueueFull } from '@viewpoints/config/concurrency-limit';
import { describe, expect, it } from 'vitest';
import { createJobPool } from './job-pool.ts';
import { JobProcess, type JobProcessOptions } from './job-process.ts';
import type { TestJob } from './testing/job-program.ts';

type Answer = { says?: string; pid: number };
const MEGABYTE = 1024 * 1024;

const options = (more: Partial<JobProcessOptions> = {}): JobProcessOptions => ({
  program: new URL('./testing/job-program.ts', import.meta.url),
  timeout: 60_000,
  maxMemory: 400 * MEGABYTE,
  ...more,
});

/** Whether there is still a process of that id. */
const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a process for jobs', () => {
  it('carries out one after the other, and reports the error of a job', async () => {
    const jobs = new JobProcess<TestJob, Answer>(options());
    const one = await jobs.run({ does: 'answer', says: 'one' });
    await expect(jobs.run({ does: 'throw', says: 'no such thing' })).rejects.toThrow(
      'no such thing',
    );
    expect(await jobs.run({ does: 'answer', says: 'two' })).toEqual({ says: 'two', pid: one.pid });
  });

  it.each<[string, TestJob['does'], Partial<JobProcessOptions>, string]>([
    ['that crashes', 'crash', {}, 'crash'],
    ['that takes too long', 'hang', { timeout: 3_000 }, 'timeout'],
    ['that has too much memory', 'allocate', { maxMemory: 300 * MEGABYTE }, 'memory'],
  ])('%s ends, says why, and the next job gets another', async (_, does, limits, reason) => {
    const jobs = new JobProcess<TestJob, Answer>(options(limits));
    const { pid } = await jobs.run({ does: 'answer' });
    await expect(jobs.run({ does })).rejects.toMatchObject({ name: 'JobProcessEnded', reason });
    expect(lives(pid)).toBe(false);
    const next = await jobs.run({ does: 'answer', says: 'next' });
    expect(next.says).toBe('next');
    expect(next.pid).not.toBe(pid);
  });

  it('that is killed from outside ends all its jobs', async () => {
    const jobs = new JobProcess<TestJob, Answer>(options());
    const { pid } = await jobs.run({ does: 'answer' });
    const both = Promise.allSettled([jobs.run({ does: 'hang' }), jobs.run({ does: 'hang' })]);
    process.kill(pid, 'SIGKILL');
    for (const each of await both)
      expect(each).toMatchObject({ status: 'rejected', reason: { reason: 'crash' } });
    expect((await jobs.run({ does: 'answer', says: 'next' })).says).toBe('next');
  });
});

describe('a pool', () => {
  it('has so many processes, each with one job at a time, and no more that wait', async () => {
    const pool = createJobPool<TestJob, Answer>({
      ...options({ timeout: 3_000 }),
      ...{ processes: 2, maxWaiting: 3 },
    });
    const busy = Array.from({ length: 2 }, () => pool.run({ does: 'hang' }).catch(() => 'ended'));
    const waiting = Array.from({ length: 3 }, (_, at) =>
      pool.run({ does: 'answer', says: `${at}` }),
    );
    await expect(pool.run({ does: 'answer' })).rejects.toBeInstanceOf(QueueFull);
    expect(pool.pids()).toHaveLength(2);
    expect(await Promise.all(busy)).toEqual(['ended', 'ended']);
    expect((await Promise.all(waiting)).map(({ says }) => says)).toEqual(['0', '1', '2']);
    expect(pool.pids().length).toBeLessThanOrEqual(2);
  });
});
