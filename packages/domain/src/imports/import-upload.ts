import { z } from 'zod';
import { type Decision, decide, type Reason, reason } from '../refusal.ts';
import { Id, Instant } from '../values.ts';
import { ImportFile, ImportOptions } from './import-options.ts';
import { ImportPointCode } from './import-points.ts';
import { ImportReport, ReportedItem } from './import-report.ts';

/** Where an import by upload stands. The last three are its ends: its files are gone by then. */
export const UploadState = z.enum([
  'uploading',
  'reading',
  'read',
  'importing',
  'failed',
  'finished',
  'cancelled',
  'expired',
]);
export type UploadState = z.infer<typeof UploadState>;

export const endedUploadStates: readonly UploadState[] = ['finished', 'cancelled', 'expired'];

const Place = z.strictObject({ headline: z.string(), at: z.string(), words: z.string() });

/** A point of the report on all items that have it, with the first of them. */
const PointOfMany = <Code extends z.ZodType>(code: Code) =>
  z.strictObject({ code, count: z.int().min(1), places: z.array(Place) });

const PreviewedItem = ReportedItem.omit({ points: true, foreignId: true });

/** What would become of an upload that has articles. */
const ArticlesPreview = ImportReport.omit({ items: true }).extend({
  of: z.literal('articles'),
  /** Items that were read, and how many of them become articles. */
  items: z.int().min(0),
  comesIn: z.int().min(0),
  words: z.int().min(0),
  pictures: z.int().min(0),
  points: z.array(PointOfMany(ImportPointCode)),
  /** The first of the items, those that do not come in before the others. */
  first: z.array(PreviewedItem),
});
export type ArticlesPreview = z.infer<typeof ArticlesPreview>;

export const ReferencePointCodes = z.enum([
  'title_missing',
  'terms_to_decide',
  'title_cut',
  'authors_cut',
  'date_unreadable',
  'address_unreadable',
]);

/** What would become of a file of references, or became of it. */
const SourcesPreview = z.strictObject({
  of: z.literal('sources'),
  entered: z.int().min(0),
  known: z.int().min(0),
  leftOut: z.int().min(0),
  points: z.array(PointOfMany(ReferencePointCodes)),
  first: z.array(z.strictObject({ title: z.string(), outcome: z.string() })),
});
export type SourcesPreview = z.infer<typeof SourcesPreview>;

export const ImportPreview = z.discriminatedUnion('of', [ArticlesPreview, SourcesPreview]);
export type ImportPreview = z.infer<typeof ImportPreview>;

/** Why a file could not be read, or not be imported. */
export const UploadProblem = z.strictObject({ code: z.string(), message: z.string() });
export type UploadProblem = z.infer<typeof UploadProblem>;

/** An import by upload, as the desk shows it. */
export const ShownUpload = z.strictObject({
  id: Id,
  state: UploadState,
  options: ImportOptions,
  files: z.array(ImportFile),
  startedAt: Instant,
  startedBy: z.strictObject({ id: Id, name: z.string() }),
  /** When its files are removed, whatever it waits for. */
  expiresAt: Instant,
  /** Items that were read or brought in so far, and of how many; null while that is not known. */
  done: z.int().min(0),
  total: z.int().min(0).nullable(),
  problems: z.array(UploadProblem),
  /** The import that its articles belong to, once there is one. */
  runId: Id.nullable(),
});
export type ShownUpload = z.infer<typeof ShownUpload>;

type Upload = Pick<ShownUpload, 'state'> & { hasPreview: boolean };

const ended: Reason = reason('upload_ended', 'This import has ended: its files are removed.');
const busy: Reason = reason('upload_busy', 'This import is at work. Wait for it, or cancel it.');

const reasonsAgainst = ({ state }: Pick<Upload, 'state'>): Reason[] => {
  if (endedUploadStates.includes(state)) return [ended];
  return state === 'reading' || state === 'importing' ? [busy] : [];
};

/** Whether files can be read, for the first time or with other options. */
export const checkReadable = (upload: Upload): Decision => decide(reasonsAgainst(upload));

/** Whether what was read can be brought in. */
export function checkImportable(upload: Upload): Decision {
  const reasons = reasonsAgainst(upload);
  if (reasons.length > 0 || (upload.hasPreview && upload.state !== 'uploading'))
    return decide(reasons);
  return decide([reason('upload_not_read', 'Its files have to be read first.')]);
}

export const checkCancellable = ({ state }: Pick<Upload, 'state'>): Decision =>
  decide(endedUploadStates.includes(state) ? [ended] : []);
