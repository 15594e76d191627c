import { HouseStyle, type HouseStyleTable } from '@viewpoints/domain/advice/house-style';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';

/** The house style; empty, with save 0, until it is first written. */
export async function getHouseStyle(db: Transaction): Promise<HouseStyleTable> {
  const row = await db.houseStyleTable.findUnique({ where: { id: 1 } });
  return row === null
    ? { rules: [], save: 0 }
    : { rules: HouseStyle.parse(row.rules), save: row.save };
}

/** Writes the house style if it was not saved since `seen`; false otherwise. */
export async function writeHouseStyle(
  tx: Transaction,
  rules: HouseStyle,
  seen: number,
): Promise<boolean> {
  if (seen === 0) {
    const { count } = await tx.houseStyleTable.createMany({
      data: [{ id: 1, rules, save: 1 }],
      skipDuplicates: true,
    });
    return count > 0;
  }
  const { count } = await tx.houseStyleTable.updateMany({
    where: { id: 1, save: seen },
    data: { rules, save: { increment: 1 } },
  });
  return count > 0;
}

/** Names of actors, authors and places, with the other names of actors, each once. */
export async function listKnownNames(db: Transaction): Promise<string[]> {
  const rows = await parseRowsIn(
    db,
    z.object({ name: z.string() }),
    Prisma.sql`
    select name from actor
    union select unnest(aliases) from actor
    union select name from author
    union select name from place`,
  );
  return rows.map(({ name }) => name);
}
