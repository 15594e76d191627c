import type { ImportFile, ImportOptions } from '@viewpoints/domain/imports/import-options';
import { JobProcess, JobProcessEnded } from '@viewpoints/pictures/job-process';
import { ProblemError } from '../../problem.ts';
import { applyChoices } from '../core/apply-choices.ts';
import type { ForeignItem, ForeignSource } from '../core/foreign-source.ts';
import { Points } from '../core/points.ts';
import type { OpenedFiles, ReaderJob, ReaderResult, SentItem } from './reader-job.ts';
import { uploadProblem } from './upload-problem.ts';

const MEGABYTE = 1024 * 1024;

/** Milliseconds for one step, the most memory, and the heap in it, in megabytes. */
const readerLimits = { timeout: 600_000, maxMemory: 1_000 * MEGABYTE, heap: 700, idle: 600_000 };

/** The files of an upload, opened in a process of their own. */
export type OpenedUpload =
  | { of: 'articles'; source: ForeignSource; pictures: string | null; close: () => void }
  | { of: 'sources'; references: unknown[]; close: () => void };

/**
 * Opens the files of an upload in a process of its own: what takes too much time or memory, or crashes,
 * ends that process alone. It has to be closed.
 * @throws {ProblemError} if they cannot be read
 */
export async function openUpload(
  directory: string,
  options: ImportOptions,
  files: readonly ImportFile[],
): Promise<OpenedUpload> {
  const reader = new JobProcess<ReaderJob, ReaderResult>({
    program: new URL('./reader-process.ts', import.meta.url),
    ...readerLimits,
  });
  const ask = async (job: ReaderJob): Promise<ReaderResult> => {
    const result = await reader.run(job).catch((error: unknown) => {
      throw error instanceof JobProcessEnded ? uploadProblem('upload_reader_ended') : error;
    });
    if (result.of === 'problem') throw new ProblemError(result.code, result.reasons);
    return result;
  };
  const close = () => reader.stop();
  try {
    const opened = await ask({ op: 'open', directory, options, files });
    if (opened.of === 'sources') return { ...opened, close };
    if (opened.of !== 'articles' || options.kind === 'sources') throw new Error('not opened');
    const source = applyChoices(sourceOf(opened, ask), options);
    return { of: 'articles', source, pictures: opened.pictures, close };
  } catch (error) {
    close();
    throw error;
  }
}

const sourceOf = (
  { key, site, otherFields = [] }: OpenedFiles,
  ask: (job: ReaderJob) => Promise<ReaderResult>,
): ForeignSource => ({
  ...{ key, site, otherFields },
  items: async function* (onForbidden) {
    for (;;) {
      const next = await ask({ op: 'next' });
      if (next.of !== 'items') throw new Error('no items');
      for (const [line, count] of next.forbidden) onForbidden(line, count);
      for (const item of next.items) yield received(item);
      if (next.isEnd) return;
    }
  },
});

const received = ({ mapped, ...item }: SentItem): ForeignItem => ({
  ...item,
  map: () => {
    if (mapped === null) throw new Error('It does not come in.');
    return { ...mapped, points: Points.of(mapped.points) };
  },
});
