import { ImportFile, ImportOptions } from '@viewpoints/domain/imports/import-options';
import {
  endedUploadStates,
  ImportPreview,
  type ShownUpload,
  UploadProblem,
  UploadState,
} from '@viewpoints/domain/imports/import-upload';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn } from '../statement.ts';
import { instant } from './instant.ts';

const { sql } = Prisma;

const day = 24 * 60 * 60 * 1000;

const startedBy = { select: { id: true, name: true } } as const;
type Row = Prisma.ImportUploadGetPayload<{ include: { startedBy: typeof startedBy } }>;

const shown = ({ preview: _, startedById: __, ...row }: Row): ShownUpload => ({
  ...row,
  state: UploadState.parse(row.state),
  options: ImportOptions.parse(row.options),
  files: z.array(ImportFile).parse(row.files),
  problems: z.array(UploadProblem).parse(row.problems),
  startedAt: instant(row.startedAt),
  expiresAt: instant(row.expiresAt),
});

export type NewUpload = {
  id: string;
  options: ImportOptions;
  files: readonly ImportFile[];
  by: string;
  at: Date;
  expiresAt: Date;
};

/** Notes an import whose files are about to be sent. */
export async function insertUpload(tx: Transaction, upload: NewUpload): Promise<ShownUpload> {
  const { id, options, files, by, at, expiresAt } = upload;
  return shown(
    await tx.importUpload.create({
      data: {
        ...{ id, options, files: [...files], expiresAt, problems: [] },
        ...{ state: 'uploading', startedById: by, startedAt: at },
      },
      include: { startedBy },
    }),
  );
}

export type UploadWithPreview = { upload: ShownUpload; preview: ImportPreview | null };

export async function findUpload(db: Transaction, id: string): Promise<UploadWithPreview | null> {
  const row = await db.importUpload.findUnique({ where: { id }, include: { startedBy } });
  if (row === null) return null;
  const preview = row.preview === null ? null : ImportPreview.parse(row.preview);
  return { upload: shown(row), preview };
}

/** Locks an upload (`FOR UPDATE`); null if there is none. */
export async function lockUpload(tx: Transaction, id: string): Promise<UploadWithPreview | null> {
  await lockRowsIn(tx, sql`select 1 from import_upload where id = ${id}::uuid for update`);
  return findUpload(tx, id);
}

/** The last uploads that have not ended, and files of references that were brought in. */
export async function listUploads(db: Transaction, limit: number): Promise<ShownUpload[]> {
  const rows = await db.importUpload.findMany({
    where: {
      OR: [
        { state: { notIn: [...endedUploadStates] } },
        { state: 'finished', options: { path: ['kind'], equals: 'sources' } },
      ],
    },
    include: { startedBy },
    omit: { preview: true },
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map((row) => shown({ ...row, preview: null }));
}

/** How many uploads have files on disk, or will. */
export const countOpenUploads = (db: Transaction): Promise<number> =>
  db.importUpload.count({ where: { state: { notIn: [...endedUploadStates] } } });

export type UploadChange = Partial<
  Pick<ShownUpload, 'state' | 'options' | 'done' | 'total' | 'problems' | 'runId'>
> & { preview?: ImportPreview | null };

/** Changes an upload, which the caller has locked. */
export async function writeUpload(
  tx: Transaction,
  id: string,
  { preview, ...changed }: UploadChange,
): Promise<void> {
  await tx.importUpload.update({
    where: { id },
    data: {
      ...changed,
      ...(preview === undefined ? {} : { preview: preview ?? Prisma.DbNull }),
    },
    select: { id: true },
  });
}

/** Notes how far a job is; false if the upload is no longer in the state that the job works on. */
export async function writeUploadProgress(
  db: Transaction,
  id: string,
  { state, done }: { state: UploadState; done: number },
): Promise<boolean> {
  const { count } = await db.importUpload.updateMany({ where: { id, state }, data: { done } });
  return count > 0;
}

/** Ends uploads whose time is over; those that a job is at have a day more. */
export async function expireUploads(db: Transaction, now: Date): Promise<void> {
  await db.importUpload.updateMany({
    where: {
      OR: [
        { expiresAt: { lte: now }, state: { in: ['uploading', 'read', 'failed'] } },
        {
          expiresAt: { lte: new Date(now.getTime() - day) },
          state: { in: ['reading', 'importing'] },
        },
      ],
    },
    data: { state: 'expired' },
  });
}

/** Which of these uploads may have files. */
export async function listOpenUploadIds(
  db: Transaction,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await db.importUpload.findMany({
    where: { id: { in: [...ids] }, state: { notIn: [...endedUploadStates] } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Forgets uploads that ended, begun before a moment. */
export async function deleteUploadsBefore(db: Transaction, before: Date): Promise<void> {
  await db.importUpload.deleteMany({
    where: { state: { in: [...endedUploadStates] }, startedAt: { lt: before } },
  });
}

/** Whether an upload brings articles into an import at the moment. */
export const isBeingImported = async (db: Transaction, runId: string): Promise<boolean> =>
  (await db.importUpload.count({ where: { runId, state: 'importing' } })) > 0;
