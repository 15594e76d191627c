import type { Author, AuthorContent } from '@viewpoints/domain/articles/article';
import type { Transaction } from '../client.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

export async function findAuthor(db: Transaction, id: string): Promise<Author | null> {
  return db.author.findUnique({ where: { id } });
}

/** Takes the author for this transaction. */
export async function lockAuthor(tx: Transaction, id: string): Promise<Author | null> {
  await tx.$queryRaw`select 1 from author where id = ${id}::uuid for no key update`;
  return findAuthor(tx, id);
}

/** Lists authors by name, those whose name or slug holds `q`. */
export async function listAuthors(
  db: Transaction,
  { q, cursor, limit }: { q?: string | undefined } & PageRequest,
): Promise<QueryPage<Author>> {
  const rows = await db.author.findMany({
    where: {
      AND: [
        q === undefined
          ? {}
          : { OR: [{ name: { contains: q, mode: 'insensitive' } }, { slug: { contains: q } }] },
        cursor === null
          ? {}
          : { OR: [{ name: { gt: cursor.key } }, { name: cursor.key, id: { gt: cursor.id } }] },
      ],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, { item: (row) => row, cursor: ({ name, id }) => ({ key: name, id }) });
}

export async function insertAuthor(
  tx: Transaction,
  id: string,
  content: AuthorContent,
): Promise<Author> {
  return tx.author.create({ data: { id, ...content, save: 1 } });
}

export async function updateAuthor(
  tx: Transaction,
  id: string,
  content: AuthorContent,
): Promise<Author> {
  const data = { ...content, save: { increment: 1 } };
  return tx.author.update({ where: { id }, data });
}

/** Removes a author that nothing refers to; the database refuses it otherwise. */
export async function deleteAuthor(tx: Transaction, id: string): Promise<void> {
  await tx.author.delete({ where: { id } });
}
