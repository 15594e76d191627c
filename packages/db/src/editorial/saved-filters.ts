import { type FilteredList, SavedFilter } from '@viewpoints/domain/desk/saved-filter';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn } from '../statement.ts';

const columns = { id: true, list: true, name: true, filter: true } as const;

/** The saved filters of an account for one list, by name. */
export async function listSavedFilters(
  db: Transaction,
  accountId: string,
  list: FilteredList,
): Promise<SavedFilter[]> {
  const rows = await db.savedFilter.findMany({
    where: { accountId, list },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map((row) => SavedFilter.parse(row));
}

/** Locks the saved filters of an account, so that two calls at once stay within the limit. */
export async function lockSavedFilters(tx: Transaction, accountId: string): Promise<void> {
  await lockRowsIn(
    tx,
    Prisma.sql`select 1 from account where id = ${accountId}::uuid for no key update`,
  );
}

export async function insertSavedFilter(
  tx: Transaction,
  accountId: string,
  { filter: { id, list, name, filter }, at }: { filter: SavedFilter; at: Date },
): Promise<void> {
  await tx.savedFilter.create({ data: { id, accountId, list, name, filter, createdAt: at } });
}

/** A saved filter of an account; null if it is another's, or gone. */
export async function findSavedFilter(
  db: Transaction,
  accountId: string,
  id: string,
): Promise<SavedFilter | null> {
  const row = await db.savedFilter.findFirst({ where: { id, accountId }, select: columns });
  return row === null ? null : SavedFilter.parse(row);
}

export async function renameSavedFilter(tx: Transaction, id: string, name: string): Promise<void> {
  await tx.savedFilter.update({ where: { id }, data: { name } });
}

export async function deleteSavedFilter(tx: Transaction, id: string): Promise<void> {
  await tx.savedFilter.delete({ where: { id } });
}
