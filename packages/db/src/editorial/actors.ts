import { type Actor, type ActorContent, ActorKind } from '@viewpoints/domain/actors/actor';
import type { Transaction } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { catalogueTable } from './catalogue-table.ts';

/** Who holds positions. A search looks at their other names too. */
export const actorTable = catalogueTable({
  kind: 'actor',
  model: (db) => db.actor,
  entryOf: (row): Actor => row,
  columnsOf: (content: ActorContent) => content,
  alsoContains: (q): Prisma.ActorWhereInput => ({ aliases: { has: q } }),
  ofKind: (kind) => ({ kind: ActorKind.parse(kind) }),
});

/** Finds the actors that have these ids. */
export async function listActorsByIds(db: Transaction, ids: string[]): Promise<Actor[]> {
  return ids.length === 0 ? [] : db.actor.findMany({ where: { id: { in: ids } } });
}
