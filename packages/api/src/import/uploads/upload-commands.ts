import {
  countOpenUploads,
  insertUpload,
  lockUpload,
  type UploadWithPreview,
  writeUpload,
} from '@viewpoints/db/editorial/import-uploads';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { newId } from '@viewpoints/db/editorial/new-id';
import {
  areImportFiles,
  type ImportFile,
  type ImportOptions,
} from '@viewpoints/domain/imports/import-options';
import {
  checkCancellable,
  checkImportable,
  checkReadable,
  type ShownUpload,
} from '@viewpoints/domain/imports/import-upload';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../../command.ts';
import type { Instance } from '../../instance.ts';
import { notFound } from '../../problem.ts';
import { removeUpload, requireWhole, uploadDirectory } from './upload-files.ts';
import { uploadProblem } from './upload-problem.ts';

/** Imports whose files may be on disk at once. */
const maxOpen = 10;

export type UploadContext = CommandContext & { uploads: Instance['uploads'] };

/** Begins an import: its files are sent next. */
export function createUpload(
  ctx: UploadContext,
  { options, files }: { options: ImportOptions; files: readonly ImportFile[] },
): Promise<ShownUpload> {
  return runCommand(ctx, async (command) => {
    permit(command, 'import_upload.begin');
    const { tx, acting, at } = command;
    if (!areImportFiles(options.kind, files)) throw uploadProblem('upload_files_wrong');
    const bytes = files.reduce((all, { size }) => all + size, 0);
    const { maxBytes, hours } = ctx.uploads;
    if (bytes > maxBytes)
      throw uploadProblem('upload_too_large', megabytes(maxBytes), { bytes: maxBytes });
    if ((await countOpenUploads(tx)) >= maxOpen) throw uploadProblem('uploads_open');
    const expiresAt = new Date(at.getTime() + hours * 60 * 60 * 1000);
    const id = newId();
    await record(command, 'import_upload.begin', ['import', id], { kind: options.kind, bytes });
    return insertUpload(tx, { id, options, files, by: acting.id, at, expiresAt });
  });
}

const megabytes = (bytes: number) => `no more than ${Math.floor(bytes / 1024 ** 2)} MB`;

/** Has a job read the files, which writes nothing but a report; again with other options too. */
export async function readUpload(
  ctx: UploadContext,
  { id, options }: { id: string; options: ImportOptions },
): Promise<ShownUpload> {
  return runCommand(ctx, async (command) => {
    permit(command, 'import_upload.begin');
    const found = await lockExisting(command, id);
    const { upload } = found;
    allow(checkReadable({ state: upload.state, hasPreview: found.preview !== null }));
    if (options.kind !== upload.options.kind) throw uploadProblem('upload_files_wrong');
    await requireWhole(uploadDirectory(ctx.uploads.directory, id), upload.files);
    const changed = { state: 'reading' as const, options, done: 0, total: null, problems: [] };
    await writeUpload(command.tx, id, changed);
    await addJob(command.tx, 'import_upload', { uploadId: id }, { key: `upload:${id}` });
    await record(command, 'import_upload.begin', ['import', id], {
      ...{ kind: options.kind, isRead: true },
    });
    return { ...upload, ...changed };
  });
}

/** Has a job bring in what was read. */
export async function startImport(ctx: UploadContext, id: string): Promise<ShownUpload> {
  return runCommand(ctx, async (command) => {
    permit(command, 'import_upload.import');
    const { upload, preview } = await lockExisting(command, id);
    allow(checkImportable({ state: upload.state, hasPreview: preview !== null }));
    await requireWhole(uploadDirectory(ctx.uploads.directory, id), upload.files);
    const changed = { state: 'importing' as const, done: 0, problems: [] };
    await writeUpload(command.tx, id, changed);
    await addJob(command.tx, 'import_upload', { uploadId: id }, { key: `upload:${id}` });
    await record(command, 'import_upload.import', ['import', id], { kind: upload.options.kind });
    return { ...upload, ...changed };
  });
}

/** Ends an import and removes its files; what it has brought in by then stays. */
export async function cancelUpload(ctx: UploadContext, id: string): Promise<{ id: string }> {
  await runCommand(ctx, async (command) => {
    permit(command, 'import_upload.cancel');
    const { upload } = await lockExisting(command, id);
    allow(checkCancellable(upload));
    await writeUpload(command.tx, id, { state: 'cancelled' });
    await record(command, 'import_upload.cancel', ['import', id], { kind: upload.options.kind });
  });
  // What a job is just writing there, or a killed process leaves, the sweep removes.
  await removeUpload(ctx.uploads.directory, id).catch(() => {});
  return { id };
}

async function lockExisting({ tx }: Command, id: string): Promise<UploadWithPreview> {
  const found = await lockUpload(tx, id);
  if (found === null) throw notFound('import');
  return found;
}
