import type {
  Finding,
  FindingContent,
  FindingState,
  Link,
  Quote,
} from '@viewpoints/domain/findings/finding';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { insertFindingAuthor } from './finding-authors.ts';
import {
  FindingParts,
  findingColumns,
  findingOf,
  findingPartRows,
  partColumns,
  type QuotedFinding,
  quoteColumns,
  quotedColumns,
  quotedFindingOf,
  replacedPartRows,
} from './finding-rows.ts';
import { dateOrNull, instant } from './instant.ts';
import { insertVerifiedWording } from './verified-wordings.ts';

export async function findFinding(db: Transaction, id: string): Promise<Finding | null> {
  const [finding] = await listFindingsByIds(db, [id]);
  return finding ?? null;
}

/** All findings of an article by their number, whatever their state. */
export async function listArticleFindings(db: Transaction, articleId: string): Promise<Finding[]> {
  return withParts(
    db,
    await db.finding.findMany({ where: { articleId }, orderBy: { number: 'asc' } }),
  );
}

/** Findings of an article that have a quote, without all that belongs to them: for each key that is typed. */
export async function listQuotedFindings(
  tx: Transaction,
  articleId: string,
): Promise<QuotedFinding[]> {
  const rows = await tx.finding.findMany({
    where: { articleId, quoteExact: { not: null } },
    orderBy: { number: 'asc' },
    select: quotedColumns,
  });
  return rows.map(quotedFindingOf);
}

export async function listFindingsByIds(db: Transaction, ids: string[]): Promise<Finding[]> {
  if (ids.length === 0) return [];
  return withParts(db, await db.finding.findMany({ where: { id: { in: ids } } }));
}

/** Rows with all their related rows, which are read at once for all of them. */
async function withParts(
  db: Transaction,
  rows: Prisma.FindingGetPayload<object>[],
): Promise<Finding[]> {
  if (rows.length === 0) return [];
  const parts = await parseRowsIn(
    db,
    FindingParts.extend({ id: z.string() }),
    Prisma.sql`
    select f.id::text, ${partColumns}
    from unnest(${rows.map(({ id }) => id)}::uuid[]) as f(id)`,
  );
  const byId = new Map(parts.map((each) => [each.id, each]));
  return rows.flatMap((row) => {
    const own = byId.get(row.id);
    return own === undefined ? [] : [findingOf({ ...row, ...own })];
  });
}

/** A row that was just written, with all its related rows. */
async function withOwnParts(
  tx: Transaction,
  row: Prisma.FindingGetPayload<object>,
): Promise<Finding> {
  const [finding] = await withParts(tx, [row]);
  if (finding === undefined) throw new Error('a row was returned without its related rows');
  return finding;
}

/**
 * The attributions of findings to sources, each once: for deciding whom terms protect, which those
 * of a single finding may narrow.
 */
export async function listAttributedFindings(
  db: Transaction,
  sourceIds: readonly string[],
): Promise<Pick<Finding, 'attribution'>[]> {
  if (sourceIds.length === 0) return [];
  const rows = await db.finding.findMany({
    where: {
      sourceId: { in: [...sourceIds] },
      participantId: { not: null },
      state: { not: 'rejected' },
    },
    distinct: ['participantId', 'terms'],
    select: { sourceId: true, terms: true, descriptor: true, participantId: true },
  });
  return rows.map((attribution) => ({ attribution }));
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
  });
  await insertFindingAuthor(tx, { findingId: id, by, at });
  return withOwnParts(tx, row);
}

export async function updateFindingContent(
  tx: Transaction,
  id: string,
  { content, at }: { content: FindingContent; at: Date },
): Promise<Finding> {
  const row = await tx.finding.update({
    where: { id },
    data: {
      ...findingColumns(content),
      ...replacedPartRows(content),
      updatedAt: at,
    },
  });
  return withOwnParts(tx, row);
}

/** Moves the quote to where its words are now, without changing what the finding says. */
export async function moveFindingQuote(
  tx: Transaction,
  id: string,
  { quote, at }: { quote: Quote; at: Date },
): Promise<void> {
  await tx.finding.update({ where: { id }, data: { ...quoteColumns(quote), updatedAt: at } });
}

/**
 * Moves the quotes of findings to where their words are now, in one statement: a letter at the top
 * of a long text moves all of them. The time of the last edit stays: the findings were not edited.
 */
export async function updateFindingQuotes(
  tx: Transaction,
  moved: readonly { id: string; quote: Quote }[],
): Promise<void> {
  if (moved.length === 0) return;
  const rows = moved.map(({ id, quote }) => ({ id, ...quote }));
  await tx.$executeRaw`
    update finding set quote_exact = m.exact, quote_prefix = m.prefix, quote_suffix = m.suffix,
      quote_start = m.start, quote_end = m."end"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as m(id uuid, exact text, prefix text, suffix text, start int, "end" int)
    where finding.id = m.id`;
}

export type FindingWorkflowColumns = {
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
  { state, at, verifiedBy, verifiedAt, why }: FindingWorkflowColumns,
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
  });
  const finding = await withOwnParts(tx, row);
  if (verifiedBy) await insertVerifiedWording(tx, finding, { by: verifiedBy, at });
  return finding;
}

/** Sets the state of findings, all at once; returns them updated. */
export async function updateFindingStates(
  tx: Transaction,
  findings: Finding[],
  { state, at }: { state: FindingState; at: Date },
): Promise<Finding[]> {
  if (findings.length === 0) return [];
  await tx.finding.updateMany({
    where: { id: { in: findings.map(({ id }) => id) } },
    data: { state, updatedAt: at },
  });
  return findings.map((finding) => ({ ...finding, state, updatedAt: instant(at) }));
}

/** Every link one of whose ends is a finding of the article. */
export async function listArticleLinks(db: Transaction, articleId: string): Promise<Link[]> {
  const rows = await db.findingLink.findMany({
    where: { OR: [{ from: { articleId } }, { to: { articleId } }] },
    orderBy: [{ fromId: 'asc' }, { kind: 'asc' }, { toId: 'asc' }],
  });
  return rows.map(({ fromId, kind, toId }) => ({ from: fromId, kind, to: toId }));
}

/** Adds a link; false if it was there already. */
export async function insertLink(tx: Transaction, { from, kind, to }: Link): Promise<boolean> {
  const { count } = await tx.findingLink.createMany({
    data: [{ fromId: from, kind, toId: to }],
    skipDuplicates: true,
  });
  return count > 0;
}

/** Removes a link; false if there was none. */
export async function deleteLink(tx: Transaction, { from, kind, to }: Link): Promise<boolean> {
  const { count } = await tx.findingLink.deleteMany({ where: { fromId: from, kind, toId: to } });
  return count > 0;
}
