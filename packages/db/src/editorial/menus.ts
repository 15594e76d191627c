import type { Menus } from '@viewpoints/domain/menus/menu';
import { type MenuRow, menusOf } from '@viewpoints/domain/menus/menu-rows';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';

/** The menus as stored, with the save that a write must name. */
type StoredMenus = { save: number; content: Menus };

export async function getMenus(db: Transaction): Promise<StoredMenus> {
  const row = await db.menus.findUnique({ where: { id: 1 } });
  const rows = await db.menuEntry.findMany({ orderBy: { position: 'asc' } });
  return { save: row?.save ?? 0, content: menusOf(rows as MenuRow[]) };
}

/** The save of the menus, which nobody else writes until the transaction ends. */
export async function lockMenus(tx: Transaction): Promise<number> {
  await tx.menus.createMany({ data: [{ id: 1, save: 0 }], skipDuplicates: true });
  const [row] = await parseRowsIn(
    tx,
    z.object({ save: z.number() }),
    Prisma.sql`SELECT save FROM menus WHERE id = 1 FOR UPDATE`,
  );
  return row?.save ?? 0;
}

/** Writes all entries in place of those before, to the locked menus. */
export async function writeMenuRows(tx: Transaction, rows: readonly MenuRow[]): Promise<void> {
  await tx.menuEntry.deleteMany({});
  await tx.menuEntry.createMany({
    data: rows.map(({ menu, position, under, kind, refId, address, label }) => ({
      ...{ menu, position, under, kind, refId, address, label },
    })),
  });
  await tx.menus.update({ where: { id: 1 }, data: { save: { increment: 1 } } });
}

/** Takes entries out of what readers have, until the menus are saved again. */
export async function withholdMenuEntries(
  tx: Transaction,
  positions: readonly number[],
): Promise<void> {
  await tx.menuEntry.updateMany({
    where: { position: { in: [...positions] } },
    data: { withheld: true },
  });
}
