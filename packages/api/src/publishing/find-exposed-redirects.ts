import type { Transaction } from '@viewpoints/db/client';
import { listClearances } from '@viewpoints/db/editorial/clearances';
import { listAttributedFindings } from '@viewpoints/db/editorial/findings';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import type { Clearance } from '@viewpoints/domain/attribution/clearance';
import { mentionNeedles } from '@viewpoints/domain/attribution/mention-needles';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import type { ProtectedString } from '@viewpoints/domain/attribution/protected-string';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import { redirectTexts } from '@viewpoints/domain/redirects/redirect';
import type { Reason } from '@viewpoints/domain/refusal';
import type { Source } from '@viewpoints/domain/sources/source';
import { listRedirectsToCheck } from '@viewpoints/published/project/write-redirects';

async function listExposed(
  tx: Transaction,
  strings: readonly ProtectedString[],
  clearances: readonly Clearance[],
): Promise<{ id: string; reasons: Reason[] }[]> {
  const found = await listRedirectsToCheck(tx, strings.flatMap(mentionNeedles));
  return found
    .map(({ id, ...addresses }) => ({
      id,
      reasons: mentionReasons(redirectTexts(addresses), strings, { articleId: null, clearances }),
    }))
    .filter(({ reasons }) => reasons.length > 0);
}

/** Reasons for the places where redirects that readers have mention any of these strings. */
export async function redirectReasons(
  tx: Transaction,
  strings: readonly ProtectedString[],
  clearances: readonly Clearance[],
): Promise<Reason[]> {
  return (await listExposed(tx, strings, clearances)).flatMap(({ id, reasons }) =>
    reasons.map((each) => ({ ...each, details: { ...each.details, redirectId: id } })),
  );
}

/** Ids of the redirects that readers have and that mention what a source protects. */
export async function findExposedRedirects(tx: Transaction, source: Source): Promise<string[]> {
  const waivers = await listWaivers(tx, [source.id]);
  const strings = protectedStrings(
    [source],
    waivers,
    await listAttributedFindings(tx, [source.id]),
  );
  if (strings.length === 0) return [];
  const exposed = await listExposed(tx, strings, await listClearances(tx, [source.id]));
  return exposed.map(({ id }) => id);
}
