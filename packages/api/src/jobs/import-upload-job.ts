import { findAccount } from '@viewpoints/db/editorial/accounts';
import {
  findUpload,
  lockUpload,
  type UploadChange,
  writeUpload,
  writeUploadProgress,
} from '@viewpoints/db/editorial/import-uploads';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { insertImportNotification } from '@viewpoints/db/editorial/notifications';
import type { ShownUpload, UploadState } from '@viewpoints/domain/imports/import-upload';
import { type CommandContext, runCommand } from '../command.ts';
import {
  bringInUpload,
  previewUpload,
  type UploadWork,
} from '../import/uploads/carry-out-upload.ts';
import { removeUpload, requireWhole, uploadDirectory } from '../import/uploads/upload-files.ts';
import { uploadProblem } from '../import/uploads/upload-problem.ts';
import { ProblemError } from '../problem.ts';
import type { JobContext } from './job-context.ts';
import { asSystem } from './system-account.ts';

/** How a job is run: which attempt it is, and what ends it while the process shuts down. */
export type JobRun = { attempt: number; signal: AbortSignal | undefined };

/** Attempts after which a failure that is not about the files is told. */
const maxAttempts = 5;

/** Milliseconds between two notes of how far it is. */
const noted = 1000;

/** Ends the work on an upload that was cancelled meanwhile. */
class Cancelled extends Error {}

/**
 * Reads the files of an upload for its report, or brings them in, in the name of who began it. One that is
 * killed and run again goes on where it was. Its files are removed once they are brought in.
 */
export async function importUploadJob(
  context: JobContext,
  { uploadId }: { uploadId: string },
  run: JobRun = { attempt: 1, signal: undefined },
): Promise<void> {
  const found = await findUpload(context.editorial, uploadId);
  const state = found?.upload.state;
  if (found === null || (state !== 'reading' && state !== 'importing')) return;
  const { upload } = found;
  try {
    await carryOut(context, { ...upload, state }, run.signal);
  } catch (error) {
    if (error instanceof Cancelled) return;
    const problem = await problemToTell(context, upload.id, error, run.attempt);
    if (problem === null) throw error;
    const problems = problem.reasons.slice(0, 5).map(({ code, message }) => ({ code, message }));
    await end(context, { ...upload, state }, { state: 'failed', problems });
  }
}

/**
 * The failure as whoever began it is told it; null to try again. What fails since its files are gone with
 * a cancelled import is told nobody.
 */
async function problemToTell(
  { editorial }: JobContext,
  id: string,
  error: unknown,
  attempt: number,
): Promise<ProblemError | null> {
  const isOver = (await findUpload(editorial, id))?.upload.state === 'cancelled';
  if (isOver) return uploadProblem('upload_files_gone');
  const isRefusal = error instanceof ProblemError && error.reasons.length > 0;
  if (isRefusal && error.code !== 'unavailable' && error.code !== 'unexpected') return error;
  return attempt >= maxAttempts ? uploadProblem('upload_given_up') : null;
}

type AtWork = ShownUpload & { state: 'reading' | 'importing' };

async function carryOut(
  context: JobContext,
  upload: AtWork,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { uploads, media } = context.instance ?? {};
  if (uploads === undefined || media === undefined)
    throw new Error('There is no directory of uploads.');
  const directory = uploadDirectory(uploads.directory, upload.id);
  await requireWhole(directory, upload.files);
  const ctx = {
    ...(await asStarter(context, upload)),
    instance: { ...context.instance, media },
  };
  const work: UploadWork = {
    ...{ ctx, directory, upload },
    onItem: progressOf(context, upload, signal),
    onBegun: async ({ id: runId }) => {
      await runCommand(asSystem(context), ({ tx }) => writeUpload(tx, upload.id, { runId }));
    },
  };
  const changed = await (upload.state === 'reading' ? previewUpload(work) : bringInUpload(work));
  await end(context, upload, changed);
  if (upload.state === 'importing') await removeUpload(uploads.directory, upload.id);
}

/** Notes how far it is now and then; throws once it was cancelled, or the process is to end. */
function progressOf(
  { editorial }: JobContext,
  { id, state }: AtWork,
  signal: AbortSignal | undefined,
): (done: number) => Promise<void> {
  let last = 0;
  return async (done) => {
    if (signal?.aborted === true) throw new Error('The process is ending: it is run again.');
    if (Date.now() - last < noted) return;
    last = Date.now();
    if (!(await writeUploadProgress(editorial, id, { state, done }))) throw new Cancelled();
  };
}

/** The context of who began an import, with the roles that they have now. */
async function asStarter(context: JobContext, { startedBy }: ShownUpload): Promise<CommandContext> {
  const account = await findAccount(context.editorial, startedBy.id);
  if (account === null || account.disabledAt !== null)
    throw uploadProblem('upload_account_disabled');
  return { ...asSystem(context), account };
}

/** Notes what came of it, unless it was cancelled meanwhile, and notifies who began it. */
async function end(
  context: JobContext,
  { id, state, startedBy }: AtWork,
  changed: UploadChange & { state: UploadState },
): Promise<void> {
  await runCommand(asSystem(context), async ({ tx, at }) => {
    const now = await lockUpload(tx, id);
    if (now?.upload.state !== state) return;
    await writeUpload(tx, id, changed);
    const kind = changed.state === 'failed' ? 'import_failed' : 'import_finished';
    // That a report is there is seen on the open page; a failure of it is worth a message as well.
    if (changed.state === 'read') return;
    const notificationIds = await insertImportNotification(tx, {
      ...{ kind, accountId: startedBy.id, occasion: `${id} ${at.toISOString()}`, at },
    });
    if (notificationIds.length > 0) await addJob(tx, 'send_notifications', { notificationIds });
  });
}
