import type { Transaction } from '@viewpoints/db/client';
import { listActorsByIds } from '@viewpoints/db/editorial/actors';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import { wordAttribution } from '@viewpoints/domain/attribution/wording';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { holderView } from '@viewpoints/domain/findings/finding-view-of';
import type { Reason } from '@viewpoints/domain/refusal';

/** The public wording of a finding's holders and source, and nothing else. */
export type ShownAttribution = {
  /** Null if terms let nothing be said, for these reasons. */
  source: { termsLabel: string; wording: string } | null;
  reasons: Reason[];
  holders: string[];
};

/** The public attribution of each finding that waits to be verified, by its id. */
export async function showAttributions(
  db: Transaction,
  findings: readonly Finding[],
  locale: string,
): Promise<Record<string, ShownAttribution>> {
  const waiting = findings.filter(
    ({ state, verifiedAt }) => state === 'proposed' || (state === 'published' && !verifiedAt),
  );
  return wordAttributions(db, waiting, locale);
}

/** The same of each of these findings, by its id. */
export async function wordAttributions(
  db: Transaction,
  findings: readonly Pick<Finding, 'id' | 'attribution' | 'holders'>[],
  locale: string,
): Promise<Record<string, ShownAttribution>> {
  const sourceIds = findings.flatMap(({ attribution }) => attribution.sourceId ?? []);
  const sources = await listSourcesByIds(db, sourceIds);
  const waivers = await listWaivers(db, sourceIds);
  const actors = await listActorsByIds(
    db,
    findings.flatMap(({ holders }) => holders.flatMap(({ actorId }) => actorId ?? [])),
  );
  return Object.fromEntries(
    findings.map(({ id, attribution, holders }) => {
      const source = sources.find((each) => each.id === attribution.sourceId) ?? null;
      const worded = wordAttribution(attribution, source, waivers, locale);
      const shown: ShownAttribution = {
        source: worded.ok
          ? { termsLabel: worded.source.termsLabel, wording: worded.source.wording }
          : null,
        reasons: worded.ok ? [] : worded.reasons,
        holders: holders.map((holder) => holderView(holder, actors, locale).label),
      };
      return [id, shown];
    }),
  );
}
