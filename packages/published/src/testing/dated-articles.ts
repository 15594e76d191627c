import { inTransaction } from '@viewpoints/db/client';
import { addArticle, addFinding, paragraphs } from '@viewpoints/db/testing/builders';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import type { Article, ArticleContent } from '@viewpoints/domain/articles/article';
import { Document } from '@viewpoints/domain/document/document';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { publish } from './publish.ts';
import { retract } from './retract.ts';

/** Days after the first, so that things come in order; all past, as readers see by real time. */
export const day = (number: number) => new Date(Date.UTC(2021, 1, number, 9));

/** The database's clock decides, so an embargo of a test ends in its real future. */
export const embargo = () => new Date(Date.now() + 3_600_000);

export const idsOf = (items: { id: string }[]) => items.map(({ id }) => id);

/** A body with the sentence that findings quote, and a link. */
export const linking = (href: string): Pick<ArticleContent, 'body'> => ({
  body: Document.parse({
    type: 'doc',
    content: [
      ...paragraphs('The council met. Ostrava will not sign before the rains.').content,
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'As told', marks: [{ type: 'link', attrs: { href } }] }],
      },
    ],
  }),
});

type Given = Partial<ArticleContent> & { at?: Date; visibleFrom?: Date };

/**
 * Publishes and retracts articles on given days.
 * @param context the database and the account to write with, read anew in each test
 */
export function datedArticles(context: () => { db: TestDatabase; by: string }) {
  return {
    published: async ({ at = day(1), visibleFrom, ...content }: Given = {}): Promise<Article> => {
      const { db, by } = context();
      const article = await addArticle(db.editorial, { by, ...content });
      await publish(db.editorial, article.id, { at, ...(visibleFrom ? { visibleFrom } : {}) });
      return article;
    },
    withFinding: async ({
      at = day(1),
      ...content
    }: Given = {}): Promise<{
      article: Article;
      finding: Finding;
    }> => {
      const { db, by } = context();
      const article = await addArticle(db.editorial, { by, ...content });
      const finding = await addFinding(db.editorial, article, { by });
      await publish(db.editorial, article.id, { at });
      return { article, finding };
    },
    retractOn: (articleId: string, at = day(20)) =>
      inTransaction(context().db.editorial, (tx) =>
        retract(tx, { articleId, at: at.toISOString(), why: 'It was wrong.' }, at),
      ),
  };
}
