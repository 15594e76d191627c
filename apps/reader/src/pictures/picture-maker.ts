import { limitConcurrency } from '@viewpoints/config/concurrency-limit';
import { JobProcess } from '@viewpoints/pictures/job-process';
import type { PictureJob } from './picture-job.ts';

const SECOND = 1000;
const MEGABYTE = 1024 * 1024;

type VariantJob = Extract<PictureJob, { kind: 'variant' }>;

/** Pictures are made in a separate process, so that pages get the processor first. */
const pictureProcess = new JobProcess<PictureJob, Uint8Array>({
  program: new URL('./picture-process.ts', import.meta.url),
  timeout: 30 * SECOND,
  maxMemory: 1_500 * MEGABYTE,
});

/** Requests for many cards or pictures at once have to wait; pages do not. */
const turns = {
  share: limitConcurrency({ atOnce: 1, maxWaiting: 100 }),
  variant: limitConcurrency({ atOnce: 1, maxWaiting: 200 }),
};

/** Makes a picture, when its turn comes. Throws if it cannot be made or too many wait. */
export function makePicture(
  job: Exclude<PictureJob, VariantJob> | (() => Promise<VariantJob>),
): Promise<Buffer> {
  // An original is read when its turn has come: many at once would not fit into memory.
  if (typeof job === 'function')
    return turns.variant(async () => Buffer.from(await pictureProcess.run(await job())));
  return turns.share(async () => Buffer.from(await pictureProcess.run(job)));
}
