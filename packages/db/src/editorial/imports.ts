import { ImportPoint } from '@viewpoints/domain/imports/import-points';
import { ImportStatus } from '@viewpoints/domain/imports/import-report';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { hashOfFormerPath } from '../former-path-hash.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { dateOrNull, instant, instantOrNull } from './instant.ts';

const { sql } = Prisma;

/** An import of a journal's past from another system. */
export type ImportRun = {
  id: string;
  /** The system and the address of the site: items are known by it and by their ids there. */
  source: string;
  fileName: string;
  startedAt: string;
  /** Null while it runs, and if it was ended before its end. */
  finishedAt: string | null;
  undoneAt: string | null;
};

/** An item of another system that became an article. Protected, like the article's note. */
export type ImportItem = {
  source: string;
  foreignId: string;
  runId: string;
  /** Null once the article was deleted. */
  articleId: string | null;
  /** Where and when it was published before. */
  address: string | null;
  publishedAt: string | null;
  status: ImportStatus;
  points: ImportPoint[];
};

type RunRow = Prisma.ImportRunGetPayload<Record<never, never>>;

const runOf = ({ id, source, fileName, startedAt, finishedAt, undoneAt }: RunRow): ImportRun => ({
  ...{ id, source, fileName, startedAt: instant(startedAt) },
  ...{ finishedAt: instantOrNull(finishedAt), undoneAt: instantOrNull(undoneAt) },
});

export async function insertImportRun(
  tx: Transaction,
  { by, at, ...run }: Pick<ImportRun, 'id' | 'source' | 'fileName'> & { by: string; at: Date },
): Promise<ImportRun> {
  return runOf(await tx.importRun.create({ data: { ...run, startedById: by, startedAt: at } }));
}

export async function findImportRun(db: Transaction, id: string): Promise<ImportRun | null> {
  const row = await db.importRun.findUnique({ where: { id } });
  return row && runOf(row);
}

/** The last import of a source that was ended before its end; null if there is none. */
export async function findUnfinishedRun(
  db: Transaction,
  source: string,
): Promise<ImportRun | null> {
  const row = await db.importRun.findFirst({
    where: { source, finishedAt: null, undoneAt: null },
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
  });
  return row && runOf(row);
}

/** Imports, the last first. */
export async function listImportRuns(db: Transaction, limit: number): Promise<ImportRun[]> {
  const rows = await db.importRun.findMany({
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(runOf);
}

/** Notes when an import came to its end, or was undone. */
export async function writeImportRun(
  tx: Transaction,
  id: string,
  changed: { finishedAt: Date } | { undoneAt: Date },
): Promise<void> {
  await tx.importRun.update({ where: { id }, data: changed });
}

/** The ids of a source's items that came in before, whether or not their articles are still there. */
export async function listForeignIds(db: Transaction, source: string): Promise<Set<string>> {
  const rows = await db.importItem.findMany({ where: { source }, select: { foreignId: true } });
  return new Set(rows.map(({ foreignId }) => foreignId));
}

/**
 * Claims an item for an article that is inserted after it, in the same transaction; false if it came
 * in before. A second import of the same item waits here until the first is committed.
 */
export async function insertImportItem(
  tx: Transaction,
  { publishedAt, at, ...item }: Omit<ImportItem, 'articleId'> & { at: Date },
): Promise<boolean> {
  const { count } = await tx.importItem.createMany({
    data: [{ ...item, publishedAt: dateOrNull(publishedAt), importedAt: at }],
    skipDuplicates: true,
  });
  return count > 0;
}

/**
 * Lets paths of the former site lead to an article, once readers have it. One that leads to another
 * article already stays with that.
 */
export async function insertFormerPaths(
  tx: Transaction,
  articleId: string,
  paths: readonly string[],
): Promise<void> {
  await tx.formerAddress.createMany({
    data: paths.map((path) => ({ pathHash: hashOfFormerPath(path), path, articleId })),
    skipDuplicates: true,
  });
}

/** Notes the article that an item became. */
export async function writeImportedArticle(
  tx: Transaction,
  { source, foreignId }: Pick<ImportItem, 'source' | 'foreignId'>,
  articleId: string,
): Promise<void> {
  await tx.importItem.update({
    where: { source_foreignId: { source, foreignId } },
    data: { articleId },
  });
}

/** The record of how an article came in; null if it was written here. */
export async function findImportItem(
  db: Transaction,
  articleId: string,
): Promise<ImportItem | null> {
  const row = await db.importItem.findUnique({ where: { articleId } });
  if (row === null) return null;
  const { importedAt: _, ...item } = row;
  return {
    ...item,
    publishedAt: instantOrNull(row.publishedAt),
    status: ImportStatus.parse(row.status),
    points: z.array(ImportPoint).parse(row.points),
  };
}

/** Forgets an item, so that it can come in again. */
export async function deleteImportItem(tx: Transaction, articleId: string): Promise<void> {
  await tx.importItem.deleteMany({ where: { articleId } });
}

const ImportedDraft = z.object({
  articleId: z.string(),
  headline: z.string(),
  untouched: z.boolean(),
});
export type ImportedDraft = z.infer<typeof ImportedDraft>;

/**
 * The articles that came in by an import, and whether each is as it came: nobody has written in it,
 * commented on it, drawn findings from it, shown it to somebody or moved it on.
 */
export const listImportedDrafts = (db: Transaction, runId: string): Promise<ImportedDraft[]> =>
  parseRowsIn(db, ImportedDraft, sql`${drafts} where i.run_id = ${runId}::uuid order by a.id`);

/** The same of one article, which the caller has locked. */
export async function isUntouchedImport(tx: Transaction, articleId: string): Promise<boolean> {
  const [row] = await parseRowsIn(
    tx,
    ImportedDraft,
    sql`${drafts} where i.article_id = ${articleId}::uuid`,
  );
  return row?.untouched ?? false;
}

/** That an imported article is as it came, in a query that has it as `a`. */
export const isUntouched = sql`
         (a.state = 'draft' and a.save = 1
         and not exists (select from finding f where f.article_id = a.id)
         and not exists (select from comment_thread c where c.article_id = a.id)
         and not exists (select from preview_link p where p.article_id = a.id)
         and not exists (select from word_import w where w.article_id = a.id)
         and not exists (select from trash_item t where t.id = a.id))`;

const drafts = sql`
  select a.id as "articleId", a.headline, ${isUntouched} as untouched
  from import_item i join article a on a.id = i.article_id`;

/** The entry of a catalogue with a name, in whatever case; of several the oldest spelling. */
export async function findEntryByName(
  db: Transaction,
  kind: 'author' | 'topic',
  name: string,
): Promise<string | null> {
  const query = {
    where: { name: { equals: name.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const } },
    orderBy: { id: 'asc' as const },
    select: { id: true },
  };
  const row = await (kind === 'author' ? db.author.findFirst(query) : db.topic.findFirst(query));
  return row?.id ?? null;
}

/** Whether an entry of a catalogue has a slug. */
export async function entrySlugTaken(
  db: Transaction,
  kind: 'author' | 'topic',
  slug: string,
): Promise<boolean> {
  const query = { where: { slug } };
  return (await (kind === 'author' ? db.author.count(query) : db.topic.count(query))) > 0;
}
