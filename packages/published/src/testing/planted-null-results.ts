import type { EditorialDatabase } from '@viewpoints/db/client';
import { newId } from '@viewpoints/db/editorial/new-id';

type Pair = { actorId: string; issueId: string };

/**
 * Null results that were verified, of pairs that readers know and do not know, and one that was not.
 * Returns the id of the one that readers may see.
 */
export async function plantNullResults(
  editorial: EditorialDatabase,
  {
    by,
    now,
    canary,
    known,
    unknown,
  }: { by: string; now: Date; canary: string; known: Pair; unknown: readonly Pair[] },
): Promise<string> {
  const add = async (pair: Pair, searched: string, state: string) => {
    const id = newId();
    const words = { ...pair, searched, asOf: '2020-12', language: 'en' };
    await editorial.nullResult.create({
      data: {
        ...{ ...words, id, note: canary, save: 1, state, stateReason: canary, authorIds: [] },
        ...{ proposedById: by, createdAt: now, savedAt: now },
      },
    });
    if (state !== 'published') return id;
    await editorial.nullResultVerification.create({
      data: {
        ...{ id: newId(), nullResultId: id, words, authorIds: [newId()] },
        ...{ verifiedById: by, verifiedAt: now, alone: false },
      },
    });
    await editorial.publishedNullResult.create({
      data: { ...words, id, searchedTo: now, publishedAt: now, folded: canary, fold: 1 },
    });
    return id;
  };
  for (const pair of unknown) await add(pair, canary, 'published');
  await add(known, canary, 'proposed');
  return add(known, 'Statements of the ministry in 2020', 'published');
}
