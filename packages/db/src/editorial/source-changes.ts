import { type SourceContent, StoredSourceContent } from '@viewpoints/domain/sources/source';
import type { Transaction } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { instant } from './instant.ts';

/** A change of a source that waits for a second person. Protected. */
export type SourceChange = {
  sourceId: string;
  content: SourceContent;
  /** The fields that wait. */
  fields: string[];
  /** The save of the source that it was made on. */
  save: number;
  recordedBy: { id: string; name: string };
  recordedAt: string;
};

export async function findSourceChange(
  db: Transaction,
  sourceId: string,
): Promise<SourceChange | null> {
  const row = await db.sourceChange.findUnique({
    where: { sourceId },
    include: { recordedBy: { select: { id: true, name: true } } },
  });
  if (row === null) return null;
  const { recordedById: _, content, recordedAt, ...columns } = row;
  return {
    ...columns,
    content: StoredSourceContent.parse(content),
    recordedAt: instant(recordedAt),
  };
}

/** Stores the pending change of a source; an earlier one is replaced. */
export async function writeSourceChange(
  tx: Transaction,
  { sourceId, content, fields, save }: Omit<SourceChange, 'recordedBy' | 'recordedAt'>,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  const columns = {
    ...{ content: content as Prisma.InputJsonValue, fields, save },
    ...{ recordedById: by, recordedAt: at },
  };
  await tx.sourceChange.upsert({
    where: { sourceId },
    create: { sourceId, ...columns },
    update: columns,
  });
}

/** Removes the change that waits for a source; false if none does. */
export async function deleteSourceChange(tx: Transaction, sourceId: string): Promise<boolean> {
  const { count } = await tx.sourceChange.deleteMany({ where: { sourceId } });
  return count > 0;
}

/** Changes that wait for a second person, oldest first, with the title of their source. */
export async function listSourceChanges(
  db: Transaction,
  limit: number,
): Promise<
  (Pick<SourceChange, 'sourceId' | 'fields' | 'recordedBy' | 'recordedAt'> & { title: string })[]
> {
  const rows = await db.sourceChange.findMany({
    orderBy: [{ recordedAt: 'asc' }, { sourceId: 'asc' }],
    take: limit,
    select: {
      ...{ sourceId: true, fields: true, recordedAt: true },
      recordedBy: { select: { id: true, name: true } },
      source: { select: { title: true } },
    },
  });
  return rows.map(({ source, recordedAt, ...row }) => ({
    ...row,
    recordedAt: instant(recordedAt),
    title: source.title,
  }));
}
