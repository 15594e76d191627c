import type {
  SourceDescription,
  SourceDescriptionContent,
} from '@viewpoints/domain/sources/source-description';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn } from '../statement.ts';
import { instant, instantOrNull } from './instant.ts';

export async function insertSourceDescription(
  tx: Transaction,
  { id, content, by, at }: { id: string; content: SourceDescriptionContent; by: string; at: Date },
): Promise<SourceDescription> {
  return descriptionOf(
    await tx.sourceDescription.create({
      data: { id, ...content, describedById: by, createdAt: at },
    }),
  );
}

export async function lockSourceDescription(
  tx: Transaction,
  id: string,
): Promise<SourceDescription | null> {
  await lockRowsIn(
    tx,
    Prisma.sql`select 1 from source_description where id = ${id}::uuid for update`,
  );
  const row = await tx.sourceDescription.findUnique({ where: { id } });
  return row === null ? null : descriptionOf(row);
}

/** Notes what became of it: a source, or nothing where it was dismissed. */
export async function resolveSourceDescription(
  tx: Transaction,
  id: string,
  { by, at, sourceId }: { by: string; at: Date; sourceId: string | null },
): Promise<SourceDescription> {
  return descriptionOf(
    await tx.sourceDescription.update({
      where: { id },
      data: { settledAt: at, settledById: by, sourceId },
    }),
  );
}

/** A description that waits, as the desk shows it. */
export type WaitingDescription = {
  id: string;
  what: string;
  terms: string;
  article: { id: string; headline: string } | null;
  describedBy: { id: string; name: string };
  createdAt: string;
};

/** Descriptions that are not resolved yet, oldest first. */
export async function listWaitingDescriptions(
  db: Transaction,
  where: Prisma.SourceDescriptionWhereInput,
  limit: number,
): Promise<WaitingDescription[]> {
  const rows = await db.sourceDescription.findMany({
    where: { settledAt: null, ...where },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: {
      ...{ id: true, what: true, terms: true, createdAt: true },
      article: { select: { id: true, headline: true } },
      describedBy: { select: { id: true, name: true } },
    },
  });
  return rows.map((row) => ({ ...row, createdAt: instant(row.createdAt) }));
}

function descriptionOf(row: Prisma.SourceDescriptionGetPayload<object>): SourceDescription {
  const { describedById, settledById, createdAt, settledAt, ...columns } = row;
  return {
    ...columns,
    describedBy: describedById,
    createdAt: instant(createdAt),
    settledAt: instantOrNull(settledAt),
    settledBy: settledById,
  };
}
