import type { Transaction } from '@viewpoints/db/client';
import { listClearances } from '@viewpoints/db/editorial/clearances';
import { listProtectingSourceIds, listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import type { Clearance } from '@viewpoints/domain/attribution/clearance';
import type { ProtectedString } from '@viewpoints/domain/attribution/protected-string';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';

/** What names a person. Titles and addresses of sources stand in many texts by chance. */
const ofPeople: ReadonlySet<ProtectedString['what']> = new Set(['name', 'author', 'granter']);

/** The names of all people whom some source of the journal protects, with what was cleared of them. */
export async function loadProtectedNames(
  tx: Transaction,
): Promise<{ strings: ProtectedString[]; clearances: Clearance[] }> {
  const ids = await listProtectingSourceIds(tx);
  if (ids.length === 0) return { strings: [], clearances: [] };
  const sources = await listSourcesByIds(tx, ids);
  const waivers = await listWaivers(tx, ids);
  return {
    strings: protectedStrings(sources, waivers, []).filter(({ what }) => ofPeople.has(what)),
    clearances: await listClearances(tx, ids),
  };
}
