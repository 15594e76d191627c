import {
  type NullResult,
  type NullResultContent,
  NullResultState,
  nullResultContentOf,
  SearchedRegister,
  VerifiedNullResult,
  verifiedNullResultOf,
} from '@viewpoints/domain/null-results/null-result';
import { StoredEdtf } from '@viewpoints/domain/text/edtf';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn } from '../statement.ts';
import { instant } from './instant.ts';
import { newId } from './new-id.ts';

const include = { published: true } as const;
type Row = Prisma.NullResultGetPayload<{ include: typeof include }>;

function nullResultOf(row: Row): NullResult {
  const { id, save, stateReason, authorIds, published } = row;
  return {
    ...nullResultContentOf({ ...row, register: SearchedRegister.parse(row.register) }),
    ...{ id, save, stateReason, authorIds },
    state: NullResultState.parse(row.state),
    proposedBy: row.proposedById,
    createdAt: instant(row.createdAt),
    savedAt: instant(row.savedAt),
    published: published && {
      ...verifiedNullResultOf({
        ...published,
        register: SearchedRegister.parse(published.register),
      }),
      publishedAt: instant(published.publishedAt),
    },
  };
}

export async function findNullResult(db: Transaction, id: string): Promise<NullResult | null> {
  const row = await db.nullResult.findUnique({ where: { id }, include });
  return row && nullResultOf(row);
}

/** A null result until the transaction ends; null where there is none. */
export async function lockNullResult(tx: Transaction, id: string): Promise<NullResult | null> {
  await lockRowsIn(tx, Prisma.sql`select 1 from null_result where id = ${id}::uuid for update`);
  return findNullResult(tx, id);
}

/**
 * Lets one transaction at a time change which names are protected or which null results are public,
 * so that neither misses what the other does. Call it before any row is locked.
 */
export async function lockNullResultNames(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('null_result', 0))`;
}

export async function insertNullResult(
  tx: Transaction,
  { content, proposedBy, at }: { content: NullResultContent; proposedBy: string; at: Date },
): Promise<NullResult> {
  const row = await tx.nullResult.create({
    data: {
      ...{ ...content, id: newId(), save: 1, state: 'proposed', authorIds: [proposedBy] },
      ...{ proposedById: proposedBy, createdAt: at, savedAt: at },
    },
    include,
  });
  return nullResultOf(row);
}

/** Changes columns of a locked null result. */
export async function updateNullResult(
  tx: Transaction,
  id: string,
  data: Partial<NullResultContent> & {
    state?: NullResultState;
    stateReason?: string;
    authorIds?: string[];
    save?: number;
    savedAt: Date;
  },
): Promise<NullResult> {
  return nullResultOf(await tx.nullResult.update({ where: { id }, data, include }));
}

export async function deleteNullResult(tx: Transaction, id: string): Promise<void> {
  await tx.nullResult.delete({ where: { id } });
}

/** Records that somebody verified the present words, without which the database publishes none. */
export async function insertVerification(
  tx: Transaction,
  nullResult: NullResult,
  { verifiedBy, at, alone }: { verifiedBy: string; at: Date; alone: boolean },
): Promise<void> {
  await tx.nullResultVerification.create({
    data: {
      ...{ id: newId(), nullResultId: nullResult.id, authorIds: nullResult.authorIds },
      words: VerifiedNullResult.extend({ asOf: StoredEdtf }).parse(
        verifiedNullResultOf(nullResult),
      ),
      ...{ verifiedById: verifiedBy, verifiedAt: at, alone },
    },
  });
}

/** What the audit record calls null results: by their actors and issues. */
export async function listNullResultNames(
  db: Transaction,
  ids: readonly string[],
): Promise<[id: string, name: string][]> {
  const rows = await db.nullResult.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, actor: { select: { name: true } }, issue: { select: { name: true } } },
  });
  return rows.map(({ id, actor, issue }) => [id, `${actor.name}: ${issue.name}`]);
}
