import { createJobPool } from '@viewpoints/pictures/job-pool';
import type { DocxJob, DocxResult } from './docx-job.ts';

const MEGABYTE = 1024 * 1024;

/** Milliseconds that reading a file may take, and the most memory. */
export const docxLimits = { timeout: 40_000, maxMemory: 1_000 * MEGABYTE };

/**
 * Reads Word files, one at a time, in a process of its own: a file that takes too much time or memory
 * ends that process and no server.
 * @throws {QueueFull} or as `JobProcess.run`
 */
export const docxReader = createJobPool<DocxJob, DocxResult>({
  program: new URL('./docx-process.ts', import.meta.url),
  ...docxLimits,
  processes: 1,
  maxWaiting: 8,
});
