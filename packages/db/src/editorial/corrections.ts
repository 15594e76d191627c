import type { Correction } from '@viewpoints/domain/corrections/correction';
import type { Transaction } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { dateOrNull, instant, instantOrNull } from './instant.ts';

/** Corrections of an article, newest first. */
export async function listCorrections(db: Transaction, articleId: string): Promise<Correction[]> {
  const rows = await db.correction.findMany({
    where: { articleId },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
  });
  return rows.map(correctionOf);
}

const correctionOf = ({
  byId,
  at,
  redactedAt,
  ...row
}: Prisma.CorrectionGetPayload<object>): Correction => ({
  ...row,
  by: byId,
  at: instant(at),
  redactedAt: instantOrNull(redactedAt),
});

export async function findCorrection(db: Transaction, id: string): Promise<Correction | null> {
  const row = await db.correction.findUnique({ where: { id } });
  return row === null ? null : correctionOf(row);
}

export async function insertCorrections(
  tx: Transaction,
  corrections: readonly Omit<Correction, 'redactedAt'>[],
): Promise<void> {
  await tx.correction.createMany({
    data: corrections.map(({ by, at, ...columns }) => ({ ...columns, byId: by, at: new Date(at) })),
  });
}

export type Retraction = {
  why: string;
  at: string;
  by: string;
  /** When its reason was taken away from readers. */
  redactedAt: string | null;
  text: RetractedText;
};

/**
 * Whether readers have the text of a retracted article, marked as retracted: taken away by one person,
 * shown again by two.
 */
export type RetractedText = {
  requestedBy: string | null;
  confirmedBy: string | null;
  shownAt: string | null;
};

export async function findRetraction(
  db: Transaction,
  articleId: string,
): Promise<Retraction | null> {
  const row = await db.retraction.findUnique({ where: { articleId } });
  return row === null
    ? null
    : {
        ...{ why: row.why, at: instant(row.at), by: row.byId },
        redactedAt: instantOrNull(row.redactedAt),
        text: {
          requestedBy: row.textRequestedById,
          confirmedBy: row.textConfirmedById,
          shownAt: instantOrNull(row.textShownAt),
        },
      };
}

/** Writes whether the text of a retracted article is shown. The article must be locked. */
export async function writeRetractedText(
  tx: Transaction,
  articleId: string,
  { requestedBy, confirmedBy, shownAt }: RetractedText,
): Promise<void> {
  await tx.retraction.update({
    where: { articleId },
    data: {
      ...{ textRequestedById: requestedBy, textConfirmedById: confirmedBy },
      textShownAt: dateOrNull(shownAt),
    },
  });
}

/** Stores why an article was retracted; a later reason replaces the first. */
export async function writeRetractionReason(
  tx: Transaction,
  { articleId, why, at, by, redactedAt }: Omit<Retraction, 'text'> & { articleId: string },
): Promise<void> {
  const columns = { why, redactedAt: dateOrNull(redactedAt) };
  await tx.retraction.upsert({
    where: { articleId },
    create: { articleId, ...columns, at: new Date(at), byId: by },
    update: columns,
  });
}
