import type { Transaction } from '@viewpoints/db/client';
import type { EntryKind } from '@viewpoints/domain/kinds/kinds';

/** Something whose name is part of published views. */
export type NamedThing = {
  kind: EntryKind;
  id: string;
};

/**
 * Ids of published articles whose live version names it (an actor or issue also where only
 * something under it in its tree is named), which are to be rebuilt once it is called otherwise;
 * in order, so that two who rename something never wait for each other's articles in a circle.
 */
export async function listArticlesNaming(
  tx: Transaction,
  { kind, id }: NamedThing,
): Promise<string[]> {
  const rows =
    kind === 'source'
      ? await tx.publishedSource.findMany({
          where: { sourceId: id },
          orderBy: { articleId: 'asc' },
          select: { articleId: true },
        })
      : await tx.publishedMention.findMany({
          where: { kind, refId: id },
          orderBy: { articleId: 'asc' },
          select: { articleId: true },
        });
  return rows.map(({ articleId }) => articleId);
}
