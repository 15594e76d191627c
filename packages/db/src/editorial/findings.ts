import type {
  Finding,
  FindingContent,
  FindingState,
  Link,
  Quote,
} from '@viewpoints/domain/findings/finding';
import type { Transaction } from '../client.ts';
import {
  findingColumns,
  findingOf,
  findingPartRows,
  findingParts,
  quoteColumns,
} from './finding-rows.ts';
import { dateOrNull } from './instant.ts';

export async function findFinding(db: Transaction, id: string): Promise<Finding | null> {
  const row = await db.finding.findUnique({ where: { id }, include: findingParts });
  return row === null ? null : findingOf(row);
}

/** All findings of an article by their number, whatever their state. */
export async function listArticleFindings(db: Transaction, articleId: string): Promise<Finding[]> {
  const rows = await db.finding.findMany({
    where: { articleId },
    orderBy: { number: 'asc' },
    include: findingParts,
  });
  return rows.map(findingOf);
}

export async function listFindingsByIds(db: Transaction, ids: string[]): Promise<Finding[]> {
  if (ids.length === 0) return [];
  const rows = await db.finding.findMany({ where: { id: { in: ids } }, include: findingParts });
  return rows.map(findingOf);
}

export type NewFinding = {
  id: string;
  articleId: string;
  content: FindingContent;
  by: string;
  at: Date;
};

/** Adds a proposed finding under the article's next number; the article must be locked. */
export async function insertFinding(
  tx: Transaction,
  { id, articleId, content, by, at }: NewFinding,
): Promise<Finding> {
  const { _max } = await tx.finding.aggregate({ where: { articleId }, _max: { number: true } });
  const row = await tx.finding.create({
    data: {
      id,
      articleId,
      number: (_max.number ?? 0) + 1,
      state: 'proposed',
      ...findingColumns(content),
      ...findingPartRows(content),
      proposedById: by,
      createdAt: at,
      updatedAt: at,
    },
    include: findingParts,
  });
  return findingOf(row);
}

export async function updateFindingContent(
  tx: Transaction,
  id: string,
  { content, at }: { content: FindingContent; at: Date },
): Promise<Finding> {
  const parts = findingPartRows(content);
  const row = await tx.finding.update({
    where: { id },
    data: {
      ...findingColumns(content),
      holders: { deleteMany: {}, ...parts.holders },
      issues: { deleteMany: {}, ...parts.issues },
      places: { deleteMany: {}, ...parts.places },
      locators: { deleteMany: {}, ...parts.locators },
      updatedAt: at,
    },
    include: findingParts,
  });
  return findingOf(row);
}

/** Puts the quote where its words now stand, without touching what the finding says. */
export async function moveFindingQuote(
  tx: Transaction,
  id: string,
  { quote, at }: { quote: Quote; at: Date },
): Promise<void> {
  await tx.finding.update({ where: { id }, data: { ...quoteColumns(quote), updatedAt: at } });
}

export type FindingStanding = {
  state: FindingState;
  at: Date;
  verifiedBy?: string | null;
  verifiedAt?: string | null;
  /** Why, for the desk only. */
  why?: string | null;
};

export async function updateFindingState(
  tx: Transaction,
  id: string,
  { state, at, verifiedBy, verifiedAt, why }: FindingStanding,
): Promise<Finding> {
  const row = await tx.finding.update({
    where: { id },
    data: {
      state,
      updatedAt: at,
      ...(verifiedBy === undefined ? {} : { verifiedById: verifiedBy }),
      ...(verifiedAt === undefined ? {} : { verifiedAt: dateOrNull(verifiedAt) }),
      ...(why === undefined ? {} : { stateReason: why }),
    },
    include: findingParts,
  });
  return findingOf(row);
}

/** Marks findings as published, all at once. */
export async function markPublished(tx: Transaction, ids: string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.finding.updateMany({
    where: { id: { in: ids } },
    data: { state: 'published', updatedAt: at },
  });
}

/** Every link one of whose ends is a finding of the article. */
export async function listArticleLinks(db: Transaction, articleId: string): Promise<Link[]> {
  const rows = await db.findingLink.findMany({
    where: { OR: [{ from: { articleId } }, { to: { articleId } }] },
    orderBy: [{ fromId: 'asc' }, { kind: 'asc' }, { toId: 'asc' }],
  });
  return rows.map(({ fromId, kind, toId }) => ({ from: fromId, kind, to: toId }));
}

/** Adds a link; false where it was there already. */
export async function insertLink(tx: Transaction, { from, kind, to }: Link): Promise<boolean> {
  const { count } = await tx.findingLink.createMany({
    data: [{ fromId: from, kind, toId: to }],
    skipDuplicates: true,
  });
  return count > 0;
}

/** Removes a link; false where there was none. */
export async function deleteLink(tx: Transaction, { from, kind, to }: Link): Promise<boolean> {
  const { count } = await tx.findingLink.deleteMany({ where: { fromId: from, kind, toId: to } });
  return count > 0;
}
