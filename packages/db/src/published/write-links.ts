import type { Link, Supersession } from '@viewpoints/domain/findings/finding';
import type { Transaction } from '../client.ts';
import { announcing } from './announce.ts';
import {
  citationBySupersession,
  citationsByLink,
  insertFindingCitations,
  removeFindingCitations,
} from './write-citations.ts';
import { insertLinks, insertSupersessions } from './write-connections.ts';

/** Shows a link to readers where both findings are published; nothing otherwise. */
export async function writeLink(tx: Transaction, link: Link, now: Date): Promise<void> {
  await connecting(tx, link.from, now, async () => {
    await insertLinks(tx, [link]);
    await insertFindingCitations(tx, citationsByLink(link));
  });
}

/** Takes a link away from readers. */
export async function removeLink(tx: Transaction, link: Link, now: Date): Promise<void> {
  await connecting(tx, link.from, now, async () => {
    await tx.publishedLink.deleteMany({
      where: { fromId: link.from, kind: link.kind, toId: link.to },
    });
    await removeFindingCitations(tx, link);
  });
}

/** Shows readers that one finding replaced another, where both are published. */
export async function writeSupersession(
  tx: Transaction,
  supersession: Supersession & { at: string },
  now: Date,
): Promise<void> {
  await connecting(tx, supersession.newId, now, async () => {
    await insertSupersessions(tx, [supersession]);
    await insertFindingCitations(tx, citationBySupersession(supersession));
  });
}

async function connecting(
  tx: Transaction,
  findingId: string,
  now: Date,
  work: () => Promise<void>,
): Promise<void> {
  const row = await tx.publishedFinding.findUnique({
    where: { id: findingId },
    select: { articleId: true },
  });
  if (row !== null) await announcing(tx, row.articleId, now, work);
}
