import { WordReport } from '@viewpoints/domain/imports/word-report';
import { WordStyles, type WordStyleTable } from '@viewpoints/domain/imports/word-styles';
import type { Transaction } from '../client.ts';
import { instant } from './instant.ts';

/** A Word file that came into an article. Protected, like the article's note. */
export type WordImport = {
  id: string;
  fileName: string;
  report: WordReport;
  importedBy: string;
  importedAt: string;
};

export async function insertWordImport(
  tx: Transaction,
  row: Pick<WordImport, 'id' | 'fileName' | 'report'> & {
    articleId: string;
    by: string;
    at: Date;
  },
): Promise<void> {
  const { by, at, ...rest } = row;
  await tx.wordImport.create({ data: { ...rest, importedById: by, importedAt: at } });
}

/** The last Word file that came into an article; null for none. */
export async function findLastWordImport(
  db: Transaction,
  articleId: string,
): Promise<WordImport | null> {
  const row = await db.wordImport.findFirst({
    where: { articleId },
    orderBy: [{ importedAt: 'desc' }, { id: 'asc' }],
    include: { importedBy: { select: { name: true } } },
  });
  if (row === null) return null;
  return {
    id: row.id,
    fileName: row.fileName,
    report: WordReport.parse(row.report),
    importedBy: row.importedBy.name,
    importedAt: instant(row.importedAt),
  };
}

/** Deletes the stored Word imports of an article. */
export async function deleteWordImports(tx: Transaction, articleId: string): Promise<number> {
  return (await tx.wordImport.deleteMany({ where: { articleId } })).count;
}

/** The journal's own table of styles; empty, with save 0, until it is first written. */
export async function getWordStyles(db: Transaction): Promise<WordStyleTable> {
  const row = await db.wordStyleTable.findUnique({ where: { id: 1 } });
  return row === null
    ? { styles: [], save: 0 }
    : { styles: WordStyles.parse(row.styles), save: row.save };
}

/** Writes the table if it was not saved since `seen`; false otherwise. */
export async function writeWordStyles(
  tx: Transaction,
  styles: WordStyles,
  seen: number,
): Promise<boolean> {
  if (seen === 0) {
    const { count } = await tx.wordStyleTable.createMany({
      data: [{ id: 1, styles, save: 1 }],
      skipDuplicates: true,
    });
    return count > 0;
  }
  const { count } = await tx.wordStyleTable.updateMany({
    where: { id: 1, save: seen },
    data: { styles, save: { increment: 1 } },
  });
  return count > 0;
}
