import type { Role } from '@viewpoints/domain/accounts/account';
import type { Transaction } from '../client.ts';
import { instant, instantOrNull } from './instant.ts';

/** A link to a preview as commands see it; its secret is stored nowhere. */
export type PreviewLinkRow = {
  id: string;
  articleId: string;
  revision: { id: string; number: number };
  termsHash: string;
  label: string;
  /** Who made it, with what decides whether it still works: it ends with their access. */
  madeBy: { id: string; name: string; roles: Role[]; isDisabled: boolean };
  madeAt: string;
  expiresAt: string;
  revokedAt: string | null;
  /** How many comments came by it. */
  comments: number;
};

const include = {
  madeBy: { select: { id: true, name: true, roles: true, disabledAt: true } },
  revision: { select: { id: true, number: true } },
  _count: { select: { comments: true } },
} as const;

const findRow = (db: Transaction, where: { id: string } | { tokenHash: string }) =>
  db.previewLink.findUnique({ where: where as { id: string }, include });

const rowOf = (row: NonNullable<Awaited<ReturnType<typeof findRow>>>): PreviewLinkRow => ({
  ...{ id: row.id, articleId: row.articleId, revision: row.revision, label: row.label },
  termsHash: row.termsHash,
  madeBy: {
    ...{ id: row.madeBy.id, name: row.madeBy.name, roles: row.madeBy.roles },
    isDisabled: row.madeBy.disabledAt !== null,
  },
  madeAt: instant(row.madeAt),
  expiresAt: instant(row.expiresAt),
  revokedAt: instantOrNull(row.revokedAt),
  comments: row._count.comments,
});

/** A link by its id or by the hash of its secret; null if there is none. */
export async function findPreviewLink(
  db: Transaction,
  where: { id: string } | { tokenHash: string },
): Promise<PreviewLinkRow | null> {
  const row = await findRow(db, where);
  return row && rowOf(row);
}

/** The links of an article, the newest first. */
export async function listPreviewLinks(
  db: Transaction,
  articleId: string,
): Promise<PreviewLinkRow[]> {
  const rows = await db.previewLink.findMany({
    where: { articleId },
    orderBy: [{ madeAt: 'desc' }, { id: 'asc' }],
    include,
  });
  return rows.map(rowOf);
}

/** Adds a link, and drops those of its article that ended and by which no comment came. */
export async function insertPreviewLink(
  tx: Transaction,
  link: {
    id: string;
    articleId: string;
    revisionId: string;
    tokenHash: string;
    termsHash: string;
    label: string;
    madeById: string;
    madeAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await tx.previewLink.deleteMany({
    where: {
      ...{ articleId: link.articleId, comments: { none: {} } },
      OR: [{ revokedAt: { not: null } }, { expiresAt: { lte: link.madeAt } }],
    },
  });
  await tx.previewLink.create({ data: link });
}

/** Revokes the open preview links of an account; returns them with their articles. */
export function revokePreviewLinksOf(
  tx: Transaction,
  { accountId, at }: { accountId: string; at: Date },
): Promise<{ id: string; articleId: string }[]> {
  return tx.previewLink.updateManyAndReturn({
    where: { madeById: accountId, revokedAt: null, expiresAt: { gt: at } },
    data: { revokedAt: at },
    select: { id: true, articleId: true },
  });
}

export async function revokePreviewLink(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.previewLink.update({ where: { id }, data: { revokedAt: at } });
}
