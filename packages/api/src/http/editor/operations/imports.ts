import { ImportPreview, ShownUpload } from '@viewpoints/domain/imports/import-upload';
import { z } from 'zod';
import type { EditorRouter } from '../../../editor-router.ts';
import { exampleId as id, type OperationsOf, Removed } from '../operation.ts';

const ofReferences = {
  options: { kind: 'sources', attribution: 'on_record', disclosure: 'clear' },
  files: [{ name: 'library.json', size: 52_000 }],
} as const;

export const importUploadOperations = {
  list: {
    at: 'GET /editor/import-uploads',
    summary: 'Imports by upload that have not ended',
    answer: z.array(ShownUpload),
  },
  byId: {
    at: 'GET /editor/import-uploads/{id}',
    summary: 'An import by upload with its report, and how many bytes of each file have arrived',
    answer: z.strictObject({
      ...{ upload: ShownUpload, preview: ImportPreview.nullable() },
      arrived: z.array(z.number()),
    }),
    example: { id },
  },
  create: {
    at: 'POST /editor/import-uploads',
    summary: 'Begin an import; its files are sent next, to /imports/uploads/{id}/{number}',
    answer: ShownUpload,
    creates: true,
    example: { ...ofReferences, files: [...ofReferences.files] },
  },
  read: {
    at: 'POST /editor/import-uploads/{id}/read',
    summary: 'Read the files for a report, which writes nothing else',
    answer: ShownUpload,
    example: { id, options: ofReferences.options },
  },
  import: {
    at: 'POST /editor/import-uploads/{id}/import',
    summary: 'Bring in what was read, as drafts or as sources',
    answer: ShownUpload,
    example: { id },
  },
  cancel: {
    at: 'DELETE /editor/import-uploads/{id}',
    summary: 'End an import and remove its files; what has come in by then stays',
    answer: Removed,
    example: { id },
  },
} satisfies OperationsOf<EditorRouter['importUploads']>;
