import { createHash } from 'node:crypto';
import type { Finding, FindingContent } from '@viewpoints/domain/findings/finding';
import {
  type FieldAuthor,
  type FindingField,
  findingFields,
  rewrittenFields,
  writtenValue,
} from '@viewpoints/domain/findings/finding-authors';
import type { Transaction } from '../client.ts';

const digestOf = (content: FindingContent, field: FindingField): string =>
  createHash('sha256').update(writtenValue(content, field)).digest('hex');

type Proposed = { id: string; proposedBy: string };

/**
 * The authors of the present values of findings, by finding. A field without a recorded author is
 * its proposer's.
 */
export async function listFindingAuthors(
  db: Transaction,
  findings: readonly Proposed[],
): Promise<Map<string, FieldAuthor[]>> {
  const rows = await db.findingAuthor.findMany({
    where: { findingId: { in: findings.map(({ id }) => id) } },
  });
  return new Map(
    findings.map(({ id, proposedBy }) => {
      const own = rows.filter(({ findingId }) => findingId === id);
      const authorOf = (field: FindingField) =>
        own.find(({ fields }) => fields.includes(field))?.accountId ?? proposedBy;
      return [id, findingFields.map((field) => ({ field, authorId: authorOf(field) }))];
    }),
  );
}

type Rewriting = {
  /** The finding as it was. */
  before: Finding;
  after: FindingContent;
  by: string;
  at: Date;
};

/**
 * Records the authors of a finding's values after an edit. A value that it had before belongs to
 * the first who gave it. The finding's article must be locked.
 * @returns the fields that the edit changed
 */
export async function recordFindingAuthors(
  tx: Transaction,
  { before, after, by, at }: Rewriting,
): Promise<FindingField[]> {
  const fields = rewrittenFields(before, after);
  if (fields.length === 0) return [];
  const findingId = before.id;
  const old = (await listFindingAuthors(tx, [before])).get(findingId) ?? [];
  const authorOf = new Map(old.map(({ field, authorId }) => [field, authorId]));
  const values = (content: FindingContent, author: (field: FindingField) => string) =>
    fields.map((field) => ({
      ...{ findingId, field, at, digest: digestOf(content, field) },
      accountId: author(field),
    }));
  // The replaced value is stored first: it may be put back later.
  await tx.findingValue.createMany({
    data: [
      ...values(before, (field) => authorOf.get(field) ?? before.proposedBy),
      ...values(after, () => by),
    ],
    skipDuplicates: true,
  });
  const first = await tx.findingValue.findMany({
    where: {
      OR: fields.map((field) => ({ findingId, field, digest: digestOf(after, field) })),
    },
  });
  for (const { field, accountId } of first) authorOf.set(field as FindingField, accountId);
  await writeAuthors(tx, findingId, authorOf, at);
  return fields;
}

/** Records that one person wrote all that a new finding says. */
export async function insertFindingAuthor(
  tx: Transaction,
  { findingId, by, at }: { findingId: string; by: string; at: Date },
): Promise<void> {
  await tx.findingAuthor.create({ data: { findingId, accountId: by, fields: findingFields, at } });
}

async function writeAuthors(
  tx: Transaction,
  findingId: string,
  authorOf: ReadonlyMap<FindingField, string>,
  at: Date,
): Promise<void> {
  const fieldsOf = Map.groupBy(authorOf.keys(), (field) => authorOf.get(field) ?? '');
  await tx.findingAuthor.deleteMany({ where: { findingId } });
  await tx.findingAuthor.createMany({
    data: [...fieldsOf].map(([accountId, fields]) => ({ findingId, accountId, fields, at })),
  });
}
