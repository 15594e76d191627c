import {
  deleteUploadsBefore,
  expireUploads,
  listOpenUploadIds,
} from '@viewpoints/db/editorial/import-uploads';
import type { JobContext } from '../../jobs/job-context.ts';
import { sweepUploadFiles } from './upload-files.ts';

/** How long an import by upload is remembered after its end. */
const kept = 90 * 24 * 60 * 60 * 1000;

/** Ends uploads whose time is over, and removes files of all that ended, also after a killed process. */
export async function sweepUploads(
  { editorial, instance }: Pick<JobContext, 'editorial' | 'instance'>,
  now: Date,
): Promise<void> {
  await expireUploads(editorial, now);
  const directory = instance?.uploads?.directory;
  if (directory !== undefined)
    await sweepUploadFiles(directory, (ids) => listOpenUploadIds(editorial, ids));
  await deleteUploadsBefore(editorial, new Date(now.getTime() - kept));
}
