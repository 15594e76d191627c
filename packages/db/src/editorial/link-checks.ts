import { createHash } from 'node:crypto';
import { LinkOutcome } from '@viewpoints/domain/link-checks/link-outcome';
import type { Transaction } from '../client.ts';

/**
 * An address is stored as its SHA-256 in hex, so that a link which was taken out of a draft is
 * readable nowhere.
 */
const hashOf = (href: string): string => createHash('sha256').update(href).digest('hex');

/** Results of link checks since a time, by address. */
export async function findLinkChecks(
  db: Transaction,
  hrefs: readonly string[],
  since: Date,
): Promise<Map<string, LinkOutcome>> {
  const byHash = new Map(hrefs.map((href) => [hashOf(href), href]));
  const rows = await db.linkCheck.findMany({
    where: { addressHash: { in: [...byHash.keys()] }, checkedAt: { gte: since } },
  });
  return new Map(
    rows.map(({ addressHash, outcome }) => [
      byHash.get(addressHash) ?? '',
      LinkOutcome.parse(outcome),
    ]),
  );
}

/** Notes what was found out about a link, in place of what was before. */
export async function saveLinkCheck(
  db: Transaction,
  { href, outcome, at }: { href: string; outcome: LinkOutcome; at: Date },
): Promise<void> {
  const addressHash = hashOf(href);
  await db.linkCheck.upsert({
    where: { addressHash },
    create: { addressHash, outcome, checkedAt: at },
    update: { outcome, checkedAt: at },
  });
}

export async function deleteLinkChecksBefore(db: Transaction, time: Date): Promise<void> {
  await db.linkCheck.deleteMany({ where: { checkedAt: { lt: time } } });
}
