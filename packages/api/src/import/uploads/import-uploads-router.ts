import { findUpload, listUploads } from '@viewpoints/db/editorial/import-uploads';
import {
  ImportFile,
  ImportOptions,
  maxImportFiles,
} from '@viewpoints/domain/imports/import-options';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { notFound } from '../../problem.ts';
import { permitted, router } from '../../trpc.ts';
import {
  cancelUpload,
  createUpload,
  readUpload,
  startImport,
  type UploadContext,
} from './upload-commands.ts';
import { arrivedSizes, uploadDirectory } from './upload-files.ts';

const OneUpload = z.strictObject({ id: Id });

/** Uploads that are shown at most. */
const shown = 50;

type Context = Omit<UploadContext, 'uploads'> & { instance: Pick<UploadContext, 'uploads'> };
const inUploads = <Ctx extends Context>(ctx: Ctx): UploadContext => ({
  ...ctx,
  uploads: ctx.instance.uploads,
});

/** Imports by upload: files are sent to `PUT /imports/uploads/{id}/{number}`, read, and brought in. */
export const importUploadsRouter = router({
  list: permitted('import_upload.list').query(({ ctx }) => listUploads(ctx.editorial, shown)),
  byId: permitted('import_upload.list')
    .input(OneUpload)
    .query(async ({ ctx: { editorial, instance }, input: { id } }) => {
      const found = await findUpload(editorial, id);
      if (found === null) throw notFound('import');
      const directory = uploadDirectory(instance.uploads.directory, id);
      return { ...found, arrived: await arrivedSizes(directory, found.upload.files) };
    }),
  create: permitted('import_upload.begin')
    .input(
      z.strictObject({
        options: ImportOptions,
        files: z.array(ImportFile).min(1).max(maxImportFiles),
      }),
    )
    .mutation(({ ctx, input }) => createUpload(inUploads(ctx), input)),
  read: permitted('import_upload.begin')
    .input(OneUpload.extend({ options: ImportOptions }))
    .mutation(({ ctx, input }) => readUpload(inUploads(ctx), input)),
  import: permitted('import_upload.import')
    .input(OneUpload)
    .mutation(({ ctx, input }) => startImport(inUploads(ctx), input.id)),
  cancel: permitted('import_upload.cancel')
    .input(OneUpload)
    .mutation(({ ctx, input }) => cancelUpload(inUploads(ctx), input.id)),
});
