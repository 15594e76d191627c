import type { Actor, ActorContent } from '@viewpoints/domain/actors/actor';
import type { Transaction } from '../client.ts';
import { catalogueTable } from './catalogue-table.ts';

/** Who holds positions. A search looks at their other names too. */
export const actorTable = catalogueTable({
  kind: 'actor',
  model: (db) => db.actor,
  entryOf: (row): Actor => row,
  columnsOf: (content: ActorContent) => content,
  alsoContains: (q) => ({ aliases: { has: q } }),
});

/** Finds the actors that have these ids. */
export async function listActorsByIds(db: Transaction, ids: string[]): Promise<Actor[]> {
  return ids.length === 0 ? [] : db.actor.findMany({ where: { id: { in: ids } } });
}
