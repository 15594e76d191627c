import type { Transaction } from '../client.ts';

/**
 * Stored content of an article that does not parse. A newer version of the program has written it, or it
 * is damaged: whoever knows its own version of documents can tell.
 */
export class UnreadableContent extends Error {
  override name = 'UnreadableContent';
  /** The newest version that has written the article's shared document; null if there is none. */
  readonly documentVersion: number | null;

  constructor(documentVersion: number | null, cause: unknown) {
    super('The stored content of an article cannot be read.', { cause });
    this.documentVersion = documentVersion;
  }
}

/**
 * What a function parses of the stored content of an article.
 * @throws {UnreadableContent} if it throws. The version is read only then, since this is on the way of each key.
 */
export async function parseContentOf<Content>(
  db: Transaction,
  articleId: string,
  parse: () => Content,
): Promise<Content> {
  try {
    return parse();
  } catch (error) {
    const copy = await db.articleCopy.findUnique({
      where: { articleId },
      select: { version: true },
    });
    throw new UnreadableContent(copy?.version ?? null, error);
  }
}
