import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import type { MessageItem } from './message-layout.ts';

/** A piece in a message, as readers see it. */
export const articleItem = (article: ArticleSummary, readerUrl: string): MessageItem => ({
  title: article.headline,
  address: `${readerUrl}/articles/${article.slug}`,
  ...{ language: article.language, direction: article.direction },
  lines: [article.standfirst].filter((line) => line !== ''),
});

/** A finding in a message, with who holds it. */
export function findingItem(finding: FindingView, readerUrl: string): MessageItem {
  const holders = finding.holders.map(({ label }) => label).join(', ');
  return {
    ...(holders === '' ? {} : { label: holders }),
    title: finding.proposition,
    address: `${readerUrl}/findings/${finding.id}`,
    ...{ language: finding.language, direction: finding.direction },
    lines: [finding.attribution.wording, finding.article.headline].filter((line) => line !== ''),
  };
}
