import type { ReaderDatabase } from '@viewpoints/db/client';
import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { type NewsletterItem, namedIn } from '@viewpoints/domain/newsletters/newsletter';
import { listSendableArticles, listSendableFindings } from '@viewpoints/published/query/sendable';

/** What readers see now of what a newsletter names, by ids. What they cannot see is not in it. */
export type Named = {
  articles: ReadonlyMap<string, ArticleSummary>;
  findings: ReadonlyMap<string, FindingView>;
};

export async function readNamed(
  reader: ReaderDatabase,
  items: readonly NewsletterItem[],
): Promise<Named> {
  const { articleIds, findingIds } = namedIn(items);
  const articles = await listSendableArticles(reader, articleIds);
  const findings = await listSendableFindings(reader, findingIds);
  return {
    articles: new Map(articles.map(({ id, summary }) => [id, summary])),
    findings: new Map(findings.map(({ id, finding }) => [id, finding])),
  };
}

/** The ids of everything in it. */
export const idsOf = ({ articles, findings }: Named): string[] => [
  ...articles.keys(),
  ...findings.keys(),
];
