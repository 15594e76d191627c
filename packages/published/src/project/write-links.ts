import type { Transaction } from '@viewpoints/db/client';
import type { Link, Supersession } from '@viewpoints/domain/findings/finding';
import { withAnnouncements } from '../changes/announce.ts';
import { countFindings } from './count-findings.ts';
import {
  citationBySupersession,
  citationsByLink,
  insertFindingCitations,
  renewFindingCitations,
} from './write-citations.ts';
import { insertLinks, insertSupersessions } from './write-connections.ts';

/** Shows a link to readers where both findings are published; nothing otherwise. */
export async function writeLink(tx: Transaction, link: Link, now: Date): Promise<void> {
  await connecting(tx, [link.from, link.to], now, async () => {
    await insertLinks(tx, [link]);
    await insertFindingCitations(tx, citationsByLink(link));
  });
}

/** Removes a link from the public views; editors have removed it. */
export async function removeLink(tx: Transaction, link: Link, now: Date): Promise<void> {
  await connecting(tx, [link.from, link.to], now, async () => {
    await tx.publishedLink.deleteMany({
      where: { fromId: link.from, kind: link.kind, toId: link.to },
    });
    await renewFindingCitations(tx, link);
  });
}

/** Shows readers that one finding replaced another, where both are published. */
export async function writeSupersession(
  tx: Transaction,
  supersession: Supersession & { at: string },
  now: Date,
): Promise<void> {
  await connecting(tx, [supersession.newId, supersession.oldId], now, async (articleIds) => {
    await insertSupersessions(tx, [supersession]);
    await countFindings(tx, articleIds, now);
    await insertFindingCitations(tx, citationBySupersession(supersession));
  });
}

/** Announces it for both articles: of a link that reads the same both ways, either may be cited. */
async function connecting(
  tx: Transaction,
  findingIds: string[],
  now: Date,
  work: (articleIds: string[]) => Promise<void>,
): Promise<void> {
  const rows = await tx.publishedFinding.findMany({
    where: { id: { in: findingIds } },
    select: { articleId: true },
  });
  const articleIds = [...new Set(rows.map(({ articleId }) => articleId))].sort();
  if (articleIds.length > 0) await withAnnouncements(tx, articleIds, now, () => work(articleIds));
}
