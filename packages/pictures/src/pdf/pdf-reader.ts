import { createJobPool } from '../job-pool.ts';
import type { PdfJob, PdfRead } from './pdf-job.ts';

const MEGABYTE = 1024 * 1024;

/** Most pages of a PDF. */
export const maxPdfPages = 300;
/** Most characters of its words: a book of three hundred dense pages. */
const maxText = 1_500_000;

/** One at a time: a large PDF takes as much memory as a large picture. */
const pool = createJobPool<PdfJob, PdfRead>({
  program: new URL('./pdf-process.ts', import.meta.url),
  ...{ timeout: 50_000, maxMemory: 1_000 * MEGABYTE, heap: 700 },
  ...{ processes: 1, maxWaiting: 16 },
});

/**
 * Reads a PDF and rewrites it, in a process of its own.
 * @throws {JobProcessEnded} or {QueueFull}
 */
export const readUploadedPdf = (bytes: Uint8Array): Promise<PdfRead> =>
  pool.run({ bytes, maxPages: maxPdfPages, maxText });
