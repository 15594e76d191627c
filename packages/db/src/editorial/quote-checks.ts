import type { Role } from '@viewpoints/domain/accounts/account';
import type { QuoteAnswerKind } from '@viewpoints/domain/findings/quote-check';
import type { Transaction } from '../client.ts';
import { instant, instantOrNull } from './instant.ts';

/** A link to a passage as commands see it; its secret is stored nowhere. */
export type QuoteCheckRow = {
  id: string;
  findingId: string;
  wordsHash: string;
  /** Who made it, with what decides whether it still works: it ends with their access. */
  madeBy: { id: string; name: string; roles: Role[]; isDisabled: boolean };
  madeAt: string;
  expiresAt: string;
  revokedAt: string | null;
  answer: { kind: QuoteAnswerKind; said: string; at: string } | null;
  answers: number;
};

const include = {
  madeBy: { select: { id: true, name: true, roles: true, disabledAt: true } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

const findRow = (db: Transaction, where: { id: string } | { tokenHash: string }) =>
  db.quoteCheck.findUnique({ where: where as { id: string }, include });

const rowOf = (row: Row): QuoteCheckRow => ({
  ...{ id: row.id, findingId: row.findingId, wordsHash: row.wordsHash, answers: row.answers },
  madeBy: {
    ...{ id: row.madeBy.id, name: row.madeBy.name, roles: row.madeBy.roles },
    isDisabled: row.madeBy.disabledAt !== null,
  },
  madeAt: instant(row.madeAt),
  expiresAt: instant(row.expiresAt),
  revokedAt: instantOrNull(row.revokedAt),
  answer:
    row.answer === null || row.answeredAt === null
      ? null
      : { kind: row.answer, said: row.said, at: instant(row.answeredAt) },
});

/** A quote check by its id or by the hash of its secret; null if there is none. */
export async function findQuoteCheck(
  db: Transaction,
  where: { id: string } | { tokenHash: string },
): Promise<QuoteCheckRow | null> {
  const row = await findRow(db, where);
  return row && rowOf(row);
}

/** The quote checks of a finding, the newest first. */
export async function listQuoteChecks(
  db: Transaction,
  findingId: string,
): Promise<QuoteCheckRow[]> {
  const rows = await db.quoteCheck.findMany({
    where: { findingId },
    orderBy: [{ madeAt: 'desc' }, { id: 'asc' }],
    include,
  });
  return rows.map(rowOf);
}

/** Quote checks of a finding that ended without an answer, which the next one replaces. */
const endedUnanswered = (findingId: string, at: Date) => ({
  ...{ findingId, answer: null },
  OR: [{ revokedAt: { not: null } }, { expiresAt: { lte: at } }],
});

/** How many quote checks of a finding there are, without those that ended without an answer. */
export const countQuoteChecks = (db: Transaction, findingId: string, at: Date): Promise<number> =>
  db.quoteCheck.count({ where: { findingId, NOT: endedUnanswered(findingId, at) } });

/** Adds a quote check, and drops those of its finding that ended without an answer. */
export async function insertQuoteCheck(
  tx: Transaction,
  check: {
    id: string;
    findingId: string;
    tokenHash: string;
    wordsHash: string;
    madeById: string;
    madeAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await tx.quoteCheck.deleteMany({ where: endedUnanswered(check.findingId, check.madeAt) });
  await tx.quoteCheck.create({ data: check });
}

export async function writeQuoteAnswer(
  tx: Transaction,
  { id, kind, said, at }: { id: string; kind: QuoteAnswerKind; said: string; at: Date },
): Promise<void> {
  await tx.quoteCheck.update({
    where: { id },
    data: { answer: kind, said, answeredAt: at, answers: { increment: 1 } },
  });
}

/** Revokes the open quote checks of an account; returns them with their findings and articles. */
export async function revokeQuoteChecksOf(
  tx: Transaction,
  { accountId, at }: { accountId: string; at: Date },
): Promise<{ id: string; findingId: string; articleId: string }[]> {
  const rows = await tx.quoteCheck.updateManyAndReturn({
    where: { madeById: accountId, revokedAt: null, expiresAt: { gt: at } },
    data: { revokedAt: at },
    select: { id: true, findingId: true, finding: { select: { articleId: true } } },
  });
  return rows.map(({ finding, ...row }) => ({ ...row, articleId: finding.articleId }));
}

export async function revokeQuoteCheck(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.quoteCheck.update({ where: { id }, data: { revokedAt: at } });
}

export async function deleteQuoteCheck(tx: Transaction, id: string): Promise<void> {
  await tx.quoteCheck.delete({ where: { id } });
}
