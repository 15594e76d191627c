import type { Link, Supersession } from '@viewpoints/domain/findings/finding';
import type { Transaction } from '../client.ts';
import type { Publication } from './write-publication.ts';

/**
 * Makes the links and supersessions of an article's findings those of the publication. One whose
 * other end is not published waits: it is given again when that one is.
 */
export async function writeConnections(
  tx: Transaction,
  { view, links, supersessions }: Publication,
): Promise<void> {
  const ids = (
    await tx.publishedFinding.findMany({ where: { articleId: view.id }, select: { id: true } })
  ).map(({ id }) => id);
  const own = { in: ids };
  await tx.publishedLink.deleteMany({ where: { OR: [{ fromId: own }, { toId: own }] } });
  await tx.publishedSupersession.deleteMany({ where: { OR: [{ oldId: own }, { newId: own }] } });
  await insertLinks(tx, links);
  await insertSupersessions(tx, supersessions);
}

/** Inserts those of which both ends are published and not withdrawn. */
export async function insertLinks(tx: Transaction, links: Link[]): Promise<void> {
  const published = await publishedAmong(
    tx,
    links.flatMap(({ from, to }) => [from, to]),
  );
  await tx.publishedLink.createMany({
    data: links
      .filter(({ from, to }) => published.has(from) && published.has(to))
      .map(({ from, kind, to }) => ({ fromId: from, kind, toId: to })),
    skipDuplicates: true,
  });
}

/** Inserts those of which both ends are published and not withdrawn. */
export async function insertSupersessions(
  tx: Transaction,
  supersessions: (Supersession & { at: string })[],
): Promise<void> {
  const published = await publishedAmong(
    tx,
    supersessions.flatMap(({ oldId, newId }) => [oldId, newId]),
  );
  await tx.publishedSupersession.createMany({
    data: supersessions
      .filter(({ oldId, newId }) => published.has(oldId) && published.has(newId))
      .map(({ oldId, newId, kind, at }) => ({ oldId, newId, kind, at: new Date(at) })),
    skipDuplicates: true,
  });
}

async function publishedAmong(tx: Transaction, ids: string[]): Promise<Set<string>> {
  const rows = await tx.publishedFinding.findMany({
    where: { id: { in: ids }, withdrawnAt: null },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
