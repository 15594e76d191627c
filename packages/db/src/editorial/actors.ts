import type { Actor, ActorContent } from '@viewpoints/domain/actors/actor';
import type { Transaction } from '../client.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

export async function findActor(db: Transaction, id: string): Promise<Actor | null> {
  return db.actor.findUnique({ where: { id } });
}

export async function listActorsByIds(db: Transaction, ids: string[]): Promise<Actor[]> {
  return ids.length === 0 ? [] : db.actor.findMany({ where: { id: { in: ids } } });
}

/** Takes the actor for this transaction. */
export async function lockActor(tx: Transaction, id: string): Promise<Actor | null> {
  await tx.$queryRaw`select 1 from actor where id = ${id}::uuid for no key update`;
  return findActor(tx, id);
}

/** Lists actors by name, those whose name or slug holds `q`. */
export async function listActors(
  db: Transaction,
  { q, cursor, limit }: { q?: string | undefined } & PageRequest,
): Promise<QueryPage<Actor>> {
  const rows = await db.actor.findMany({
    where: {
      AND: [
        q === undefined
          ? {}
          : {
              OR: [
                { name: { contains: q, mode: 'insensitive' } },
                { slug: { contains: q } },
                { aliases: { has: q } },
              ],
            },
        cursor === null
          ? {}
          : { OR: [{ name: { gt: cursor.key } }, { name: cursor.key, id: { gt: cursor.id } }] },
      ],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, { item: (row) => row, cursor: ({ name, id }) => ({ key: name, id }) });
}

export async function insertActor(
  tx: Transaction,
  id: string,
  content: ActorContent,
): Promise<Actor> {
  return tx.actor.create({ data: { id, ...content, save: 1 } });
}

export async function updateActor(
  tx: Transaction,
  id: string,
  content: ActorContent,
): Promise<Actor> {
  const data = { ...content, save: { increment: 1 } };
  return tx.actor.update({ where: { id }, data });
}

/** Removes a actor that nothing refers to; the database refuses it otherwise. */
export async function deleteActor(tx: Transaction, id: string): Promise<void> {
  await tx.actor.delete({ where: { id } });
}
