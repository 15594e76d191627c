import { availableParallelism } from 'node:os';
import type { Cleaned, CleanJob } from './clean-job.ts';
import { createJobPool, type JobPool } from './job-pool.ts';

const MEGABYTE = 1024 * 1024;
const SECOND = 1_000;

/**
 * Cleans pictures in processes of their own. What is too large for the limits is refused as data;
 * a process that ended or too many that wait are thrown.
 */
export type PictureCleaner = {
  clean: (picture: Pick<CleanJob, 'bytes' | 'type'>) => Promise<Cleaned>;
  pids: () => number[];
};

/** Most pixels of an upload, of all its frames together: a camera's largest, decoded to 200 MB. */
export const maxPixels = 50_000_000;
/** Longest side of a picture. */
export const maxSide = 16_000;

const program = new URL('./clean-process.ts', import.meta.url);

function cleanerOf(
  pool: JobPool<CleanJob, Cleaned>,
  limits: Omit<CleanJob, 'bytes' | 'type'>,
): PictureCleaner {
  return { clean: (picture) => pool.run({ ...picture, ...limits }), pids: pool.pids };
}

/**
 * For uploads, while the user waits: one at a time for each processor, and within the minute that
 * proxies wait for a response.
 */
export const uploadCleaner: PictureCleaner = cleanerOf(
  createJobPool({
    ...{ program, timeout: 50 * SECOND, maxMemory: 1_500 * MEGABYTE },
    ...{ processes: Math.min(4, availableParallelism()), maxWaiting: 16 },
  }),
  { maxPixels, maxSide, damaged: false },
);

/**
 * For pictures that have been accepted before, when there were other limits: one at a time, for as
 * long as it takes.
 */
export const storedCleaner: PictureCleaner = cleanerOf(
  createJobPool({
    ...{ program, timeout: 300 * SECOND, maxMemory: 2_500 * MEGABYTE },
    ...{ processes: 1, maxWaiting: 4 },
  }),
  { maxPixels: maxSide * maxSide, maxSide, damaged: true },
);
