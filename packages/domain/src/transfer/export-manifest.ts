import { z } from 'zod';
import { Id } from '../values.ts';

/** What exports are called in their manifest, and the version of how they are laid out. */
export const exportFormat = 'viewpoints-export';
export const exportVersion = 1;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What an export holds: it is written last, so that one without it is not whole. */
export const ExportManifest = z.strictObject({
  format: z.literal(exportFormat),
  version: z.literal(exportVersion),
  /** The newest migration of the version that made it, which decides what its tables hold. */
  migration: z.string().max(200),
  files: z.array(
    z.strictObject({
      name: z.string().max(100),
      bytes: z.int().min(0),
      sha256: Sha256,
      /** Of a table; null for any other file. */
      rows: z.int().min(0).nullable(),
    }),
  ),
  /** Pictures and files that rows name and storage did not have. */
  missingMedia: z.array(Id),
});
export type ExportManifest = z.infer<typeof ExportManifest>;
export type ExportedFile = ExportManifest['files'][number];

/** What an export of what readers may see is called, and the version of how it is laid out. */
export const publicExportFormat = 'viewpoints-public-export';
export const publicExportVersion = 1;

export const PublicManifest = ExportManifest.omit({ migration: true }).extend({
  format: z.literal(publicExportFormat),
  version: z.literal(publicExportVersion),
  files: z.array(ExportManifest.shape.files.element.extend({ name: z.string().max(500) })),
});
export type PublicManifest = z.infer<typeof PublicManifest>;
